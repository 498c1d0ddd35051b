namespace Mabarra.CaseManager.Data.Jobs;

/// <summary>A module's own work of each day. The nightly work runs it on one node, once; what was missed while the app was off is its own to catch up.</summary>
public interface IDailyJob
{
    /// <summary>Names its turn (<see cref="JobTurn.Name"/>).</summary>
    string Name { get; }

    /// <returns>What went wrong; null when all went well.</returns>
    Task<string?> RunAsync(CancellationToken cancel);
}
