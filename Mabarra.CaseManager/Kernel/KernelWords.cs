using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Mabarra.CaseManager.Kernel;

/// <summary>Reads KernelText for the Kernel's own pure functions, in the language asked for and never in an ambient one.</summary>
internal static class KernelWords
{
    private static readonly ResourceManager Words = new(typeof(KernelText));
    private static readonly ConcurrentDictionary<(string Key, string Culture), string[]> Lists = new();

    public static string Format(string key, CultureInfo culture, params ReadOnlySpan<object?> args) =>
        string.Format(CultureInfo.InvariantCulture, Get(key, culture), args);

    /// <summary>A text that holds several words parted by a bar.</summary>
    public static string[] List(string key, CultureInfo culture) =>
        Lists.GetOrAdd((key, AppCulture.Of(culture.Name).Name), static k => Get(k.Key, AppCulture.Of(k.Culture)).Split('|'));

    public static string Get(string key, CultureInfo culture) =>
        Words.GetString(key, AppCulture.Of(culture.Name)) ?? throw new MissingManifestResourceException($"KernelText has no \"{key}\".");
}
