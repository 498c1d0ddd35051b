using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>What an administrator changes without a developer: lists, limits, numbering, texts, the association's details.</summary>
public static class SettingsModule
{
    public const string EditPermission = DataModule.ListsPermission;

    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSingleton<LimitService>()
        .AddSingleton<AssociationService>()
        .AddSingleton<SettingQueries>()
        .AddSingleton<ListService>()
        .AddSingleton<ListQueries>()
        .AddSingleton<TextService>()
        .AddSingleton<TextQueries>()
        .AddSingleton<NumberService>()
        .AddSingleton<NumberQueries>()
        .AddSingleton<IReferenceData, ListEntrySeed>()
        .AddEntries(ListNames.Rejection, ListNames.Deferral, ListNames.Late, ListNames.Revocation, ListNames.Exemption, ListNames.PaperRefusal, ListNames.Withdrawal, ListNames.Complaints, ListNames.Damage)
        .AddRuleTexts<SettingsText>("settings");

    private static IServiceCollection AddEntries(this IServiceCollection services, params IReadOnlyList<string> lists)
    {
        foreach (var list in lists)
        {
            services.AddSingleton<IEditableList>(provider => new EditableList<ListEntry>(
                list, all => all.Where(e => e.List == list),
                (code, nameAr, nameEn, order) => new ListEntry { List = list, Code = code, NameAr = nameAr, NameEn = nameEn, Order = order }, provider.GetServices<ListUse>()));
        }

        return services;
    }
}
