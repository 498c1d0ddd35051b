using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>The papers' words in the paper's language, whatever the screen's is.</summary>
/// <param name="texts">What an administrator wrote otherwise; null for the app's own words.</param>
internal sealed class PaperWords(CultureInfo culture, TextSet? texts = null)
{
    private static readonly ResourceManager Own = new(typeof(PapersText));
    private static readonly ResourceManager Screen = new(typeof(IntakeText));

    public CultureInfo Culture => culture;

    public string this[string key] => Get(Own, key);

    /// <summary>A woman is written to as a woman (DOMAIN.md §2.2).</summary>
    public string For(string key, Gender gender) => this[$"{key}.{gender}"];

    /// <summary>Words that the request's page shows too, such as the declaration: what is printed is what was read on the screen.</summary>
    public string OfScreen(string key) => Get(Screen, key);

    /// <summary>A sentence an administrator may write otherwise, with its places filled in.</summary>
    public PdfText Fill(string key, params IReadOnlyList<(string Place, PdfRun Value)> values) =>
        new([.. TextTemplate.Parts(this[key]).Select(p => p.IsPlace ? values.FirstOrDefault(v => string.Equals(v.Place, p.Text, StringComparison.Ordinal)).Value ?? new PdfRun("") : new PdfRun(p.Text))]);

    /// <summary>The number of the words in force; what was signed or given out names it.</summary>
    public int VersionOf(string key) => texts?.Find(key)?.No ?? TextVersion.BuiltIn;

    public PdfText Format(string key, params IReadOnlyList<PdfRun> values) => PdfText.Format(this[key], values);

    /// <summary>Both calendars, with the day's name.</summary>
    public string Day(DateOnly day) => DateText.BothWithDay(day, culture);

    /// <summary>Both calendars.</summary>
    public string Date(DateOnly day) => DateText.Both(day, culture);

    /// <summary>Both calendars and the Riyadh clock.</summary>
    public PdfText Moment(DateTime at) => Format("time", Date(RiyadhTime.DayOf(at)), PdfRun.Ltr(Clock(at)));

    public static string Clock(DateTime at) => RiyadhTime.WallClock(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Get(ResourceManager words, string key) => texts?.Find(key)?.In(culture) ?? words.GetString(key, culture) ?? throw new MissingManifestResourceException(key);
}
