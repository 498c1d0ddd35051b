namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>Where to go after signing in. Only a path of this app, whatever the address bar says (B40).</summary>
internal static class LocalUrl
{
    public const string Home = "/";

    public static string Of(string? url) => IsLocal(url) ? url! : Home;

    private static bool IsLocal(string? url) =>
        url is { Length: > 0 and <= 2000 }
        && url[0] == '/'
        && (url.Length == 1 || url[1] is not ('/' or '\\'))
        && !url.Any(c => char.IsControl(c) || c == '\\');
}
