using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The registry: people, their categories, and the fields the association works in.</summary>
public static class BeneficiariesModule
{
    public const string ViewPermission = "beneficiaries.view";
    public const string EditPermission = "beneficiaries.edit";

    /// <summary>Flags and health notes: to see and to set them (DOMAIN.md §2.3, §3.8).</summary>
    public const string SensitivePermission = "beneficiaries.sensitive";

    /// <summary>Making one file of two (DOMAIN.md §3.8: senior management; the matrix has no supervisor of the desk apart from it).</summary>
    public const string MergePermission = "beneficiaries.merge";

    /// <summary>Bringing a registry in from a workbook: many files in one act, by those who may open any file or answer for all of them.</summary>
    public const string ImportPermission = "beneficiaries.import";

    public static IServiceCollection AddBeneficiaries(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, BeneficiarySeed>()
        .AddSingleton<IEditableList>(services => new EditableList<BeneficiaryCategory>(
            "categories", all => all, (code, nameAr, nameEn, order) => new BeneficiaryCategory { Code = code, NameAr = nameAr, NameEn = nameEn, Order = order }, services.GetServices<ListUse>()))
        .AddSingleton<IEditableList>(services => new EditableList<FieldOfWork>(
            "fields", all => all, (code, nameAr, nameEn, order) => new FieldOfWork { Code = code, NameAr = nameAr, NameEn = nameEn, Order = order }, services.GetServices<ListUse>()))
        .AddSingleton(new ListUse("categories", (db, cancel) => db.Set<BeneficiaryCategoryLink>().GroupBy(l => l.CategoryCode)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel)))
        .AddSingleton<IdNumbers>()
        .AddSingleton<BeneficiaryService>()
        .AddSingleton<BeneficiarySearch>()
        .AddSingleton<BeneficiaryQueries>()
        .AddSingleton<BeneficiaryTwins>()
        .AddParts()
        .AddRuleTexts<BeneficiariesText>("beneficiaries")
        .AddRuleTexts<RegistryText>("registry")
        .AddImport();

    /// <summary>The runner is one object, so that tests ask it to work and no clock does.</summary>
    private static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton<ImportService>()
        .AddSingleton<ImportQueries>()
        .AddSingleton<ImportTemplate>()
        .AddSingleton<ImportRunner>()
        .AddHostedService(provider => provider.GetRequiredService<ImportRunner>())
        .AddSingleton<IDailyJob, ImportClearing>()
        .AddRuleTexts<ImportText>("registry.import");

    private static IServiceCollection AddParts(this IServiceCollection services) => services
        .AddSingleton<FileUpkeepService>()
        .AddSingleton<IbanNumbers>()
        .AddSingleton<BankAccountService>()
        .AddSingleton<BankAccountQueries>()
        .AddSingleton<HouseholdService>()
        .AddSingleton<MeansService>()
        .AddSingleton<FamilyQueries>()
        .AddSingleton<RepresentativeService>()
        .AddSingleton<RepresentativeQueries>()
        .AddSingleton<SensitivityService>()
        .AddSingleton<ProtectedAddresses>()
        .AddSingleton<SensitivityQueries>()
        .AddSingleton<ConsentService>()
        .AddSingleton<MergeService>()
        .AddSingleton<MergeQueries>()
        .AddSingleton<ConsentQueries>()
        .AddSingleton<IDocumentAccess, PhotoAccess>();

    /// <summary>A tab of a file's page that a higher module brings.</summary>
    public static IServiceCollection AddFilePart(this IServiceCollection services, FilePart part) => services.AddSingleton(part);

    extension(CaseDbContext db)
    {
        public DbSet<Beneficiary> Beneficiaries => db.Set<Beneficiary>();

        public DbSet<BeneficiaryCategory> BeneficiaryCategories => db.Set<BeneficiaryCategory>();

        public DbSet<BeneficiaryCategoryLink> BeneficiaryCategoryLinks => db.Set<BeneficiaryCategoryLink>();

        public DbSet<FieldOfWork> FieldsOfWork => db.Set<FieldOfWork>();

        public DbSet<BankAccount> BankAccounts => db.Set<BankAccount>();

        public DbSet<HouseholdMember> HouseholdMembers => db.Set<HouseholdMember>();

        public DbSet<IncomeSource> IncomeSources => db.Set<IncomeSource>();

        public DbSet<Debt> Debts => db.Set<Debt>();

        public DbSet<Housing> Housings => db.Set<Housing>();

        public DbSet<Representative> Representatives => db.Set<Representative>();

        public DbSet<SensitivityFlag> SensitivityFlags => db.Set<SensitivityFlag>();

        public DbSet<FileMerge> FileMerges => db.Set<FileMerge>();

        public DbSet<RegistryImport> RegistryImports => db.Set<RegistryImport>();

        public DbSet<ImportRow> ImportRows => db.Set<ImportRow>();

        public DbSet<ImportProgress> ImportProgress => db.Set<ImportProgress>();

        public DbSet<ConsentRecord> ConsentRecords => db.Set<ConsentRecord>();
    }
}
