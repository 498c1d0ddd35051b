using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Papers;

/// <summary>The certificate of a signed acknowledgement and the receipt of a department's copy: made when first asked for, and the very same ever after (DOMAIN.md part 8, documents 11 and 12).</summary>
public sealed class AckPapers(
    IDbContextFactory<CaseDbContext> contexts, CaseWriter writer, IssuedDocuments issued, DocumentQueries documents, DocumentGuard guard, Association association, PolicyPapers policies)
{
    /// <returns>Id of the issued paper.</returns>
    /// <exception cref="RuleViolation"><c>policies.print.unsigned</c>: not signed yet.</exception>
    public async Task<Guid> CertificateAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        await guard.RequireOpenAsync(act, new DocumentOwner(nameof(Acknowledgement), id), Sensitivity.Normal, cancel);
        return await SameOrNewAsync(id, IssuedKind.PolicyAcknowledgement, async db =>
        {
            var (acknowledgements, members) = (db.Acknowledgements, db.StaffMembers);
            var ack = await acknowledgements.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
            if (ack.SignedAt is null)
                throw new RuleViolation("policies.print.unsigned");
            var member = await members.AsNoTracking().SingleAsync(m => m.Id == ack.MemberId, cancel);
            var (policy, version) = await TextAsync(db, ack.VersionId, ack.SignedNo!.Value, cancel);
            var department = await NameOfAsync(db, member.DepartmentId, cancel);
            var picture = await PictureAsync(db, ack.SignatureId!.Value, cancel);
            var number = string.Create(CultureInfo.InvariantCulture, $"ACK-{(int)policy.Kind + 1:00}-{version.No}-{id.ToString("N")[^8..].ToUpperInvariant()}");
            return new Wanted(number, nameof(Acknowledgement), paper => AckPaper.Of(paper, policy, version, ack, member, department, picture), version.No);
        }, act, cancel);
    }

    public async Task<Guid> ReceiptAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        await guard.RequireOpenAsync(act, new DocumentOwner(nameof(DepartmentCopy), id), Sensitivity.Normal, cancel);
        return await SameOrNewAsync(id, IssuedKind.DepartmentCopyReceipt, async db =>
        {
            var copies = db.DepartmentCopies;
            var copy = await copies.AsNoTracking().SingleAsync(c => c.Id == id, cancel);
            if (copy.ReceivedAt is null)
                throw new RuleViolation("policies.print.unreceived");
            var version = await VersionAsync(db, copy.VersionId, cancel);
            var policy = await PolicyAsync(db, version.PolicyId, cancel);
            var names = await db.Set<Department>().AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.NameAr, cancel);
            var all = await copies.AsNoTracking().Where(c => c.VersionId == copy.VersionId).ToListAsync(cancel);
            var picture = await PictureAsync(db, copy.SignatureId!.Value, cancel);
            var number = string.Create(CultureInfo.InvariantCulture, $"CPY-{(int)policy.Kind + 1:00}-{version.No}-{id.ToString("N")[^8..].ToUpperInvariant()}");
            return new Wanted(number, nameof(DepartmentCopy), paper => CopyPaper.Of(paper, policy, version, copy, names, all, picture), version.No);
        }, act, cancel);
    }

    /// <summary>At the gate a second click finds the first one's paper.</summary>
    private async Task<Guid> SameOrNewAsync(Guid id, IssuedKind kind, Func<CaseDbContext, Task<Wanted>> read, Act act, CancellationToken cancel)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            if (await SameAsync(db, id, kind, cancel) is { } same)
                return same;
        }
        return await writer.SaveAsync(async db =>
        {
            if (await SameAsync(db, id, kind, cancel) is { } same)
                return same;
            var wanted = await read(db);
            var (profile, isDemonstration) = (await association.ReadAsync(db, cancel), await policies.IsDemonstrationAsync(db, act, cancel));
            var paper = new NewIssued { Kind = kind, Number = wanted.Number, RecordId = id, RecordType = wanted.RecordType };
            var made = await issued.IssueAsync(db, act, paper, mark => PdfRenderer.Render(wanted.Draw(
                new LibraryPaper(act, wanted.Number, wanted.VersionNo.ToString(CultureInfo.InvariantCulture), mark, profile, isDemonstration))), cancel);
            return made.Id;
        }, cancel);
    }

    private static async Task<Guid?> SameAsync(CaseDbContext db, Guid id, IssuedKind kind, CancellationToken cancel) =>
        await db.Set<IssuedDocument>().Where(d => d.RecordId == id && d.Kind == kind).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);

    private static async Task<(Policy Policy, PolicyVersion Version)> TextAsync(CaseDbContext db, Guid signatureVersion, int no, CancellationToken cancel)
    {
        var version = await VersionAsync(db, signatureVersion, cancel);
        var policy = await PolicyAsync(db, version.PolicyId, cancel);
        var versions = db.PolicyVersions;
        return (policy, no == version.No ? version : await versions.AsNoTracking().SingleAsync(v => v.PolicyId == policy.Id && v.No == no, cancel));
    }

    private static Task<PolicyVersion> VersionAsync(CaseDbContext db, Guid id, CancellationToken cancel)
    {
        var versions = db.PolicyVersions;
        return versions.AsNoTracking().SingleAsync(v => v.Id == id, cancel);
    }

    private static Task<Policy> PolicyAsync(CaseDbContext db, Guid id, CancellationToken cancel)
    {
        var all = db.Policies;
        return all.AsNoTracking().SingleAsync(p => p.Id == id, cancel);
    }

    private static Task<string?> NameOfAsync(CaseDbContext db, Guid? department, CancellationToken cancel) =>
        db.Set<Department>().Where(d => d.Id == department).Select(d => (string?)d.NameAr).SingleOrDefaultAsync(cancel);

    /// <summary>A scanned page would be a smudge at that size, and a PDF is no picture.</summary>
    private async Task<ReadOnlyMemory<byte>?> PictureAsync(CaseDbContext db, Guid id, CancellationToken cancel)
    {
        var isPng = await db.Set<StoredDocument>().AnyAsync(d => d.Id == id && d.Kind == DocumentKind.Png, cancel);
        return isPng && await documents.BytesForDrawingAsync(id, cancel: cancel) is { } png ? new ReadOnlyMemory<byte>(png) : null;
    }

    private sealed record Wanted(string Number, string RecordType, Func<LibraryPaper, PdfDocumentModel> Draw, int VersionNo);
}
