namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>Addresses of the settings' pages.</summary>
public static class SettingsLinks
{
    public const string Home = "/settings";
    public const string Lists = "/settings/lists";
    public const string Limits = "/settings/limits";
    public const string Association = "/settings/association";
    public const string Texts = "/settings/texts";
    public const string Numbers = "/settings/numbers";

    public static string List(string key) => $"{Lists}?list={key}";

    public static string Text(string code) => $"{Texts}?text={Uri.EscapeDataString(code)}";
}
