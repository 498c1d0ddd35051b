using System.Globalization;
using System.Reflection;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Data.Boot;

/// <summary>A database made by the migrations of an earlier release, with somebody in it, comes to head with all its data. On both databases.</summary>
public abstract class UpgradeSuite(TestDatabase database) : IAsyncLifetime
{
    private static readonly Guid Somebody = new("0190aaaa-0000-7000-8000-00000000000b");
    private static readonly string[] Tables = ["Beneficiaries", "BeneficiaryCategoryLinks"];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mabarra-{Guid.NewGuid():N}");
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Act Clerk { get; } = new(
        new Actor(Somebody, "موظفة تجريبية", AuthorizationMatrix.ReachesOf(new HashSet<StaffRole> { StaffRole.FrontDesk })), new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));

    public async ValueTask InitializeAsync()
    {
        settings["Keys:Folder"] = Path.Combine(folder, "keys");
        foreach (var (key, value) in await database.CreateAsync(folder))
            settings[key] = value;
        // Only the name is wanted: the earlier release makes the database itself.
        await database.DropAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await database.DropAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task U1_U6_A_file_of_the_first_release_is_whole_and_found_after_the_upgrade()
    {
        string before;
        await using (var first = AppServices.Build(settings, s => s.AddSingleton<IContextOptions, OnlyFirstRelease>()))
        {
            await first.BootAsync();
            await using var db = await OpenAsync(first);
            Assert.Equal(2, (await db.Database.GetAppliedMigrationsAsync(Cancel)).Count());
            await InsertAsync(first, db);
            before = await ExportAsync(db, await ColumnsAsync(db));
            await File.WriteAllTextAsync(Path.Combine(folder, "columns"), string.Join('\n', (await ColumnsAsync(db)).Select(c => $"{c.Table}|{c.Column}")), Cancel);
        }

        await using var head = AppServices.Build(settings);
        await head.BootAsync();

        await using var now = await OpenAsync(head);
        Assert.Empty(await now.Database.GetPendingMigrationsAsync(Cancel));
        var columns = (await File.ReadAllLinesAsync(Path.Combine(folder, "columns"), Cancel)).Select(l => l.Split('|')).Select(p => (p[0], p[1])).ToList();
        Assert.True(columns.Count > 25);
        Assert.Equal(before, await ExportAsync(now, columns));
        await StillFoundAsync(head);
    }

    /// <summary>What keeps search in step lies in triggers and indexes, which a rebuilt table loses without a word (U6).</summary>
    private static async Task StillFoundAsync(ServiceProvider services)
    {
        var search = services.GetRequiredService<BeneficiarySearch>();
        foreach (var typed in new[] { "هدى الشهري", "هدي", "0500000107", "7", Make.CitizenId(7) })
            Assert.Equal((typed, 1), (typed, (await search.FindAsync(Clerk, typed, 5, Cancel)).Count));
        var queries = services.GetRequiredService<BeneficiaryQueries>();
        var edit = (await queries.EditAsync(Clerk, Somebody, Cancel))!;
        Assert.Equal((Make.CitizenId(7), new DateOnly(1985, 4, 5), BeneficiaryStatus.Active), (edit.Form.IdNumber, edit.Form.BirthOn, (await queries.OpenAsync(Clerk, Somebody, Cancel))!.File.Status));
        await services.GetRequiredService<BeneficiaryService>().ChangeAsync(Clerk, Somebody, edit.Version, edit.Form with { FamilyName = "الحربي" }, Cancel);
        Assert.Single(await search.FindAsync(Clerk, "الحربي", 5, Cancel));
        Assert.Empty(await search.FindAsync(Clerk, "الشهري", 5, Cancel));
        await services.GetRequiredService<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Person(8, "سلمى خالد عوض المطيري"), Cancel);
        Assert.Single(await search.FindAsync(Clerk, "المطيري", 5, Cancel));
    }

    /// <summary>As the first release wrote it, without its code: by name of column.</summary>
    private static async Task InsertAsync(ServiceProvider services, CaseDbContext db)
    {
        var ids = services.GetRequiredService<IdNumbers>();
        var number = Make.CitizenId(7);
        var (sealedNumber, lookup, tail) = (ids.Seal(Somebody, number), ids.Lookup(IdKind.NationalId, number), IdNumbers.Tail(number));
        var (birth, reviewed, at) = (new DateOnly(1985, 4, 5), new DateOnly(2026, 1, 11), new DateTime(2026, 1, 11, 6, 0, 0, DateTimeKind.Utc));
        var (name, key) = ("هدى", SearchKey.Of("هدى محمد ناصر الشهري"));
        var (search, version) = ($"{key} 7 0500000107", Guid.NewGuid());
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Beneficiaries" ("Id", "FileNo", "FirstName", "FatherName", "GrandfatherName", "FamilyName", "SearchText", "NameKey", "IdKind", "IdSealed", "IdLookup", "IdTail",
                "BirthOn", "BirthEnteredAs", "Gender", "Nationality", "Mobile", "Email", "DataReviewedOn", "Address_City", "Address_District", "Address_Short", "Version", "CreatedAt")
            VALUES ({Somebody}, 7, {name}, 'محمد', 'ناصر', 'الشهري', {search}, {key}, 'NationalId', {sealedNumber}, {lookup}, {tail},
                {birth}, 'Hijri', 'Female', 'SA', '0500000107', NULL, {reviewed}, 'المدينة المنورة', 'العزيزية', 'DEMA1001', {version}, {at})
            """, Cancel);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "BeneficiaryCategories" ("Code", "NameAr", "NameEn", "Order", "IsSensitive", "IsActive") VALUES ('Widows', 'أرامل', 'Widows', 0, {false}, {true})""", Cancel);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "BeneficiaryCategoryLinks" ("BeneficiaryId", "CategoryCode") VALUES ({Somebody}, 'Widows')""", Cancel);
    }

    private static Task<CaseDbContext> OpenAsync(ServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);

    private static async Task<List<(string Table, string Column)>> ColumnsAsync(CaseDbContext db)
    {
        var columns = new List<(string, string)>();
        foreach (var table in Tables)
        {
            var names = db.Database.IsSqlite()
                ? db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info({table})")
                : db.Database.SqlQuery<string>($"SELECT column_name::text AS \"Value\" FROM information_schema.columns WHERE table_name = {table}");
            columns.AddRange((await names.ToListAsync(Cancel)).Order(StringComparer.Ordinal).Select(n => (table, n)));
        }
        return columns;
    }

    /// <summary>Every value of every row, as the database itself writes it as text.</summary>
    private static async Task<string> ExportAsync(CaseDbContext db, IEnumerable<(string Table, string Column)> columns)
    {
        var lines = new List<string>();
        foreach (var (table, column) in columns)
        {
            var text = db.Database.IsSqlite() ? $"quote(\"{column}\")" : $"coalesce(\"{column}\"::text, 'NULL')";
#pragma warning disable EF1002 // Names of our own columns, which no parameter can be.
            var values = await db.Database.SqlQueryRaw<string>($"SELECT {text} AS \"Value\" FROM \"{table}\"").ToListAsync(Cancel);
#pragma warning restore EF1002
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{table}.{column}: {string.Join(',', values.Order(StringComparer.Ordinal))}"));
        }
        return string.Join('\n', lines);
    }
}

public sealed class UpgradeTests() : UpgradeSuite(TestDatabase.Sqlite());

/// <summary>The app as it was when its first migrations were frozen.</summary>
internal sealed class OnlyFirstRelease : IContextOptions
{
    public void Apply(DbContextOptionsBuilder builder) => builder
        .ReplaceService<IMigrationsAssembly, FrozenMigrations>()
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
}

#pragma warning disable EF1001 // EF's own class is the only way to leave migrations out; it is pinned by version.
internal sealed class FrozenMigrations(ICurrentDbContext current, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> log)
    : MigrationsAssembly(current, options, ids, log)
{
    private const string LastFrozen = "20261123000001_SearchIndexes";

    public override IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = new SortedList<string, TypeInfo>(
        new MigrationsAssembly(current, options, ids, log).Migrations
            .Where(m => string.CompareOrdinal(m.Key, LastFrozen) <= 0).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
#pragma warning restore EF1001
