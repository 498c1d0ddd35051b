using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A higher module that learns, in the same transaction, that a file was opened on an occasion of its own (a visit).</summary>
public interface IFileFollower
{
    /// <param name="occasion">Id of what the file was opened at; it may be another module's.</param>
    Task OpenedAsync(CaseDbContext db, Act act, Guid beneficiaryId, Guid occasion, CancellationToken cancel);
}
