namespace Mabarra.CaseManager.Audit;

/// <summary>One act in the trail: who, when, what was done to which record under which clause, old → new, why. Never changed, never deleted; each carries the hash of the one before.</summary>
public sealed class AuditEntry
{
    // EF tracks by key, so several entries of one save need different ones until each gets its place in the chain.
    private static long provisional;

    private AuditEntry()
    {
    }

    internal AuditEntry(Act act, string action, Guid recordId, string recordType, string? label, string? clause)
    {
        Sequence = Interlocked.Decrement(ref provisional);
        At = act.At;
        ActorId = act.Actor.Id;
        ActorName = act.Actor.Name;
        Action = action;
        RecordId = recordId;
        RecordType = recordType;
        RecordLabel = label;
        ClauseKey = clause;
        Reason = act.Why;
    }

    /// <summary>Place in the chain, from 1, without gaps. The order of the trail is this, never the clock.</summary>
    public long Sequence { get; private set; }

    public DateTime At { get; private set; }

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary><c>area.thing.verb</c>, which is also the key of its words.</summary>
    public string Action { get; private set; } = "";

    public string RecordType { get; private set; } = "";

    public Guid RecordId { get; private set; }

    /// <summary>How people name the record: a number, never a person's data.</summary>
    public string? RecordLabel { get; private set; }

    /// <summary>Clause of the policy the act carries out, e.g. <c>ت-6</c>.</summary>
    public string? ClauseKey { get; private set; }

    /// <summary>What changed, old → new, as JSON; private values only by name.</summary>
    public string? Changes { get; private set; }

    public string? Reason { get; private set; }

    public byte[] PreviousHash { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    internal bool IsSealed => Hash.Length > 0;

    internal void Seal(long sequence, byte[] previousHash)
    {
        Sequence = sequence;
        PreviousHash = previousHash;
        Hash = AuditChain.HashOf(this);
    }

    internal void Describe(string changes) => Changes = changes;
}
