namespace Mabarra.CaseManager.Documents;

/// <summary>Says whether the records behind a paper are still as they were when it was issued; asked whenever somebody has the paper confirmed.</summary>
public interface IRecordTruth
{
    /// <summary>Name of the record's entity.</summary>
    string RecordType { get; }

    Task<bool> HoldsAsync(Guid recordId, CancellationToken cancel);
}
