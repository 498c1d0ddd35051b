using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
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

    /// <summary>The review board and the files on it.</summary>
    public const string ReviewPermission = "review.view";

    /// <summary>Sittings: a member's own committees'.</summary>
    public const string SittingsPermission = "review.sittings";

    /// <summary>Taking part in a sitting: being there, voting, stepping aside.</summary>
    public const string VotePermission = "review.vote";

    /// <summary>Letting the committee put a request off a second time.</summary>
    public const string DeferPermission = "review.defer";

    /// <summary>Finding a request ready for the committee, or not: its officer, and whoever draws up the agenda.</summary>
    public const string ReadyPermission = "review.ready";

    /// <summary>Writing the study of a request.</summary>
    public const string StudyPermission = "studies.edit";

    public static IServiceCollection AddCommittee(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, CommitteeSeed>()
        .AddSingleton<IDocumentAccess, CommitteeDocumentAccess>()
        .AddRuleTexts<CommitteeText>("committees")
        .AddSingleton<CommitteeService>()
        .AddSingleton<CommitteeQueries>()
        .AddRuleTexts<ReviewText>("committees")
        .AddRuleTexts<ReviewText>("intake.review")
        .AddSingleton<SittingDesk>()
        .AddSingleton<SittingService>()
        .AddSingleton<RoomService>()
        .AddSingleton<VoteService>()
        .AddSingleton<VoteAudit>()
        .AddSingleton<SittingQueries>()
        .AddSingleton<IDaySource, SittingDay>()
        .AddSingleton<ReviewService>()
        .AddSingleton<ReviewQueries>()
        .AddSingleton<StudyService>()
        .AddSingleton<CaseFileQueries>()
        .AddSingleton<IDocumentAccess, MinutesDocumentAccess>()
        .AddSingleton<MinutesApproval>()
        .AddSingleton<MinutesService>()
        .AddSingleton<MinutesSigningService>()
        .AddSingleton<MinutesPapers>()
        .AddSingleton<MinutesTruth>()
        .AddSingleton<IRecordTruth>(sp => sp.GetRequiredService<MinutesTruth>())
        .AddSingleton<IDailyJob>(sp => sp.GetRequiredService<MinutesTruth>())
        .AddSingleton<MinutesQueries>();

    extension(CaseDbContext db)
    {
        public DbSet<Minutes> Minutes => db.Set<Minutes>();

        public DbSet<Sitting> Sittings => db.Set<Sitting>();

        public DbSet<StandingCommittee> StandingCommittees => db.Set<StandingCommittee>();
    }
}
