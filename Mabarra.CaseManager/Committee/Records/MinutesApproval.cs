using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>
/// What the last signature brings about, all of it in its transaction or none: the paper is issued and sealed, the minutes are approved, and every decision takes
/// effect with the beneficiary's letter and notice (ت-٥, ت-٦). The one place where a decision becomes one.
/// </summary>
/// <param name="environment">Absent where there is no host, which is in no production.</param>
public sealed class MinutesApproval(
    IDbContextFactory<CaseDbContext> contexts, DocumentQueries documents, IssuedDocuments issued, Association association, RequestNotices notices, VoteAudit votes,
    IHostEnvironment? environment = null)
{
    private bool IsDemonstration => environment?.IsDevelopment() == true;

    /// <summary>The signatures drawn so far. Read before the transaction.</summary>
    internal async Task<Dictionary<Guid, ReadOnlyMemory<byte>>> ImagesAsync(Guid minutesId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var ids = await db.Set<MinutesSignature>().Where(s => s.MinutesId == minutesId && s.Way == SigningWay.Screen).Select(s => s.DocumentId).ToListAsync(cancel);
        var images = new Dictionary<Guid, ReadOnlyMemory<byte>>();
        foreach (var id in ids)
        {
            if (await documents.BytesForDrawingAsync(id, cancel: cancel) is { } png)
                images[id] = png;
        }
        return images;
    }

    /// <summary>The issued paper of minutes that this person keeps.</summary>
    internal async Task<Guid> PaperOfAsync(Act act, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (at, minutes) = await MinutesService.LoadAsync(db, act, id, cancel);
        if (!at.Manages)
            throw act.Refuse(CommitteeModule.ManagePermission, id);
        return minutes.PaperId ?? throw new RuleViolation("committees.minutes.notapproved");
    }

    internal async Task ApproveAsync(SittingAtHand at, Minutes minutes, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> images, CancellationToken cancel)
    {
        // What was signed is what stands: a row changed by hand since then gives another hash.
        if (!MinutesTruth.IsIntact(minutes, at.Sitting, votes))
            throw new RuleViolation("committees.minutes.tampered");
        var made = await IssueAsync(at, minutes, images, IssuedKind.CommitteeMinutes, cancel);
        minutes.Approve(at.Act, made.Id);
        if (minutes.IsSupplementary)
        {
            await SupplementAsync(at, minutes, cancel);
            return;
        }
        foreach (var item in at.Sitting.Agenda.Where(i => i.State == ItemState.Decided))
            await DecideAsync(at, item, cancel);
    }

    /// <summary>The paper: as it is approved, or to be signed by hand.</summary>
    internal async Task<IssuedPaper> IssueAsync(
        SittingAtHand at, Minutes minutes, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> images, IssuedKind kind, CancellationToken cancel)
    {
        var profile = await association.ReadAsync(at.Db, cancel);
        var isFinal = kind == IssuedKind.CommitteeMinutes;
        var source = new MinutesSource(minutes, at.Sitting, at.Committee, at.Act, images) { IsForSigning = !isFinal };
        var paper = new NewIssued
        {
            Kind = kind,
            Number = minutes.Number,
            RecordId = minutes.Id,
            RecordType = nameof(Minutes),
            IsSealed = isFinal,
            Signers = isFinal ? [.. minutes.InOrder.Select(s => new PaperSigner(s.Name, MinutesWords.Of($"position.{s.Position}"), MinutesWords.English($"position.{s.Position}"), s.SignedAt))] : [],
        };
        return await issued.IssueAsync(at.Db, at.Act, paper, mark => PdfRenderer.Render(MinutesPaper.Of(source, profile, mark, IsDemonstration)), cancel);
    }

    private static async Task SupplementAsync(SittingAtHand at, Minutes minutes, CancellationToken cancel)
    {
        var all = at.Db.Minutes;
        foreach (var paper in await all.Where(m => m.SittingId == minutes.SittingId && m.No < minutes.No && m.PaperId != null).Select(m => m.PaperId!.Value).ToListAsync(cancel))
            await IssuedDocuments.SupplementAsync(at.Db, at.Act, paper, cancel);
    }

    private async Task DecideAsync(SittingAtHand at, AgendaItem item, CancellationToken cancel)
    {
        var request = await at.RequestAsync(item.RequestId, cancel);
        // Withdrawn between the vote and the signature: nothing is left to decide.
        if (request.Lane != ReviewLane.Voted)
            return;
        request.Decide(at.Act);
        var isDecided = request.Status == RequestStatus.Decided;
        at.Record(isDecided ? "intake.review.decided" : "intake.review.deferred", request);
        if (isDecided)
            await LetterAsync(at, item, request, cancel);
        await notices.DecideAsync(at.Db, at.Act, request, cancel);
    }

    /// <summary>خطاب القرار, which the notice asks her to fetch: amount and reasons stand in it only.</summary>
    private async Task LetterAsync(SittingAtHand at, AgendaItem item, ServiceRequest request, CancellationToken cancel)
    {
        var source = await DecisionLetter.ReadAsync(at, item, request, await association.ReadAsync(at.Db, cancel), cancel);
        var paper = new NewIssued { Kind = IssuedKind.DecisionLetter, Number = source.Number, RecordId = request.Id, RecordType = nameof(ServiceRequest) };
        await issued.IssueAsync(at.Db, at.Act, paper, mark => PdfRenderer.Render(DecisionLetter.Of(source, mark, IsDemonstration)), cancel);
    }
}
