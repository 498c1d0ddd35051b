using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>The matrix of liaison officers (خ-١): the one source of whose people an officer reaches, and of where requests and inquiries go.</summary>
public static class LiaisonModule
{
    public const string ViewPermission = "liaison.view";

    /// <summary>Charging officers (DOMAIN.md §3.8: senior management).</summary>
    public const string AssignPermission = "liaison.assign";

    /// <summary>Saying who is away: an officer of herself.</summary>
    public const string AbsencePermission = "liaison.absence";

    /// <summary>«ما عندي»: what an officer is in charge of.</summary>
    public const string MinePermission = "liaison.mine";

    public static IServiceCollection AddLiaison(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, StandInMove>()
        .AddSingleton<MatrixReader>()
        .AddSingleton<IOfficerCharge>(provider => provider.GetRequiredService<MatrixReader>())
        .AddSingleton<LiaisonService>()
        .AddSingleton<LiaisonQueries>()
        .AddRuleTexts<LiaisonText>("liaison");

    extension(CaseDbContext db)
    {
        public DbSet<LiaisonAssignment> LiaisonAssignments => db.Set<LiaisonAssignment>();

        public DbSet<OfficerAbsence> OfficerAbsences => db.Set<OfficerAbsence>();
    }
}
