using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The registry: people, their categories, and the fields the association works in.</summary>
public static class BeneficiariesModule
{
    public const string ViewPermission = "beneficiaries.view";
    public const string EditPermission = "beneficiaries.edit";

    public static IServiceCollection AddBeneficiaries(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, BeneficiarySeed>()
        .AddSingleton<IdNumbers>()
        .AddSingleton<BeneficiaryService>()
        .AddSingleton<BeneficiarySearch>()
        .AddSingleton<BeneficiaryQueries>()
        .AddRuleTexts<BeneficiariesText>("beneficiaries");

    /// <summary>A tab of a file's page that a higher module brings.</summary>
    public static IServiceCollection AddFilePart(this IServiceCollection services, FilePart part) => services.AddSingleton(part);

    extension(CaseDbContext db)
    {
        public DbSet<Beneficiary> Beneficiaries => db.Set<Beneficiary>();

        public DbSet<BeneficiaryCategory> BeneficiaryCategories => db.Set<BeneficiaryCategory>();

        public DbSet<BeneficiaryCategoryLink> BeneficiaryCategoryLinks => db.Set<BeneficiaryCategoryLink>();

        public DbSet<FieldOfWork> FieldsOfWork => db.Set<FieldOfWork>();
    }
}
