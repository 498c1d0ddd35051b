namespace Mabarra.CaseManager.Ui;

/// <summary>What a browser remembers about how to show the app: cookies the server reads, so that the first paint is already right.</summary>
public static class Preferences
{
    public const string LanguageCookie = "lang";
    public const string ThemeCookie = "theme";
    public const string NavigationCookie = "nav";

    public const string LanguagePath = "/preferences/language";
    public const string ThemePath = "/preferences/theme";

    public static string Theme(string? cookie) => cookie is "light" or "dark" ? cookie : "system";

    public static string Navigation(string? cookie) => cookie is "narrow" ? "narrow" : "wide";

    /// <summary>Only paths of this app: an address brought in from outside must not lead away from it.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path
            : "/";
}
