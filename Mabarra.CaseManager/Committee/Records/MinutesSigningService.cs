using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Signing minutes, on the screen or on paper alike, and their seal (DOMAIN.md §3.4). With the last signature, the presider's, they are approved and their decisions stand.</summary>
public sealed class MinutesSigningService(CaseWriter writer, DocumentService documents, MinutesApproval approval, PaperSeals seals)
{
    private const int LongestReservation = 600;
    private const int LongestName = 160;

    /// <summary>A member signs what he has before him, freshly confirmed to be himself.</summary>
    /// <exception cref="NotConfirmed">The sign-in is not fresh.</exception>
    public async Task SignAsync(Act act, Guid id, MinutesSignatureForm form, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.VotePermission);
        act.RequireFresh();
        var check = new FieldChecks();
        check.That(form.Drawing is not null, "committees.minutes.draw", nameof(form.Drawing));
        var reservation = check.OptionalLine(form.Reservation, nameof(form.Reservation), LongestReservation);
        check.ThrowIfAny();
        var drawn = form.Drawing!.Value;
        await using var drawing = await documents.StagePngAsync(DrawingOf(id), drawn, cancel);
        await SignedAsync(act, id, "committees.minutes.sign", async (db, at, images) =>
        {
            if (at.Sitting.Of(act.Actor.Id) is not { Stays.Count: > 0 } member)
                throw act.Refuse(CommitteeModule.VotePermission, id);
            var picture = (await documents.AttachAsync(db, act, drawing, cancel)).Id;
            images[picture] = drawn;
            return (member, new SignatureGiven(Hex(form.Seen), picture, reservation));
        }, cancel);
    }

    /// <summary>A member signed the printed minutes before two witnesses; who keeps the minutes records it with the scan. An equal path, for who cannot or will not sign on a screen.</summary>
    /// <exception cref="NotConfirmed">The sign-in is not fresh.</exception>
    public async Task SignOnPaperAsync(Act act, Guid id, PaperSignatureForm form, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        act.RequireFresh();
        var check = new FieldChecks();
        check.That(form.EmployeeId is not null, "committees.minutes.who", nameof(form.EmployeeId));
        check.That(form.DocumentId is not null, "committees.minutes.scan", nameof(form.DocumentId));
        var first = check.Line(form.FirstWitness, nameof(form.FirstWitness), LongestName, min: 3);
        var second = check.Line(form.SecondWitness, nameof(form.SecondWitness), LongestName, min: 3);
        check.That(!string.Equals(SearchKey.Of(first), SearchKey.Of(second), StringComparison.Ordinal), "committees.minutes.witness", nameof(form.SecondWitness));
        var reservation = check.OptionalLine(form.Reservation, nameof(form.Reservation), LongestReservation);
        check.ThrowIfAny();
        await SignedAsync(act, id, "committees.minutes.signpaper", async (db, at, _) =>
        {
            if (!at.Manages)
                throw act.Refuse(CommitteeModule.ManagePermission, id);
            var member = at.Sitting.Of(form.EmployeeId!.Value) is { Stays.Count: > 0 } one ? one : throw new RuleViolation("committees.minutes.who", nameof(form.EmployeeId));
            var own = SearchKey.Of(member.Name);
            if (string.Equals(own, SearchKey.Of(first), StringComparison.Ordinal) || string.Equals(own, SearchKey.Of(second), StringComparison.Ordinal))
                throw new RuleViolation("committees.minutes.ownwitness", nameof(form.FirstWitness));
            var stored = db.StoredDocuments;
            // A file id from a page is believed only when the file belongs to these minutes (A4).
            if (!await stored.AnyAsync(d => d.Id == form.DocumentId && d.OwnerId == id && d.RemovedAt == null, cancel))
                throw new RuleViolation("committees.minutes.scan", nameof(form.DocumentId));
            return (member, new SignatureGiven([], form.DocumentId!.Value, reservation) { Witnesses = $"{first}{MinutesWords.Of("comma")}{second}" });
        }, cancel);
    }

    /// <summary>Tries once more to seal approved minutes that could not be sealed with their approval.</summary>
    public async Task SealAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var paper = await approval.PaperOfAsync(act, id, cancel);
        await seals.SealAsync(act, paper, cancel);
    }

    /// <summary>Everybody who was there at any time.</summary>
    internal static IEnumerable<Attendance> Signers(Sitting sitting) => sitting.Attendances.Where(a => a.Stays.Count > 0);

    private async Task SignedAsync(
        Act act, Guid id, string action, Func<CaseDbContext, SittingAtHand, Dictionary<Guid, ReadOnlyMemory<byte>>, Task<(Attendance Member, SignatureGiven Given)>> take, CancellationToken cancel)
    {
        await seals.PrepareAsync(cancel);
        var images = await approval.ImagesAsync(id, cancel);
        await writer.SaveAsync(async db =>
        {
            var (at, minutes) = await MinutesService.LoadAsync(db, act, id, cancel);
            var (member, given) = await take(db, at, images);
            if (minutes.Status != MinutesStatus.Signing)
                throw new RuleViolation("committees.minutes.notsigning");
            var awaited = Signers(at.Sitting).Select(a => a.EmployeeId).ToList();
            var part = MinutesPart.Of(minutes, at.Sitting, member);
            // What was printed bears the hash; a scan of it is a signature of the words that stand.
            var signature = minutes.Sign(act, member, at.Sitting.PresiderId == member.EmployeeId, awaited, part, given.Witnesses is null ? given : given with { Seen = part.Hash });
            db.Add(signature);
            db.Entry(minutes).Property(m => m.Version).IsModified = true;
            db.Record(act, action, at.Sitting, minutes.Number, "ت-5");
            if (awaited.TrueForAll(minutes.HasSigned))
                await approval.ApproveAsync(at, minutes, images, cancel);
        }, cancel);
    }

    private static byte[] Hex(string? seen)
    {
        try
        {
            return Convert.FromHexString(seen ?? "");
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static NewDocument DrawingOf(Guid minutesId) =>
        new() { Key = Guid.NewGuid(), OwnerId = minutesId, OwnerType = nameof(Minutes), FileName = "signature.png", Sensitivity = Sensitivity.Normal };
}
