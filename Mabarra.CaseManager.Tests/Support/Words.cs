using System.Globalization;
using System.Resources;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>The app's Arabic words, so that tests look for what people read without writing it a second time.</summary>
public static class Words
{
    public static string Of<TMarker>(string key, params object[] args) =>
        string.Format(CultureInfo.InvariantCulture, Get<TMarker>(key), args);

    private static string Get<TMarker>(string key) =>
        new ResourceManager(typeof(TMarker)).GetString(key, AppCulture.Arabic) ?? throw new MissingManifestResourceException($"{typeof(TMarker).Name} has no \"{key}\".");
}
