using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>
/// What the last signature brings about, all of it in its transaction or none: the paper is issued, the minutes are approved, and every decision takes effect with
/// the beneficiary's notice (ت-٥, ت-٦). The one place where a decision becomes one.
/// </summary>
/// <param name="environment">Absent where there is no host, which is in no production.</param>
public sealed class MinutesApproval(
    IDbContextFactory<CaseDbContext> contexts, DocumentQueries documents, IssuedDocuments issued, Association association, RequestNotices notices, IHostEnvironment? environment = null)
{
    /// <summary>The signatures drawn so far. Read before the transaction.</summary>
    internal async Task<Dictionary<Guid, ReadOnlyMemory<byte>>> ImagesAsync(Guid minutesId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var ids = await db.Set<MinutesSignature>().Where(s => s.MinutesId == minutesId).Select(s => s.DocumentId).ToListAsync(cancel);
        var images = new Dictionary<Guid, ReadOnlyMemory<byte>>();
        foreach (var id in ids)
        {
            if (await documents.BytesForDrawingAsync(id, cancel: cancel) is { } png)
                images[id] = png;
        }
        return images;
    }

    internal async Task ApproveAsync(SittingAtHand at, Minutes minutes, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> images, CancellationToken cancel)
    {
        // What was signed is what stands: a row changed by hand since then gives another hash.
        if (!minutes.ContentHash!.AsSpan().SequenceEqual(Minutes.HashOf(MinutesContent.Of(minutes, at.Sitting))))
            throw new RuleViolation("committees.minutes.tampered");
        var profile = await association.ReadAsync(at.Db, cancel);
        var source = new MinutesSource(minutes, at.Sitting, at.Committee, at.Act, images);
        var paper = new NewIssued { Kind = IssuedKind.CommitteeMinutes, Number = minutes.Number, RecordId = minutes.Id, RecordType = nameof(Minutes) };
        var made = await issued.IssueAsync(at.Db, at.Act, paper, mark => PdfRenderer.Render(MinutesPaper.Of(source, profile, mark, environment?.IsDevelopment() == true)), cancel);
        minutes.Approve(at.Act, made.Id);
        if (minutes.IsSupplementary)
            return;
        foreach (var item in at.Sitting.Items.Where(i => i.State == ItemState.Decided))
            await DecideAsync(at, item, cancel);
    }

    private async Task DecideAsync(SittingAtHand at, AgendaItem item, CancellationToken cancel)
    {
        var request = await at.RequestAsync(item.RequestId, cancel);
        // Withdrawn between the vote and the signature: nothing is left to decide.
        if (request.Lane != ReviewLane.Voted)
            return;
        request.Decide(at.Act);
        at.Record(request.Status == RequestStatus.Decided ? "intake.review.decided" : "intake.review.deferred", request);
        await notices.DecideAsync(at.Db, at.Act, request, cancel);
    }
}
