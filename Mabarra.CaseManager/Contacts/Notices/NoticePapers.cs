using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Contacts.Sending;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>Prints a notice that goes by post, by fax or over the desk; a second click prints the very same one.</summary>
public sealed class NoticePapers(IDbContextFactory<CaseDbContext> contexts, CaseWriter writer, IssuedDocuments issued, Association association, NoticeMode mode)
{
    private static readonly ResourceManager Words = new(typeof(ContactsText));

    /// <returns>Id of the issued paper (<see cref="DocumentLinks.Issued"/>).</returns>
    /// <exception cref="AccessDenied">Not this person's to see, or no such notice.</exception>
    public async Task<Guid> PrintAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.ViewPermission);
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await ReadAsync(db, act, id, cancel);
            if (await IssuedBeforeAsync(db, id, cancel) is { } same)
                return same;
        }

        return await writer.SaveAsync(async db =>
        {
            var notice = await ReadAsync(db, act, id, cancel);
            if (await IssuedBeforeAsync(db, id, cancel) is { } same)
                return same;
            var profile = await association.ReadAsync(db, cancel);
            var isNobodys = mode.IsDemonstration || await NoticeMode.IsAboutNobodyAsync(db, notice.RecordId, cancel);
            var paper = new NewIssued { Kind = IssuedKind.Notice, Number = NumberOf(notice), RecordId = id, RecordType = nameof(Notice) };
            return (await issued.IssueAsync(db, act, paper, mark => PdfRenderer.Render(Model(act, notice, profile, mark, isNobodys)), cancel)).Id;
        }, cancel);
    }

    /// <summary>Its place among all notices.</summary>
    internal static string NumberOf(Notice notice) => string.Create(CultureInfo.InvariantCulture, $"NTC-{notice.Serial:D6}");

    /// <summary>Papers are Arabic, whatever language the screen is in.</summary>
    private static PdfDocumentModel Model(Act act, Notice notice, AssociationProfile profile, VerifyMark mark, bool isNobodys) => new()
    {
        Title = NoticeTexts.TitleOf(notice.Kind, AppCulture.Arabic),
        Subtitle = PdfText.Format(Word("paper.about"), PdfRun.Ltr(notice.RecordLabel)),
        Number = NumberOf(notice),
        Version = notice.TextNo.ToString(CultureInfo.InvariantCulture),
        Letterhead = profile.ToLetterhead(),
        DateHijri = DateText.Hijri(act.On, AppCulture.Arabic) ?? "",
        DateGregorian = DateText.Gregorian(act.On, AppCulture.Arabic),
        Watermark = isNobodys ? Word("paper.watermark") : null,
        VerifyUrl = mark.Url,
        VerifyCode = mark.Code,
        PrintedAt = PdfText.Format(Word("paper.printed"), DateText.Gregorian(act.On, AppCulture.Arabic), act.Actor.Name).Plain,
        CreatedAt = act.At,
        Blocks = [.. Blocks(notice, profile)],
    };

    private static IEnumerable<PdfBlock> Blocks(Notice notice, AssociationProfile profile)
    {
        yield return new PdfKeyValues(
            [new(Word("paper.to"), notice.RecipientName), new(Word("paper.address"), PdfRun.Ltr(notice.Recipient ?? "—"))]);
        foreach (var line in notice.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            yield return new PdfParagraph(line, PdfTextLook.Lead);
        if (profile.Phone is { Length: > 0 } phone)
            yield return new PdfParagraph(PdfText.Format(Word("paper.contact"), PdfRun.Ltr(phone, bold: true)));
        yield return new PdfSignatures(new PdfSignature(Word("paper.received"), notice.RecipientName, null, new PdfField(Word("paper.date"), "")));
    }

    private static string Word(string key) => Words.GetString(key, AppCulture.Arabic)!;

    private static async Task<Notice> ReadAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel) =>
        await NoticeAccess.Visible(db, act).SingleOrDefaultAsync(n => n.Id == id, cancel) ?? throw act.Refuse(ContactsModule.ViewPermission, id);

    private static Task<Guid?> IssuedBeforeAsync(CaseDbContext db, Guid id, CancellationToken cancel)
    {
        var papers = db.IssuedDocuments;
        return papers.Where(d => d.RecordId == id && d.Kind == IssuedKind.Notice).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
    }
}
