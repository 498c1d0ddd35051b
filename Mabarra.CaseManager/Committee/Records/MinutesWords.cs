using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Intake;

namespace Mabarra.CaseManager.Committee;

/// <summary>Words of minutes and the papers of committees, which are Arabic whatever the screen's language is.</summary>
internal static class MinutesWords
{
    private static readonly ResourceManager Own = new(typeof(MinutesText));

    public static CultureInfo Culture => AppCulture.Arabic;

    public static string Of(string key) => Own.GetString(key, Culture) ?? throw new MissingManifestResourceException(key);

    /// <summary>For what is shown beside the paper to readers of English.</summary>
    public static string English(string key) => Own.GetString(key, AppCulture.English) ?? throw new MissingManifestResourceException(key);

    /// <summary>The agreed channel (ت-٥).</summary>
    public static string Channel(ServiceRequest request) => request.AgreedChannel is { } channel ? IntakeWords.Arabic($"channel.{channel}") : "—";

    public static string Format(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, Of(key), values);

    public static PdfText Pdf(string key, params IReadOnlyList<PdfRun> values) => PdfText.Format(Of(key), values);

    public static string Clock(DateTime at) => RiyadhTime.WallClock(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTime at) => DateText.BothWithDay(RiyadhTime.DayOf(at), Culture);
}
