using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Mabarra.CaseManager.Ui;

/// <summary>The few words MudBlazor itself puts on screen, in both of our languages.</summary>
public sealed class MudTexts(IStringLocalizer<UiText> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => key switch
    {
        "MudDialog_Close" or "MudSnackbar_Close" or "MudAlert_Close" => texts["close"],
        _ => new LocalizedString(key, key, resourceNotFound: true),
    };
}
