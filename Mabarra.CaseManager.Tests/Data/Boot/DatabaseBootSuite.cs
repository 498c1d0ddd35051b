using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mabarra.CaseManager.Tests.Data.Boot;

/// <summary>Starting on a database: new, used, newer, half-way, with the wrong keys. On both databases.</summary>
public abstract class DatabaseBootSuite(TestDatabase database) : IAsyncLifetime
{
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal);

    protected string Folder { get; } = Path.Combine(Path.GetTempPath(), $"mabarra-{Guid.NewGuid():N}");

    protected IReadOnlyDictionary<string, string?> Settings => settings;

    protected string KeyFile => CaseKeys.FileIn(Path.Combine(Folder, "keys"));

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        settings["Keys:Folder"] = Path.Combine(Folder, "keys");
        foreach (var (key, value) in await database.CreateAsync(Folder))
            settings[key] = value;
        // Only the name is wanted: the boot makes the database itself.
        await database.DropAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await database.DropAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_new_database_gets_keys_tables_and_a_second_start_finds_all_well()
    {
        await BootAsync();
        var keys = await File.ReadAllBytesAsync(KeyFile, Cancel);
        await BootAsync();
        Assert.Equal(keys, await File.ReadAllBytesAsync(KeyFile, Cancel));
    }

    [Fact]
    public async Task U4_A_newer_database_is_refused_and_left_alone()
    {
        await BootAsync(Ahead<OneAhead>);
        var refusal = await Assert.ThrowsAsync<BootRefused>(() => BootAsync());
        Assert.Contains("29990101000000_AddNotes", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await NotesAsync());
    }

    [Fact]
    public async Task U3_A_failing_migration_leaves_the_database_as_it_was_with_its_data()
    {
        await BootAsync(write: 3);
        var refusal = await Assert.ThrowsAsync<BootRefused>(() => BootAsync(Ahead<OneAheadAndBroken>));
        Assert.Contains("earlier version of the app still fits", refusal.Message, StringComparison.Ordinal);
        await using var services = AppServices.Build(settings);
        await services.BootAsync();
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: Cancel);
        Assert.Equal((3L, true, 0), (verdict.Count, verdict.IsWhole, await NotesAsync()));
    }

    [Fact]
    public async Task U3_An_upgrade_keeps_the_data_and_a_verified_copy_of_the_state_before()
    {
        await BootAsync(write: 3);
        await BootAsync(Ahead<OneAhead>);
        Assert.Equal(1, await NotesAsync());
        Assert.Single(Directory.GetFiles(Path.Combine(Folder, "data", "backups")), f => Path.GetFileName(f).StartsWith("before-29990101000000_AddNotes-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task P3_A_missing_key_file_is_never_made_anew_over_data()
    {
        await BootAsync();
        File.Delete(KeyFile);
        await Assert.ThrowsAsync<BootRefused>(() => BootAsync());
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task P3_A_wrong_key_file_is_refused()
    {
        await BootAsync();
        File.Delete(KeyFile);
        CaseKeys.Open(Microsoft.Extensions.Options.Options.Create(new KeyOptions { Folder = Path.GetDirectoryName(KeyFile)! }), mayCreate: true);
        var refusal = await Assert.ThrowsAsync<BootRefused>(() => BootAsync());
        Assert.Contains("does not fit this database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task P3_A_wrong_look_up_key_alone_is_refused()
    {
        await BootAsync();
        var file = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(KeyFile, Cancel))!;
        file["Lookup"] = Convert.ToBase64String(new byte[32]);
        await File.WriteAllTextAsync(KeyFile, file.ToJsonString(), Cancel);
        await Assert.ThrowsAsync<BootRefused>(() => BootAsync());
    }

    [Fact]
    public async Task U8_Two_starts_at_once_both_succeed_and_one_waits()
    {
        using var log = new KeptLog();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => BootAsync(s => s.AddLogging(l => l.AddProvider(log))))));
        Assert.Equal(1, log.Lines.Count(l => l.Contains("Applying", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task U8_Four_starts_at_once_put_the_rows_every_app_needs_in_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(StartFilledAsync)));
        await AssertFilledOnceAsync();
    }

    [Fact]
    public async Task U8_Two_servers_started_at_once_on_nothing_both_listen_and_the_rows_are_there_once()
    {
        // Development, which has accounts to seed as well.
        List<KeyValuePair<string, string?>> addressed =
            [.. Settings, KeyValuePair.Create("URLS", (string?)"http://127.0.0.1:0"), KeyValuePair.Create("ASPNETCORE_ENVIRONMENT", (string?)"Development"), KeyValuePair.Create("Demonstration:Data", (string?)"false")];
        using var first = AppProcess.Command(addressed);
        using var second = AppProcess.Command(addressed);
        await first.SaysAsync("Now listening on");
        await second.SaysAsync("Now listening on");
        await first.KillAsync();
        await second.KillAsync();
        await AssertFilledOnceAsync();
        await using var services = AppServices.Build(settings);
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        Assert.Equal(8, await db.Users.CountAsync(Cancel));
        Assert.Equal(8, await db.AuditEntries.CountAsync(e => e.Action == "account.demonstration.made", Cancel));
        Assert.DoesNotContain(first.Output.Concat(second.Output), l => l.StartsWith("fail:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task F6_The_ring_of_cookie_keys_lies_sealed_in_the_database_and_opens_again()
    {
        await BootAsync();
        string secret;
        await using (var first = AppServices.Build(settings))
            secret = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("canary");
        await using var second = AppServices.Build(settings);
        Assert.Equal("canary", second.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
        await using var db = await second.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        var xml = await db.DataProtectionKeys.Select(k => k.Xml).SingleAsync(Cancel);
        Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
        Assert.Contains("<sealed", xml, StringComparison.Ordinal);
    }

    /// <summary>One start of the app, and its end.</summary>
    protected async Task BootAsync(Action<IServiceCollection>? more = null, int write = 0)
    {
        await using var services = AppServices.Build(settings, more);
        await services.BootAsync();
        for (var i = 0; i < write; i++)
            await services.GetRequiredService<CaseWriter>().SaveAsync(db => Task.FromResult(RecordSomething(db)), Cancel);
    }

    private async Task StartFilledAsync()
    {
        await using var services = AppServices.Build(settings);
        await services.GetRequiredService<DatabaseBoot>().StartAsync(services.GetRequiredService<ReferenceDataBoot>().EnsureAsync, Cancel);
    }

    private async Task AssertFilledOnceAsync()
    {
        await using var services = AppServices.Build(settings);
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        Assert.Equal(14, await db.ServiceTypes.CountAsync(Cancel));
        Assert.Equal(14, await db.AuditEntries.CountAsync(e => e.Action == "intake.service.add", Cancel));
        var days = await db.Holidays.Select(h => new { h.On, h.NameAr }).ToListAsync(Cancel);
        Assert.NotEmpty(days);
        Assert.Equal(days.Count, days.Distinct().Count());
        Assert.True((await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: Cancel)).IsWhole);
    }

    private static bool RecordSomething(CaseDbContext db)
    {
        db.Record(new Act(Actor.System, new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc)), "access.denied", Guid.NewGuid(), "Test");
        return true;
    }

    protected static void Ahead<T>(IServiceCollection services)
        where T : class, IMigrationsAssembly => services.AddSingleton<IContextOptions, MoreMigrations<T>>();

    /// <summary>Rows of the table the added migration makes; 0 when there is none.</summary>
    protected async Task<int> NotesAsync()
    {
        await using var services = AppServices.Build(settings);
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        try
        {
            return await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM \"TestNotes\"").SingleAsync(Cancel);
        }
        catch (Exception e) when (e is SqliteException or Npgsql.PostgresException)
        {
            return 0;
        }
    }
}
