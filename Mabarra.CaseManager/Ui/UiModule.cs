using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;

namespace Mabarra.CaseManager.Ui;

/// <summary>Registers the kit: components without domain words.</summary>
public static class UiModule
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomEnd;
            mud.SnackbarConfiguration.PreventDuplicates = true;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
        });
        services.AddTransient<MudLocalizer, MudTexts>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<RuleTexts>();
        services.TryAddScoped<UiScript>();
        services.TryAddScoped<StorageNotice>();
        services.TryAddScoped<Confirm>();
        services.TryAddScoped<ShortcutList>();
        services.TryAddScoped<IDrafts, MemoryDrafts>();
        services.TryAddSingleton<IBrandName, NoBrandName>();
        services.AddRuleTexts<KernelText>("kernel").AddRuleTexts<UiText>("ui");
        return services;
    }

    /// <summary>Codes of breaches and acts that begin with <paramref name="prefix"/> (<c>intake</c>, <c>intake.visit</c>; the longest wins) find their text in <typeparamref name="TMarker"/>'s resx.</summary>
    public static IServiceCollection AddRuleTexts<TMarker>(this IServiceCollection services, string prefix) =>
        services.AddSingleton(new RuleTextSource(prefix, typeof(TMarker)));
}
