namespace Mabarra.CaseManager.Staff;

/// <summary>Tells whose people an officer reaches today (خ-١). The liaison matrix, which stands above, answers; it is the one source of record-level access.</summary>
public interface IOfficerCharge
{
    /// <summary>Codes of the categories she is charged with today, or stands in for.</summary>
    Task<IReadOnlySet<string>> CategoriesAsync(Guid officerId, CancellationToken cancel);
}
