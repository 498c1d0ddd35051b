using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Documents;

/// <summary>A paper the association gave out: what anybody holding it can have confirmed, and its bytes for printing the very same again.</summary>
public sealed class IssuedDocument : CaseEntity, IAudited
{
    private IssuedDocument()
    {
    }

    internal IssuedDocument(Act act, NewIssued paper, byte[] codeHash, DocumentBody body)
    {
        Kind = paper.Kind;
        Number = paper.Number;
        RecordId = paper.RecordId;
        RecordType = paper.RecordType;
        IssuedAt = act.At;
        IssuedById = act.Actor.Id;
        IssuedByName = act.Actor.Name;
        CodeHash = codeHash;
        IsToBeSealed = paper.IsSealed;
        BodyId = body.Id;
        Length = body.Length;
        Sha256 = body.Sha256;
    }

    public IssuedKind Kind { get; private set; }

    /// <summary>The paper's own number.</summary>
    public string Number { get; private set; } = "";

    public Guid RecordId { get; private set; }

    public string RecordType { get; private set; } = "";

    public DateTime IssuedAt { get; private set; }

    public Guid IssuedById { get; private set; }

    public string IssuedByName { get; private set; } = "";

    /// <summary>Keyed hash of the verification code. The code itself is on the paper only, so whoever copies the database can confirm nothing.</summary>
    public byte[] CodeHash { get; private set; } = [];

    public Guid BodyId { get; private set; }

    public long Length { get; private set; }

    public byte[] Sha256 { get; private set; } = [];

    /// <summary>What it says no longer holds since then; null while it does.</summary>
    public DateTime? VoidedAt { get; private set; }

    /// <summary>A later paper says what is to be added to it; null while there is none. It holds on.</summary>
    public DateTime? SupplementedAt { get; private set; }

    /// <summary>Bears the association's seal, or waits for it.</summary>
    public bool IsToBeSealed { get; private set; }

    internal void Supplement(Act act) => SupplementedAt ??= act.At;

    /// <summary>The first time counts.</summary>
    internal void Void(Act act) => VoidedAt ??= act.At;

    /// <summary>Issuing is an act on the record the paper is about.</summary>
    public Guid AuditedRecordId => RecordId;
}
