using MudBlazor;

namespace Mabarra.CaseManager.Ui;

/// <summary>What a colour means. Each tone has its own shape too: colour never stands alone.</summary>
public enum Tone { Neutral, Info, Good, Warn, Bad }

internal static class Tones
{
    public static string Class(this Tone tone, string prefix) => prefix + tone switch
    {
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        _ => "neutral",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Info => Icons.Material.Outlined.Info,
        Tone.Good => Icons.Material.Outlined.CheckCircle,
        Tone.Warn => Icons.Material.Outlined.WarningAmber,
        Tone.Bad => Icons.Material.Outlined.Dangerous,
        _ => Icons.Material.Outlined.RadioButtonUnchecked,
    };
}
