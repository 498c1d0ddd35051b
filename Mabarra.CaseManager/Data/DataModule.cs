using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Data.Drafts;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Data;

/// <summary>The database, the keys, and the way into them.</summary>
public static class DataModule
{
    /// <summary>Editing what the association decides about the app itself: lists, services and what they ask for, limits, numbers, texts, its details.</summary>
    public const string ListsPermission = "lists.edit";

    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<DatabaseOptions>(configuration.GetSection(DatabaseOptions.Section));
        services.Configure<KeyOptions>(configuration.GetSection(KeyOptions.Section));
        services.AddSingleton<WriteGate>()
            .AddSingleton<LiveChanges>()
            .AddSingleton<IDbContextFactory<CaseDbContext>, CaseDbContextFactory>()
            .AddSingleton<CaseWriter>()
            .AddSingleton<StorageState>()
            .AddSingleton<StorageWatch>()
            .AddHostedService(provider => provider.GetRequiredService<StorageWatch>())
            .AddSingleton<SettingReader>()
            .AddSingleton<HouseTexts>()
            .AddSingleton<ReferenceDataBoot>()
            .AddSingleton<DatabaseBoot>()
            .AddSingleton<DatabaseUse>()
            .AddSingleton<Migrator>()
            .AddSingleton<KeySentinels>()
            .AddSingleton<JobTurns>()
            .AddHostedService<CheckpointOnStop>()
            .AddHostedService<NodeChanges>()
            // Only DatabaseBoot may make a key file, and only for an empty database.
            .AddSingleton(provider => CaseKeys.Open(provider.GetRequiredService<IOptions<KeyOptions>>(), mayCreate: false))
            .AddSingleton<FieldCipher>();
        services.AddScoped<IDrafts, DraftStore>().AddScoped<PersonalMarks>();
        // Identity's and Data Protection's stores want a scoped context of their own.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContext());
        services.AddIdentityCore<StaffUser>().AddEntityFrameworkStores<CaseDbContext>();
        services.AddDataProtection().SetApplicationName("Mabarra.CaseManager").PersistKeysToDbContext<CaseDbContext>();
        services.AddOptions<KeyManagementOptions>().Configure<FieldCipher>((o, cipher) => o.XmlEncryptor = new SealedXmlEncryptor(cipher));
        return services;
    }
}
