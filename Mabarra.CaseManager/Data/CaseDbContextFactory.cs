using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Data;

/// <summary>Makes contexts on the database the configuration chose, one for each operation.</summary>
public sealed class CaseDbContextFactory(IOptions<DatabaseOptions> options, WriteGate gate, TimeProvider clock, IEnumerable<IInterceptor> interceptors,
    IEnumerable<IContextOptions> more, StorageState storage)
    : IDbContextFactory<CaseDbContext>
{
    private readonly DatabaseOptions database = options.Value;
    private readonly Lazy<DbContextOptions<SqliteCaseDbContext>> sqlite = new(() => With(more, SqliteOptions(options.Value.SqliteFile, [.. interceptors])));
    private readonly Lazy<DbContextOptions<PostgresCaseDbContext>> postgres = new(() => With(more, PostgresOptions(options.Value.ConnectionString!, [.. interceptors])));

    public CaseDbContext CreateDbContext() => database.Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteCaseDbContext(sqlite.Value, gate, clock) { Storage = storage },
        _ => new PostgresCaseDbContext(postgres.Value, gate, clock) { Storage = storage },
    };

    // The model has Identity's table of passkeys only when the options say so; the tools that write migrations have no host to ask.
    private static readonly IServiceProvider IdentityModel = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    private static DbContextOptions<T> With<T>(IEnumerable<IContextOptions> more, DbContextOptions<T> options)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>(options);
        foreach (var part in more)
            part.Apply(builder);
        return builder.Options;
    }

    /// <summary>A file that must stay as it is, byte for byte: a backup that is looked into.</summary>
    internal static SqliteCaseDbContext ReadOnly(string file) => new(
        new DbContextOptionsBuilder<SqliteCaseDbContext>()
            .UseSqlite($"Data Source={file};Mode=ReadOnly;Pooling=False")
            .UseApplicationServiceProvider(IdentityModel)
            .Options, new WriteGate(), TimeProvider.System);

    internal static DbContextOptions<SqliteCaseDbContext> SqliteOptions(string file, params IInterceptor[] interceptors) =>
        new DbContextOptionsBuilder<SqliteCaseDbContext>()
            .UseSqlite($"Data Source={file}")
            .AddInterceptors(new SqlitePragmas())
            .UseApplicationServiceProvider(IdentityModel)
            .AddInterceptors(interceptors)
            .Options;

    internal static DbContextOptions<PostgresCaseDbContext> PostgresOptions(string connectionString, params IInterceptor[] interceptors) =>
        new DbContextOptionsBuilder<PostgresCaseDbContext>()
            .UseNpgsql(connectionString)
            .UseApplicationServiceProvider(IdentityModel)
            .AddInterceptors(interceptors)
            .Options;
}

/// <summary>Something to add to every context's options (tests add migrations of their own).</summary>
public interface IContextOptions
{
    void Apply(DbContextOptionsBuilder builder);
}
