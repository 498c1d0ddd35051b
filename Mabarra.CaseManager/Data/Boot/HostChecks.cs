using System.Globalization;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>What the machine must offer before anything is opened (F10).</summary>
internal static class HostChecks
{
    /// <exception cref="BootRefused">The host has no ICU data: Arabic words, Hijri dates and the order of letters would be wrong.</exception>
    public static void RequireCultures()
    {
        var arabic = FindCulture("ar-SA");
        if (arabic is null || arabic.Calendar is not UmAlQuraCalendar)
            throw new BootRefused("This host runs .NET without ICU (invariant globalization). Install libicu and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }

    /// <exception cref="BootRefused">Files cannot be made there.</exception>
    public static void RequireWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".{Guid.NewGuid():N}.probe");
            using var stream = new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            stream.WriteByte(0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BootRefused($"The folder {Path.GetFullPath(folder)} cannot be written to: {e.Message}", e);
        }
    }

    private static CultureInfo? FindCulture(string name)
    {
        try
        {
            return new CultureInfo(name, useUserOverride: false);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
