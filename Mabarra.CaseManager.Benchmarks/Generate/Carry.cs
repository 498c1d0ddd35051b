using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Mabarra.CaseManager.Benchmarks.Generate;

/// <summary>The generated rows once more, in an empty PostgreSQL the app's own migrations made: the same people on both databases.</summary>
internal static class Carry
{
    public static async Task RunAsync(string folder, string postgresFolder, string connectionString)
    {
        AppOn.Move(folder, postgresFolder, connectionString);
        await using (await AppOn.BootAsync(postgresFolder))
            Console.WriteLine("the app's own migrations ran");
        await using var from = new SqliteConnection($"Data Source={Path.Combine(folder, "mabarra.db")};Mode=ReadOnly;Pooling=false");
        await using var to = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        from.Open();
        await to.OpenAsync();
        // Rows arrive in any order of tables, and were checked where they come from.
        await RunAsync(to, "SET session_replication_role = replica");
        var tables = await TablesAsync(to);
        await RunAsync(to, $"TRUNCATE {string.Join(", ", tables.Keys.Select(t => $"\"{t}\""))}");
        foreach (var (table, columns) in tables)
        {
            var watch = Stopwatch.StartNew();
            var rows = await CopyAsync(from, to, table, columns);
            if (rows > 10_000)
                Console.WriteLine($"{table,-34} {rows,10:N0} in {watch.Elapsed.TotalSeconds,6:0.0} s");
        }

        await RunAsync(to, "VACUUM ANALYZE");
    }

    private static async Task<ulong> CopyAsync(SqliteConnection from, NpgsqlConnection to, string table, List<(string Name, string Type)> columns)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        await using var read = from.CreateCommand();
        read.CommandText = $"SELECT {names} FROM \"{table}\"";
        await using var reader = await read.ExecuteReaderAsync();
        await using var writer = await to.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)");
        while (await reader.ReadAsync())
        {
            await writer.StartRowAsync();
            for (var i = 0; i < columns.Count; i++)
            {
                if (await reader.IsDBNullAsync(i))
                    await writer.WriteNullAsync();
                else
                    await WriteAsync(writer, reader, i, columns[i].Type);
            }
        }

        return await writer.CompleteAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, SqliteDataReader reader, int i, string type) => type switch
    {
        "uuid" => writer.WriteAsync(Guid.Parse(reader.GetString(i)), NpgsqlDbType.Uuid),
        "timestamp with time zone" => writer.WriteAsync(Moment(reader.GetString(i)), NpgsqlDbType.TimestampTz),
        "timestamp without time zone" => writer.WriteAsync(DateTime.SpecifyKind(Moment(reader.GetString(i)), DateTimeKind.Unspecified), NpgsqlDbType.Timestamp),
        "date" => writer.WriteAsync(DateOnly.Parse(reader.GetString(i)[..10], CultureInfo.InvariantCulture), NpgsqlDbType.Date),
        "time without time zone" => writer.WriteAsync(TimeOnly.Parse(reader.GetString(i), CultureInfo.InvariantCulture), NpgsqlDbType.Time),
        "boolean" => writer.WriteAsync(reader.GetInt64(i) != 0, NpgsqlDbType.Boolean),
        "bigint" => writer.WriteAsync(reader.GetInt64(i), NpgsqlDbType.Bigint),
        "integer" => writer.WriteAsync(reader.GetInt32(i), NpgsqlDbType.Integer),
        "smallint" => writer.WriteAsync(reader.GetInt16(i), NpgsqlDbType.Smallint),
        "double precision" => writer.WriteAsync(reader.GetDouble(i), NpgsqlDbType.Double),
        "bytea" => writer.WriteAsync((byte[])reader.GetValue(i), NpgsqlDbType.Bytea),
        "jsonb" => writer.WriteAsync(reader.GetString(i), NpgsqlDbType.Jsonb),
        "text" or "character varying" => writer.WriteAsync(reader.GetString(i), NpgsqlDbType.Text),
        _ => throw new NotSupportedException($"A column of type {type}: say here how it is carried."),
    };

    private static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static async Task<Dictionary<string, List<(string Name, string Type)>>> TablesAsync(NpgsqlConnection to)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND c.table_name NOT LIKE '\_\_EF%' ORDER BY c.ordinal_position
            """, to);
        var tables = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (!tables.TryGetValue(reader.GetString(0), out var columns))
                tables[reader.GetString(0)] = columns = [];
            columns.Add((reader.GetString(1), reader.GetString(2)));
        }

        return tables;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
