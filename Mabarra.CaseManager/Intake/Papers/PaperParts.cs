using System.Globalization;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>Pieces that several papers have in common.</summary>
internal static class PaperParts
{
    private const float TrackSize = 50;
    private const int OneColumn = 30;

    public static PdfDocumentModel Model(PaperFrame frame, PaperSource source, IssuedKind kind, IEnumerable<PdfBlock> blocks) => frame.Model(
        kind, frame.Words.Format("subtitle", Service(frame.Words, source), PdfRun.Ltr(source.Request.Number)),
        source.Request.FormVersion.ToString(CultureInfo.InvariantCulture), frame.Act.On, blocks);

    public static string Service(PaperWords words, PaperSource source) =>
        AppCulture.IsArabic(words.Culture) ? source.Detail.Service.NameAr : source.Detail.Service.NameEn;

    public static string Name(PaperWords words, RequestItem item) => AppCulture.IsArabic(words.Culture) ? item.NameAr : item.NameEn;

    /// <param name="lead">Key of the sentence that follows.</param>
    public static PdfParagraph Salutation(PaperWords words, PaperSource source, string lead) =>
        new(new PdfText([.. words.Format($"salutation.{source.Gender}", PdfRun.Strong(source.Beneficiary.FullName)).Runs, " ", words[lead]]));

    /// <summary>Number, person and masked ID, in one row of three; the service stands in the title.</summary>
    public static IEnumerable<PdfField> Heads(PaperWords words, PaperSource source) =>
    [
        new(words["number"], PdfRun.Ltr(source.Request.Number, bold: true)),
        new(words.For("beneficiary", source.Gender), source.Beneficiary.FullName),
        new(words["id"], PdfRun.Ltr($"••••••{source.Beneficiary.IdTail}")),
    ];

    /// <summary>The channel in a row of three; a postal address takes a row of its own.</summary>
    public static PdfField ChannelField(PaperWords words, ServiceRequest request) =>
        new(words["channel"], Channel(words, request), Wide: request.AgreedContact is { Length: > OneColumn });

    /// <summary>ت-٥: the channel and where it reaches her.</summary>
    public static PdfText Channel(PaperWords words, ServiceRequest request)
    {
        if (request.AgreedChannel is not { } channel)
            return words["none"];
        var name = words.OfScreen($"channel.{channel}");
        if (string.IsNullOrEmpty(request.AgreedContact))
            return name;
        var isCode = channel is Contacts.Channel.Phone or Contacts.Channel.Fax or Contacts.Channel.Email;
        return words.Format("channel.at", name, isCode ? PdfRun.Ltr(request.AgreedContact) : request.AgreedContact);
    }

    /// <summary>What came, by the day it came, and what was let go and why.</summary>
    public static IEnumerable<PdfBlock> Received(PaperWords words, PaperSource source)
    {
        var days = source.Items.Where(i => i.Status == ItemStatus.Received).GroupBy(i => i.ReceivedOn!.Value).OrderBy(g => g.Key).ToList();
        yield return new PdfHeading(days is [var only] ? words.Format("received.all", words.Day(only.Key)) : words["received"]);
        if (days.Count == 0)
            yield return new PdfParagraph(words["received.none"]);
        foreach (var day in days)
        {
            if (days.Count > 1)
                yield return new PdfHeading(words.Format("received.on", words.Day(day.Key)), Level: 2);
            yield return new PdfChecklist([.. day.Select(i => new PdfCheckItem(Name(words, i), PdfMark.Done))], Columns: 2);
        }

        var exempted = source.Items.Where(i => i.Status == ItemStatus.Exempted).ToList();
        if (exempted.Count == 0)
            yield break;
        yield return new PdfHeading(words["exempted.title"], Level: 2);
        yield return new PdfChecklist(
            [.. exempted.Select(i => new PdfCheckItem(Name(words, i), PdfMark.NotNeeded, words.Format("exempted", i.ReasonIn(words.Culture) ?? "")))]);
    }

    /// <summary>Code and page by which she follows the request (أ-٥). Fields, for in a sentence the code would break over two lines.</summary>
    public static IEnumerable<PdfField> Tracking(PaperWords words, PaperSource source) => source.Track is { } track
        ? [new(words["track.code"], PdfRun.Ltr(track.Code, bold: true)), new(words["track.page"], PdfRun.Ltr(track.Page))]
        : [];

    /// <summary>How to ask, follow and complain: the telephone, and the square code that leads to the tracking page.</summary>
    /// <param name="before">What stands above it, beside the square.</param>
    public static IEnumerable<PdfBlock> Contact(PaperFrame frame, PaperSource source, params IReadOnlyList<PdfBlock> before)
    {
        var blocks = before.ToList();
        if (frame.Association.Phone is { Length: > 0 } phone)
            blocks.Add(new PdfParagraph(frame.Words.Fill("contact", ("phone", PdfRun.Ltr(phone, bold: true)))));
        return source.Track is { } track
            ? [new PdfColumns(new PdfColumnOfBlocks(blocks, 4.2f), new PdfColumnOfBlocks([new PdfQr(track.Url, frame.Words["track"], TrackSize)]))]
            : blocks;
    }

    /// <summary>Two places to sign with the date left to the hand.</summary>
    public static PdfSignatures Signatures(PaperFrame frame, PaperSource source, string staffKey, string personKey, DateOnly? staffOn, DateOnly? personOn) => new(
        new PdfSignature(frame.Words[staffKey], frame.Act.Actor.Name, null, Date(frame.Words, staffOn)),
        new PdfSignature(frame.Words.For(personKey, source.Gender), source.Beneficiary.FullName, null, Date(frame.Words, personOn)));

    public static PdfField Date(PaperWords words, DateOnly? day) => new(words["date"], day is { } on ? words.Date(on) : "");

    /// <summary>How old the paper may be.</summary>
    public static string? Validity(PaperWords words, RequestItem item) =>
        item.MaxAgeDays is { } days ? Ui.Plural.Of(words["sheet.days"], days) : null;
}
