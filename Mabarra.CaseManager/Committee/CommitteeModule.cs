using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Committees, their review board, sittings, votes and minutes (ت-٥, ت-٦, ب-٤, ث-٢).</summary>
public static class CommitteeModule
{
    /// <summary>Committees and who sits in them.</summary>
    public const string ViewPermission = "committees.view";

    /// <summary>Forming and manning them; within one's own reach, the chair's.</summary>
    public const string EditPermission = "committees.edit";

    /// <summary>The committee's agendas and minutes: its chair, deputy and secretary.</summary>
    public const string ManagePermission = "review.manage";

    public static IServiceCollection AddCommittee(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, CommitteeSeed>()
        .AddSingleton<IDocumentAccess, CommitteeDocumentAccess>()
        .AddRuleTexts<CommitteeText>("committees")
        .AddSingleton<CommitteeService>()
        .AddSingleton<CommitteeQueries>();

    extension(CaseDbContext db)
    {
        public DbSet<StandingCommittee> StandingCommittees => db.Set<StandingCommittee>();
    }
}
