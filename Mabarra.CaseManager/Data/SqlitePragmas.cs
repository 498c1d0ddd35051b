using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mabarra.CaseManager.Data;

/// <summary>What every opened SQLite connection must promise (D2): an acknowledged write is on the disk, deleted data is overwritten, keys hold.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const string Sql =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=1; PRAGMA busy_timeout=5000; " +
        "PRAGMA secure_delete=1; PRAGMA trusted_schema=0; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
