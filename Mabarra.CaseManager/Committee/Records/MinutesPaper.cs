using System.Globalization;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Committee;

/// <summary>محضر اجتماع لجنة as it is issued: both dates, attendance, items, votes, reservations, signatures with names and times, the hash (DOMAIN.md part 8, document 6).</summary>
internal static class MinutesPaper
{
    public static PdfDocumentModel Of(MinutesSource source, AssociationProfile association, VerifyMark mark, bool isDemonstration) => new()
    {
        Title = MinutesWords.Format(source.Minutes.IsSupplementary ? "title.more" : "title", source.Committee.NameAr, source.Minutes.Number),
        Subtitle = MinutesWords.Day(source.Sitting.OpenedAt!.Value),
        Number = source.Minutes.Number,
        Version = "1",
        Letterhead = association.ToLetterhead(),
        DateHijri = DateText.Hijri(source.Act.On, MinutesWords.Culture) ?? "—",
        DateGregorian = DateText.Gregorian(source.Act.On, MinutesWords.Culture),
        Watermark = isDemonstration ? MinutesWords.Of("watermark") : null,
        VerifyUrl = mark.Url,
        VerifyCode = mark.Code,
        PrintedAt = MinutesWords.Format(source.IsForSigning ? "printed.forsigning" : "printed", DateText.Gregorian(source.Act.On, MinutesWords.Culture), MinutesWords.Clock(source.Act.At), source.Act.Actor.Name),
        CreatedAt = source.Act.At,
        Blocks = [.. Blocks(source)],
    };

    private static IEnumerable<PdfBlock> Blocks(MinutesSource source)
    {
        yield return new PdfHeading(MinutesWords.Of("attendance"));
        yield return Attendance(source.Sitting);
        yield return new PdfHeading(MinutesWords.Of("proceedings"));
        foreach (var line in source.Minutes.Body.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
                yield return new PdfSpacer(6);
            else
                yield return new PdfParagraph(line);
        }
        if (!source.Minutes.IsSupplementary && source.Sitting.Items.Any(i => i.Votes.Count > 0))
        {
            yield return new PdfHeading(MinutesWords.Of("votes"));
            yield return Votes(source.Sitting);
        }
        yield return new PdfHeading(MinutesWords.Of("signatures"));
        foreach (var pair in Places(source).Chunk(2))
            yield return new PdfSignatures([.. pair]);
        yield return new PdfParagraph(MinutesWords.Pdf("hash", PdfRun.Ltr(Convert.ToHexStringLower(source.Minutes.ContentHash!))), PdfTextLook.Small);
        yield return new PdfParagraph(MinutesWords.Of(source.IsForSigning ? "forsigning" : "proves"), PdfTextLook.Small);
    }

    /// <summary>Who signed; on the paper to be signed by hand, also who has still to, with two witnesses each.</summary>
    private static IEnumerable<PdfSignature> Places(MinutesSource source)
    {
        foreach (var signature in source.Minutes.InOrder)
            yield return Signature(source, signature);
        if (!source.IsForSigning)
            yield break;
        foreach (var member in MinutesSigningService.Signers(source.Sitting).Where(a => !source.Minutes.HasSigned(a.EmployeeId)).OrderBy(a => a.EmployeeId == source.Sitting.PresiderId).ThenBy(a => a.Position))
            yield return new PdfSignature(MinutesWords.Of($"position.{member.Position}"), member.Name, null, [.. Items(MinutesPart.Of(source.Minutes, source.Sitting, member).Items), new PdfField(MinutesWords.Of("reservation.head"), ""), new PdfField(MinutesWords.Of("witness.first"), ""), new PdfField(MinutesWords.Of("witness.second"), "")]);
    }

    private static IEnumerable<PdfField> Items(string? items)
    {
        if (items is not null)
            yield return new PdfField(MinutesWords.Of("signed.items"), items.Length == 0 ? MinutesWords.Of("signed.presence") : PdfRun.Ltr(items));
    }

    private static PdfTable Attendance(Sitting sitting) => new(
        [new(MinutesWords.Of("name"), 3), new(MinutesWords.Of("position"), 2), new(MinutesWords.Of("was"), 1), new(MinutesWords.Of("times"), 2)],
        [.. sitting.Attendances.OrderBy(a => a.Position).ThenBy(a => a.Name, StringComparer.Ordinal).Select(a => (IReadOnlyList<PdfText>)
        [
            a.Name, MinutesWords.Of($"position.{a.Position}"), MinutesWords.Of($"was.{a.Status}"),
            PdfRun.Ltr(string.Join(", ", a.Stays.OrderBy(s => s.ArrivedAt).Select(s => s.LeftAt is { } left ? $"{MinutesWords.Clock(s.ArrivedAt)}–{MinutesWords.Clock(left)}" : MinutesWords.Clock(s.ArrivedAt)))),
        ])]);

    private static PdfTable Votes(Sitting sitting) => new(
        [new(MinutesWords.Of("request"), 2), new(MinutesWords.Of("name"), 3), new(MinutesWords.Of("vote.head"), 1), new(MinutesWords.Of("reservation.head"), 3)],
        [.. sitting.Agenda.SelectMany(i => i.CurrentVotes.OrderBy(v => v.CastAt).Select(v => (IReadOnlyList<PdfText>)
            [PdfRun.Ltr(i.RequestNumber), v.Name, MinutesWords.Of($"vote.{v.Choice}"), v.Reservation ?? "—"]))]);

    private static PdfSignature Signature(MinutesSource source, MinutesSignature signature) => new(
        MinutesWords.Of($"position.{signature.Position}"),
        signature.Name,
        source.Images.TryGetValue(signature.DocumentId, out var image) ? image : default(ReadOnlyMemory<byte>?),
        [
            new PdfField(MinutesWords.Of("signed"), PdfRun.Ltr(string.Create(CultureInfo.InvariantCulture, $"{DateText.ShortGregorian(RiyadhTime.DayOf(signature.SignedAt))} {MinutesWords.Clock(signature.SignedAt)}"))),
            .. Items(signature.Items),
            .. signature.Witnesses is { } before ? [new PdfField(MinutesWords.Of("signed.paper"), before)] : Array.Empty<PdfField>(),
            .. signature.Reservation is { } why ? [new PdfField(MinutesWords.Of("reservation.head"), why)] : Array.Empty<PdfField>(),
        ]);
}

/// <summary>What the paper is made from.</summary>
/// <param name="Images">The drawn signatures, by document.</param>
internal sealed record MinutesSource(Minutes Minutes, Sitting Sitting, StandingCommittee Committee, Act Act, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> Images)
{
    /// <summary>Printed to be signed by hand.</summary>
    public bool IsForSigning { get; init; }
}
