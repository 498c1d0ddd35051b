using System.Data.Common;
using Mabarra.CaseManager.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>Makes the real database full or read-only for the app under test, by the database's own means, and well again.</summary>
internal sealed class NarrowDisk : DbConnectionInterceptor, IContextOptions
{
    private StorageFault? fault;

    public void Apply(DbContextOptionsBuilder builder) => builder.AddInterceptors(this);

    /// <summary>From here on the file may not grow by a page (SQLite only).</summary>
    public void Fill() => fault = StorageFault.Full;

    public void Lock() => fault = StorageFault.ReadOnly;

    public void Mend() => fault = null;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Limit(connection is SqliteConnection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Limit(connection is SqliteConnection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // SQLite takes a limit below the file's size as its size.
    private string Limit(bool sqlite) => (fault, sqlite) switch
    {
        (StorageFault.Full, true) => "PRAGMA max_page_count = 1",
        (StorageFault.ReadOnly, true) => "PRAGMA query_only = 1",
        (_, true) => "PRAGMA max_page_count = 1073741823; PRAGMA query_only = 0",
        (StorageFault.ReadOnly, false) => "SET default_transaction_read_only = on",
        _ => "SET default_transaction_read_only = off",
    };
}
