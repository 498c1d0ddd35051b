using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>Files kept with records, and the papers the association issues.</summary>
public static class DocumentsModule
{
    /// <summary>Opening confidential and health papers (ح-٢); how far it reaches is in the authorization matrix.</summary>
    public const string SensitivePermission = "documents.sensitive";

    /// <summary>Not a permission of its own: the record's module said no (<see cref="IDocumentAccess"/>).</summary>
    public const string OpenRule = "documents.open";

    /// <inheritdoc cref="OpenRule"/>
    public const string ChangeRule = "documents.change";

    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<DocumentOptions>().BindConfiguration(DocumentOptions.Section);
        services.AddOptions<SealOptions>().BindConfiguration(SealOptions.Section);
        services.AddOptions<AssociationProfile>().BindConfiguration(AssociationProfile.Section);
        return services
            .AddSingleton<Association>()
            .AddSingleton<IBrandName>(sp => sp.GetRequiredService<Association>())
            .AddSingleton<BodyStore>()
            .AddSingleton<DocumentIntake>()
            .AddSingleton<DocumentGuard>()
            .AddSingleton<DocumentService>()
            .AddSingleton<DocumentQueries>()
            .AddSingleton<SealKey>()
            .AddSingleton<PaperSeals>()
            .AddSingleton<IDailyJob, SealJob>()
            .AddSingleton<IssuedDocuments>()
            .AddSingleton<Verification>()
            .AddSingleton<VerifyLimiter>()
            .AddSingleton<PhoneUploadService>()
            .AddSingleton<PhoneQueries>()
            .AddSingleton<PhoneInbox>()
            .AddSingleton<PhoneLimiter>()
            .AddSingleton<OpenTickets>()
            .AddSingleton<ComparedFile>()
            .AddRuleTexts<DocumentsText>("documents");
    }

    extension(CaseDbContext db)
    {
        public DbSet<StoredDocument> StoredDocuments => db.Set<StoredDocument>();

        public DbSet<AssociationLogo> AssociationLogos => db.Set<AssociationLogo>();

        public DbSet<IssuedDocument> IssuedDocuments => db.Set<IssuedDocument>();

        public DbSet<IssuedSeal> IssuedSeals => db.Set<IssuedSeal>();
    }
}
