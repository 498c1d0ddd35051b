using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Mabarra.CaseManager.Data;

/// <summary>
/// Several nodes on one PostgreSQL: what one of them commits, the others' open pages and kept calendars learn at once (DESIGN.md §5).
/// The words travel within the transaction itself, so nobody hears of what was rolled back. On SQLite there is one node and nothing to do.
/// </summary>
public sealed class NodeChanges(LiveChanges live, IOptions<DatabaseOptions> options, TimeProvider clock, ILogger<NodeChanges> log) : BackgroundService
{
    private const string Channel = "mabarra_changes";

    /// <summary>PostgreSQL carries less than 8,000 bytes at once; whoever changed more kinds says "everything".</summary>
    private const int Longest = 7_000;
    private const string Everything = "*";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Says, with the commit of this transaction, which kinds it changed.</summary>
    internal static async Task TellAsync(CaseDbContext db, Guid node, IReadOnlySet<Type> kinds, CancellationToken cancel)
    {
        if (kinds.Count == 0 || !db.Database.IsNpgsql())
            return;
        var names = string.Join(' ', kinds.Select(k => k.FullName));
        var words = $"{node:N} {(names.Length > Longest ? Everything : names)}";
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {words})", cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Provider != DatabaseProvider.Postgres)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or DataException or IOException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning(e, "Other nodes' changes are not heard for the moment.");
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        // Kept open for good: a line that died without a word is found out by its silence.
        var line = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { Pooling = false, KeepAlive = 15, TcpKeepAlive = true };
        await using var connection = new NpgsqlConnection(line.ConnectionString);
        await connection.OpenAsync(cancel);
        connection.Notification += (_, said) => Hear(said.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancel);
        // Whatever was said while nobody listened.
        live.PublishAll();
        while (true)
            await connection.WaitAsync(cancel);
    }

    private void Hear(string words)
    {
        if (words.Split(' ') is not [var node, .. var names] || string.Equals(node, live.Node.ToString("N"), StringComparison.Ordinal))
            return;
        if (names is [Everything])
            live.PublishAll();
        else
            live.Publish(names.Select(n => typeof(NodeChanges).Assembly.GetType(n)).OfType<Type>().ToHashSet());
    }
}
