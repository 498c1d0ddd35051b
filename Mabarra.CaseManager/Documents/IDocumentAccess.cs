namespace Mabarra.CaseManager.Documents;

/// <summary>What a record's module says about somebody and that record. Whoever is told nothing may do nothing.</summary>
/// <param name="MaySee">May look at the record.</param>
/// <param name="MayChange">May add papers to it and take them away.</param>
/// <param name="IsOwn">It is one the person is charged with.</param>
/// <param name="IsBeingTakenIn">It is still being taken in, so the front desk may see its sensitive papers (ح-٢).</param>
public sealed record RecordAccess(bool MaySee, bool MayChange, bool IsOwn, bool IsBeingTakenIn)
{
    public static RecordAccess None { get; } = new(MaySee: false, MayChange: false, IsOwn: false, IsBeingTakenIn: false);
}

/// <summary>Answers for one kind of record whose module stores documents. A kind without an answerer is closed to everybody.</summary>
public interface IDocumentAccess
{
    /// <summary>Name of the record's entity.</summary>
    string OwnerType { get; }

    /// <summary><see cref="RecordAccess.None"/> also for a record that does not exist.</summary>
    Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel);
}
