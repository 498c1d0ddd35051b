using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Benchmarks.Generate;

/// <summary>One prepared INSERT, run for each row. Columns not named stay null.</summary>
internal sealed class BulkInsert : IDisposable
{
    private readonly SqliteCommand command;

    public BulkInsert(SqliteConnection connection, string table, params IReadOnlyList<string> columns)
    {
        command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
    }

    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
