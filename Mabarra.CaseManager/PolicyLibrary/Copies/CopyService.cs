using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Copies;

/// <summary>A department's copy is received by its head's signature: on the head's own account, or on paper at human resources (مسؤوليات-٤).</summary>
public sealed class CopyService(CaseWriter writer, DocumentService documents)
{
    /// <summary>By the head, for the department.</summary>
    public async Task ReceiveAsync(Act act, Guid id, ReadOnlyMemory<byte>? drawing, CancellationToken cancel = default)
    {
        await writer.SaveAsync(db => LoadOwnAsync(db, act, id, cancel), cancel);
        act.RequireFresh();
        await SaveAsync(act, id, drawing, act.Actor.Name, onPaper: false, LoadOwnAsync, cancel);
    }

    /// <summary>At human resources, when the head has no account or signed there.</summary>
    public Task RecordAsync(Act act, Guid id, string? receivedBy, ReadOnlyMemory<byte>? drawing, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RecordPermission);
        var check = new FieldChecks();
        var name = check.Line(receivedBy, nameof(receivedBy), 160, min: 3);
        check.ThrowIfAny();
        return SaveAsync(act, id, drawing, name, onPaper: true, LoadAsync, cancel);
    }

    private async Task SaveAsync(Act act, Guid id, ReadOnlyMemory<byte>? drawing, string name, bool onPaper, Func<CaseDbContext, Act, Guid, CancellationToken, Task<DepartmentCopy>> load, CancellationToken cancel)
    {
        if (drawing is not { Length: > 0 } picture)
            throw new RuleViolation("policies.sign.drawing", nameof(drawing));
        var file = new NewDocument { Key = Guid.NewGuid(), OwnerId = id, OwnerType = nameof(DepartmentCopy), FileName = "signature.png", Sensitivity = Sensitivity.Normal };
        await using var staged = await documents.StagePngAsync(file, picture, cancel);
        await writer.SaveAsync(async db =>
        {
            var copy = await load(db, act, id, cancel);
            var stored = await documents.AttachAsync(db, act, staged, cancel);
            copy.Receive(act, name, stored.Id, onPaper);
            db.Record(act, "policies.copy.receive", copy.VersionId, nameof(PolicyVersion), name, Clauses.Copies);
        }, cancel);
    }

    private static async Task<DepartmentCopy> LoadAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var copies = db.DepartmentCopies;
        return await copies.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.RecordPermission, id);
    }

    private static async Task<DepartmentCopy> LoadOwnAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var (copies, members) = (db.DepartmentCopies, db.StaffMembers);
        return await copies.SingleOrDefaultAsync(c => c.Id == id && db.Set<Department>().Any(d => d.Id == c.DepartmentId
                && members.Any(m => m.Id == d.HeadMemberId && m.IsActive && m.AccountId == act.Actor.Id)), cancel)
            ?? throw act.Refuse(PolicyLibraryModule.OwnRule, id);
    }
}
