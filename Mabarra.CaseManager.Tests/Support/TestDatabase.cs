using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>A fresh database for one test. The migrations run once a process; each test gets a copy of the result.</summary>
public abstract class TestDatabase
{
    /// <summary>Set by .ci/run: what is missing on this machine fails a test instead of skipping it.</summary>
    public static bool RequireAll => string.Equals(Environment.GetEnvironmentVariable("MABARRA_REQUIRE_ALL"), "1", StringComparison.Ordinal);

    public abstract Task<IReadOnlyDictionary<string, string?>> CreateAsync(string folder);

    public virtual Task DropAsync() => Task.CompletedTask;

    /// <summary>
    /// Puts in the rows every app starts with, where nobody has opened the database yet: really made for the first test of a run, copied for those after it.
    /// </summary>
    public virtual Task FillAsync(Func<Task> ensure) => ensure();

    public static TestDatabase Sqlite() => new SqliteDatabase();

    public static TestDatabase Postgres() => new PostgresDatabase();

    private sealed class SqliteDatabase : TestDatabase
    {
        private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);
        private static readonly WriteGate Filling = new();
        private static byte[]? filled;
        private string file = "";

        public override async Task<IReadOnlyDictionary<string, string?>> CreateAsync(string folder)
        {
            var data = Path.Combine(folder, "data");
            Directory.CreateDirectory(data);
            file = Path.Combine(data, "mabarra.db");
            await File.WriteAllBytesAsync(file, await Template.Value, TestContext.Current.CancellationToken);
            return new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Folder"] = data };
        }

        public override async Task FillAsync(Func<Task> ensure)
        {
            using (await Filling.EnterAsync(TestContext.Current.CancellationToken))
            {
                if (filled is null)
                {
                    await ensure();
                    var copy = file + ".filled";
                    SqliteCopy.Make(file, copy, cancel: TestContext.Current.CancellationToken);
                    filled = await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken);
                    return;
                }
            }

            await File.WriteAllBytesAsync(file, filled, TestContext.Current.CancellationToken);
        }

        private static async Task<byte[]> MakeTemplateAsync()
        {
            var made = Path.Combine(Path.GetTempPath(), $"mabarra-template-{Guid.NewGuid():N}.db");
            await using (var db = new SqliteCaseDbContext(CaseDbContextFactory.SqliteOptions(made), new WriteGate(), TimeProvider.System))
                await db.Database.MigrateAsync();
            SqliteConnection.ClearAllPools();
            var bytes = await File.ReadAllBytesAsync(made);
            File.Delete(made);
            return bytes;
        }
    }

    /// <summary>On the server that <c>MABARRA_TEST_POSTGRES</c> (a connection string with the right to create databases) names.</summary>
    private sealed class PostgresDatabase : TestDatabase
    {
        // Its own for each run: two runs on one server may have two versions of the schema.
        private static readonly string Template = $"mabarra_test_template_{Guid.NewGuid():N}";
        private static readonly string? Server = Environment.GetEnvironmentVariable("MABARRA_TEST_POSTGRES");
        private static readonly Lazy<Task> TemplateMade = new(MakeTemplateAsync);
        private static readonly string Filled = $"mabarra_test_filled_{Guid.NewGuid():N}";
        private static readonly WriteGate Filling = new();
        private static bool isFilled;
        private readonly string name = $"mabarra_test_{Guid.NewGuid():N}";

        public override async Task<IReadOnlyDictionary<string, string?>> CreateAsync(string folder)
        {
            if (Server is null)
                SkipOrFail("PostgreSQL: MABARRA_TEST_POSTGRES names no server.");
            await TemplateMade.Value;
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
            return new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Database:Provider"] = nameof(DatabaseProvider.Postgres),
                ["Database:ConnectionString"] = On(name),
                ["Database:Folder"] = Path.Combine(folder, "data"),
            };
        }

        public override async Task FillAsync(Func<Task> ensure)
        {
            using (await Filling.EnterAsync(TestContext.Current.CancellationToken))
            {
                if (!isFilled)
                {
                    await ensure();
                    await using (var connection = new NpgsqlConnection(On(name)))
                        NpgsqlConnection.ClearPool(connection);
                    await ExecuteAsync($"CREATE DATABASE {Filled} TEMPLATE {name}");
                    AppDomain.CurrentDomain.ProcessExit += (_, _) => ExecuteAsync($"DROP DATABASE IF EXISTS {Filled} WITH (FORCE)").GetAwaiter().GetResult();
                    isFilled = true;
                    return;
                }
            }

            await DropAsync();
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Filled}");
        }

        public override Task DropAsync() => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

        private static async Task MakeTemplateAsync()
        {
            await ExecuteAsync($"CREATE DATABASE {Template}");
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ExecuteAsync($"DROP DATABASE IF EXISTS {Template} WITH (FORCE)").GetAwaiter().GetResult();
            await using (var db = new PostgresCaseDbContext(CaseDbContextFactory.PostgresOptions(On(Template) + ";Pooling=false"), new WriteGate(), TimeProvider.System))
                await db.Database.MigrateAsync();
        }

        private static string On(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ConnectionString;

        private static async Task ExecuteAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Skips with the reason, or fails where everything is required.</summary>
    public static void SkipOrFail(string reason)
    {
        if (RequireAll)
            Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
