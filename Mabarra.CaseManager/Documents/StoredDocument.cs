using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Documents;

/// <summary>A file kept with a record: a scan, a photo, a signature. Its bytes are sealed in <see cref="DocumentBody"/>; this row is what may be listed.</summary>
public sealed class StoredDocument : CaseEntity, IAudited
{
    private StoredDocument()
    {
    }

    internal StoredDocument(Act act, DocumentOwner owner, string fileName, DocumentKind kind, Sensitivity sensitivity, DocumentBody body)
    {
        OwnerId = owner.Id;
        OwnerType = owner.Type;
        FileName = fileName;
        Kind = kind;
        Sensitivity = sensitivity;
        BodyId = body.Id;
        Length = body.Length;
        Sha256 = body.Sha256;
        UploadedById = act.Actor.Id;
        UploadedByName = act.Actor.Name;
    }

    /// <summary>The record it belongs to.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Kind of that record; its module answers who may see it (<see cref="IDocumentAccess"/>).</summary>
    public string OwnerType { get; private set; } = "";

    /// <summary>As it is shown, never part of a path. Names of files tell names of people and illnesses, so the trail does not repeat them.</summary>
    [PrivateValue]
    public string FileName { get; private set; } = "";

    public DocumentKind Kind { get; private set; }

    public Sensitivity Sensitivity { get; private set; }

    public long Length { get; private set; }

    /// <summary>Of the plain bytes.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>The sealed bytes; null once removed.</summary>
    public Guid? BodyId { get; private set; }

    public Guid UploadedById { get; private set; }

    public string UploadedByName { get; private set; } = "";

    public DateTime? RemovedAt { get; private set; }

    public string? RemovedByName { get; private set; }

    [PrivateValue]
    public string? RemovedReason { get; private set; }

    public bool IsRemoved => RemovedAt is not null;

    public bool CanRemove => !IsRemoved;

    /// <summary>An act on a document stands in the trail of the record it belongs to.</summary>
    public Guid AuditedRecordId => OwnerId;

    /// <summary>The bytes go, that there was such a file stays.</summary>
    internal void Remove(Act act, string reason)
    {
        if (!CanRemove)
            throw new RuleViolation("documents.remove.already");
        BodyId = null;
        RemovedAt = act.At;
        RemovedByName = act.Actor.Name;
        RemovedReason = reason;
    }
}
