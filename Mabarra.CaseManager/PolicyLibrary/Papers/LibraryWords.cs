using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.PolicyLibrary.Papers;

/// <summary>Marker of the words on the library's papers (LibraryPapersText.resx, Arabic; LibraryPapersText.en.resx, English).</summary>
public sealed class LibraryPapersText;

/// <summary>The papers' words. They are the association's official ones, and those are Arabic whatever language the screen is in.</summary>
internal static class LibraryWords
{
    private static readonly ResourceManager Own = new(typeof(LibraryPapersText));

    public static CultureInfo Culture => AppCulture.Arabic;

    public static string Of(string key) => Own.GetString(key, Culture) ?? throw new MissingManifestResourceException(key);

    public static PdfText Format(string key, params IReadOnlyList<PdfRun> values) => PdfText.Format(Of(key), values);

    public static string Day(DateOnly day) => DateText.Both(day, Culture);

    public static PdfText Moment(DateTime at) => Format("time", Day(RiyadhTime.DayOf(at)), PdfRun.Ltr(Clock(at)));

    public static string Clock(DateTime at) => RiyadhTime.WallClock(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static PdfField DayField(string key, DateOnly? day) => new(Of(key), day is { } on ? Day(on) : Of("none"));
}

/// <summary>What stands round the content of one paper.</summary>
internal sealed record LibraryPaper(Act Act, string Number, string Version, VerifyMark Mark, AssociationProfile Association, bool IsDemonstration)
{
    public PdfDocumentModel Model(string title, PdfText subtitle, DateOnly on, IEnumerable<PdfBlock> blocks) => new()
    {
        Title = title,
        Subtitle = subtitle,
        Number = Number,
        Version = Version,
        Language = LibraryWords.Culture.TwoLetterISOLanguageName,
        Letterhead = Association.ToLetterhead(),
        DateHijri = DateText.Hijri(on, LibraryWords.Culture) ?? LibraryWords.Of("none"),
        DateGregorian = DateText.Gregorian(on, LibraryWords.Culture),
        Watermark = IsDemonstration ? LibraryWords.Of("watermark") : null,
        VerifyUrl = Mark.Url,
        VerifyCode = Mark.Code,
        PrintedAt = LibraryWords.Format("printed", DateText.Gregorian(Act.On, LibraryWords.Culture), LibraryWords.Clock(Act.At), Act.Actor.IsSystem ? LibraryWords.Of("system") : Act.Actor.Name).Plain,
        CreatedAt = Act.At,
        Blocks = [.. blocks],
    };
}
