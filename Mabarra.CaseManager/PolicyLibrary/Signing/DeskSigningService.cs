using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>What human resources does for others: signatures on paper or on the desk's tablet, a supervisor's word, exemptions, and chasing who is late (مسؤوليات-١, النطاق).</summary>
public sealed class DeskSigningService(CaseWriter writer, DocumentService documents)
{
    /// <summary>Records a signature given at human resources, with its witness, remark and scan or drawing.</summary>
    public async Task RecordAsync(Act act, Guid id, OnBehalfForm form, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RecordPermission);
        await using var staged = form.Method == AckSignature.Pad && form.Drawing is { Length: > 0 } drawing
            ? await documents.StagePngAsync(SigningService.DrawingOf(id), drawing, cancel)
            : null;
        await writer.SaveAsync(async db =>
        {
            var (ack, member) = await LoadAsync(db, act, id, cancel);
            var told = form.Check(member.CannotRead);
            var (_, text) = await AckLoader.TextAsync(db, ack, cancel);
            var picture = staged is null
                ? await RequireFileAsync(db, id, form.DocumentId!.Value, cancel)
                : (await documents.AttachAsync(db, act, staged, cancel)).Id;
            ack.Record(act, form.Method, picture, text, told);
            db.Record(act, "policies.ack.record", ack.VersionId, nameof(PolicyVersion), member.FullName, Clauses.Sign);
        }, cancel);
    }

    /// <summary>A supervisor vouches that it was understood, in place of the check.</summary>
    public Task AttestAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RecordPermission);
        return writer.SaveAsync(async db =>
        {
            var (ack, member) = await LoadAsync(db, act, id, cancel);
            ack.Attest(act);
            db.Record(act, "policies.ack.attest", ack.VersionId, nameof(PolicyVersion), member.FullName, Clauses.Sign);
        }, cancel);
    }

    /// <summary>Marks everybody late as reminded today, and says whom; the notices themselves go out by the channels' own outbox.</summary>
    /// <returns>How many.</returns>
    public Task<int> RemindAsync(Act act, Guid versionId, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RecordPermission);
        return writer.SaveAsync(async db =>
        {
            var acknowledgements = db.Acknowledgements;
            var late = await acknowledgements.Where(a => a.VersionId == versionId && a.SignedAt == null && a.ExemptedAt == null && a.ReplacedAt == null && a.DueOn < act.On).ToListAsync(cancel);
            // Once a day is enough, however often the button is pressed.
            late = [.. late.Where(a => a.RemindedAt is not { } at || RiyadhTime.DayOf(at) < act.On)];
            foreach (var ack in late)
                ack.Remind(act);
            if (late.Count > 0)
                db.Record(act, "policies.ack.remind", versionId, nameof(PolicyVersion), late.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Clauses.Sign);
            return late.Count;
        }, cancel);
    }

    private static async Task<(Acknowledgement Ack, StaffMember Member)> LoadAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var (acknowledgements, members) = (db.Acknowledgements, db.StaffMembers);
        var ack = await acknowledgements.SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.RecordPermission, id);
        return (ack, await members.AsNoTracking().SingleAsync(m => m.Id == ack.MemberId, cancel));
    }

    /// <summary>A file id from a page is believed only when the file belongs to this very acknowledgement (A4).</summary>
    private static async Task<Guid> RequireFileAsync(CaseDbContext db, Guid id, Guid documentId, CancellationToken cancel) =>
        await db.Set<StoredDocument>().AnyAsync(d => d.Id == documentId && d.OwnerId == id && d.RemovedAt == null, cancel)
            ? documentId
            : throw new RuleViolation("policies.sign.scan", nameof(OnBehalfForm.DocumentId));
}
