using Mabarra.CaseManager.Data;
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
        .AddSingleton<BeneficiaryQueries>();

    extension(CaseDbContext db)
    {
        public DbSet<Beneficiary> Beneficiaries => db.Set<Beneficiary>();

        public DbSet<BeneficiaryCategory> BeneficiaryCategories => db.Set<BeneficiaryCategory>();

        public DbSet<BeneficiaryCategoryLink> BeneficiaryCategoryLinks => db.Set<BeneficiaryCategoryLink>();

        public DbSet<FieldOfWork> FieldsOfWork => db.Set<FieldOfWork>();
    }
}
