using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary.Awareness;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Papers;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.PolicyLibrary.Roster.Importing;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>The policies and tools of the association, and who has read, understood and signed which (ب, النطاق, المسؤوليات, ح-٤).</summary>
public static class PolicyLibraryModule
{
    /// <summary>Writing drafts.</summary>
    public const string EditPermission = "policies.edit";

    /// <summary>Putting a version in force.</summary>
    public const string PublishPermission = "policies.publish";

    /// <summary>Seeing the roster and who has signed what.</summary>
    public const string TrackPermission = "policies.track";

    /// <summary>Recording signatures given at human resources, asking for exemptions, reminding.</summary>
    public const string RecordPermission = "policies.record";

    /// <summary>The roster and the departments.</summary>
    public const string RosterPermission = "policies.roster";

    /// <summary>Approving that a special policy applies to somebody instead (النطاق).</summary>
    public const string ExemptPermission = "policies.exempt";

    /// <summary>Said of a record that is only for the person it is about.</summary>
    public const string OwnRule = "policies.own";

    public static IServiceCollection AddPolicyLibrary(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, DepartmentSeed>()
        .AddSingleton<IReferenceData, PolicySeed>()
        .AddSingleton<DepartmentQueries>()
        .AddSingleton<IDocumentAccess, VersionDocumentAccess>()
        .AddSingleton<PolicyQueries>()
        .AddSingleton<PublicPolicies>()
        .AddSingleton<PolicyService>()
        .AddSingleton<PolicyTextService>()
        .AddSingleton<PublishingService>()
        .AddSingleton<PolicyPapers>()
        .AddSingleton<AckPapers>()
        .AddSingleton<CoveragePapers>()
        .AddSingleton<IDocumentAccess, CoverageDocumentAccess>()
        .AddSingleton<IDocumentAccess, AckDocumentAccess>()
        .AddSingleton<IDocumentAccess, CopyDocumentAccess>()
        .AddSingleton<RosterQueries>()
        .AddSingleton<RosterService>()
        .AddSingleton<RosterImportService>()
        .AddSingleton<RosterTemplate>()
        .AddSingleton<DepartmentService>()
        .AddSingleton<SigningQueries>()
        .AddSingleton<SigningService>()
        .AddSingleton<DeskSigningService>()
        .AddSingleton<ExemptionService>()
        .AddSingleton<QuestionService>()
        .AddSingleton<CoverageQueries>()
        .AddSingleton<CopyService>()
        .AddSingleton<AwarenessService>()
        .AddSingleton<AwarenessQueries>()
        .AddSingleton<PolicyReminders>()
        .AddSingleton<IDailyJob>(provider => provider.GetRequiredService<PolicyReminders>())
        .AddRuleTexts<LibraryText>("policies");

    extension(CaseDbContext db)
    {
        public DbSet<Policy> Policies => db.Set<Policy>();

        public DbSet<PolicyVersion> PolicyVersions => db.Set<PolicyVersion>();

        public DbSet<StaffMember> StaffMembers => db.Set<StaffMember>();

        public DbSet<Acknowledgement> Acknowledgements => db.Set<Acknowledgement>();

        public DbSet<PolicyQuestion> PolicyQuestions => db.Set<PolicyQuestion>();

        public DbSet<PolicyExemption> PolicyExemptions => db.Set<PolicyExemption>();

        public DbSet<AwarenessActivity> AwarenessActivities => db.Set<AwarenessActivity>();

        public DbSet<DepartmentCopy> DepartmentCopies => db.Set<DepartmentCopy>();
    }
}
