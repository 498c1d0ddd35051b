using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>What a decision letter is made from.</summary>
internal sealed record LetterSource(string Number, string Name, Gender Gender, string Service, ServiceRequest Request, AgendaItem Item, SittingAtHand At, AssociationProfile Association);

/// <summary>خطاب القرار (DOMAIN.md part 8, document 5): what was decided and on what ground, what to do next, and how to object.</summary>
internal static class DecisionLetter
{
    public static async Task<LetterSource> ReadAsync(SittingAtHand at, AgendaItem item, ServiceRequest request, AssociationProfile association, CancellationToken cancel)
    {
        var (people, services, issued) = (at.Db.Beneficiaries, at.Db.ServiceTypes, at.Db.IssuedDocuments);
        var person = await people.AsNoTracking().SingleAsync(b => b.Id == request.BeneficiaryId, cancel);
        var service = await services.Where(s => s.Id == request.ServiceTypeId).Select(s => s.NameAr).SingleAsync(cancel);
        var before = await issued.CountAsync(d => d.RecordId == request.Id && d.Kind == IssuedKind.DecisionLetter, cancel);
        var number = before == 0 ? $"{request.Number}-L" : string.Create(CultureInfo.InvariantCulture, $"{request.Number}-L-{before + 1}");
        return new LetterSource(number, person.FullName, person.Gender, service, request, item, at, association);
    }

    public static PdfDocumentModel Of(LetterSource source, VerifyMark mark, bool isDemonstration) => new()
    {
        Title = MinutesWords.Of("letter.title"),
        Subtitle = MinutesWords.Pdf("letter.subtitle", source.Service, PdfRun.Ltr(source.Request.Number)),
        Number = source.Number,
        Version = "1",
        Letterhead = source.Association.ToLetterhead(),
        DateHijri = DateText.Hijri(source.At.Act.On, MinutesWords.Culture) ?? "—",
        DateGregorian = DateText.Gregorian(source.At.Act.On, MinutesWords.Culture),
        Watermark = isDemonstration ? MinutesWords.Of("watermark") : null,
        VerifyUrl = mark.Url,
        VerifyCode = mark.Code,
        PrintedAt = MinutesWords.Format("letter.printed", DateText.Gregorian(source.At.Act.On, MinutesWords.Culture), MinutesWords.Clock(source.At.Act.At)),
        CreatedAt = source.At.Act.At,
        Blocks = [.. Blocks(source)],
    };

    private static IEnumerable<PdfBlock> Blocks(LetterSource source)
    {
        var proposal = source.Item.Proposal!;
        yield return new PdfParagraph(MinutesWords.Pdf($"letter.to.{source.Gender}", PdfRun.Strong(source.Name)), PdfTextLook.Lead);
        yield return new PdfParagraph(MinutesWords.Of("letter.greeting"));
        yield return new PdfParagraph(MinutesWords.Pdf(
            "letter.reference", PdfRun.Ltr(source.Request.Number, bold: true), source.Service, source.At.Committee.NameAr, PdfRun.Ltr(source.At.Sitting.Label),
            DateText.Both(RiyadhTime.DayOf(source.At.Sitting.OpenedAt!.Value), MinutesWords.Culture)));
        yield return new PdfNotice(
            MinutesWords.Of("letter.decision"), MinutesWords.Of($"letter.outcome.{proposal.Outcome}"), Amount(proposal), proposal.IsApproval ? PdfTone.Calm : PdfTone.Attention);
        yield return new PdfKeyValues([.. Facts(proposal)]);
        yield return new PdfParagraph(MinutesWords.Of($"letter.next.{proposal.Outcome}"));
        if (!proposal.IsApproval || proposal.Outcome == DecisionOutcome.PartlyApproved)
            yield return new PdfParagraph(MinutesWords.Pdf("letter.object", PdfRun.Ltr(source.Association.Phone ?? "—"), PdfRun.Ltr(source.Association.Website ?? "—")));
        yield return new PdfParagraph(MinutesWords.Of("letter.closing"));
        yield return new PdfTogether(Signing(source), new PdfHeading(MinutesWords.Of("letter.delivery")), Delivery(source));
    }

    private static PdfText? Amount(Proposal proposal) => proposal.Amount is { } amount
        ? MinutesWords.Pdf("letter.amount", PdfRun.Ltr(amount.ToString(), bold: true))
        : null;

    private static IEnumerable<PdfField> Facts(Proposal proposal)
    {
        if (proposal.Article is { } article)
            yield return new(MinutesWords.Of("letter.article"), MinutesWords.Pdf("letter.article.of", PdfRun.Ltr(article)), Wide: true);
        if (proposal.Instalments is { } payments and > 1)
            yield return new(MinutesWords.Of("letter.instalments"), PdfRun.Ltr(payments.ToString(CultureInfo.InvariantCulture)));
        if (proposal.FirstOn is { } first)
            yield return new(MinutesWords.Of("letter.firston"), DateText.Both(first, MinutesWords.Culture));
        if (proposal.ReferredTo is { } body)
            yield return new(MinutesWords.Of("letter.referred"), body, Wide: true);
        if (proposal.ReasonArabic is { } reason)
            yield return new(MinutesWords.Of("letter.reason"), reason, Wide: true);
        if (proposal.Conditions is { } conditions)
            yield return new(MinutesWords.Of("letter.conditions"), conditions, Wide: true);
    }

    private static PdfSignatures Signing(LetterSource source) => new(
        new PdfSignature(MinutesWords.Of("position.Chair"), source.At.Sitting.Of(source.At.Sitting.PresiderId ?? Guid.Empty)?.Name),
        new PdfSignature(MinutesWords.Of("letter.stamp"), PdfText.Empty));

    private static PdfBlanks Delivery(LetterSource source) => new(
        [new(MinutesWords.Format("letter.delivery.channel", MinutesWords.Channel(source.Request)), 2), new(MinutesWords.Of("letter.delivery.at"), 1)],
        [new(MinutesWords.Of("letter.delivery.receiver"), 2), new(MinutesWords.Of("letter.delivery.proof"), 1)]);
}
