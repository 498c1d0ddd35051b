using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary.Papers;
using Mabarra.CaseManager.PolicyLibrary.Roster;
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
        .AddRuleTexts<LibraryText>("policies");

    extension(CaseDbContext db)
    {
        public DbSet<Policy> Policies => db.Set<Policy>();

        public DbSet<PolicyVersion> PolicyVersions => db.Set<PolicyVersion>();
    }
}
