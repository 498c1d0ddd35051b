using System.Diagnostics;
using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Benchmarks.Generate;

/// <summary>
/// Fills a database the app's own migrations made. Rows go straight in, past services and audit trail (generated data needs no trail);
/// identity numbers are sealed and hashed with the folder's real keys, and the search table holds what its triggers would have put there.
/// </summary>
internal static class Generator
{
    private const int Batch = 20_000;

    public static async Task RunAsync(string folder, int people, int requests)
    {
        if (File.Exists(Path.Combine(folder, "mabarra.db")))
            throw new InvalidOperationException($"{folder} already holds a database; give a fresh folder.");
        var whole = Stopwatch.StartNew();
        await using var app = await AppOn.BootAsync(folder);
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "mabarra.db")};Pooling=false");
        connection.Open();
        // A load that dies is started anew, so durability can wait for its end.
        Run(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=0; PRAGMA cache_size=-1048576; PRAGMA temp_store=MEMORY;");
        var later = TakeDown(connection);
        Timed("beneficiaries", people, () => AddPeople(connection, app.The<IdNumbers>(), people));
        Timed("requests", requests, () => RequestRows.Add(connection, people, requests));
        Timed("search table", people, () => Run(connection, """INSERT INTO "BeneficiarySearch"(rowid, "SearchText") SELECT "FileNo", "SearchText" FROM "Beneficiaries" ORDER BY "FileNo";"""));
        Timed("indexes and triggers", later.Count, () => later.ForEach(sql => Run(connection, sql)));
        // Looks people up by their number: only now is there an index.
        AddTrail(connection, people);
        Serial(connection, "beneficiary-file", people);
        Timed("foreign keys checked, back to WAL", 1, () => Finish(connection));
        var size = new FileInfo(Path.Combine(folder, "mabarra.db")).Length / 1_048_576;
        Console.WriteLine($"whole: {whole.Elapsed.TotalSeconds:0} s, file {size:N0} MB");
    }

    /// <summary>Visits and trail into a folder generated before they were part of it.</summary>
    public static async Task AddTrailAsync(string folder, int people)
    {
        await using (var app = await AppOn.BootAsync(folder))
            SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "mabarra.db")};Pooling=false");
        connection.Open();
        Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144;");
        AddTrail(connection, people);
    }

    private static void AddTrail(SqliteConnection connection, int people)
    {
        Timed("visits", people / 2, () => TrailRows.AddVisits(connection, people, people / 2));
        Timed("audit trail", people, () => TrailRows.AddTrail(connection, people));
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static void InBatches(SqliteConnection connection, int count, Action<int, int> add)
    {
        for (var from = 1; from <= count; from += Batch)
        {
            Run(connection, "BEGIN");
            add(from, Math.Min(count, from + Batch - 1));
            Run(connection, "COMMIT");
        }
    }

    public static void Serial(SqliteConnection connection, string series, long last)
    {
        using var rows = new BulkInsert(connection, "SerialNumbers", "Series", "Last");
        rows.Add(series, last);
    }

    private static void AddPeople(SqliteConnection connection, IdNumbers ids, int count)
    {
        using var rows = new BulkInsert(
            connection, "Beneficiaries", "Id", "FileNo", "FirstName", "FatherName", "GrandfatherName", "FamilyName", "SearchText", "NameKey", "IdKind", "IdSealed",
            "IdLookup", "IdTail", "BirthOn", "BirthEnteredAs", "Gender", "Nationality", "Mobile", "DataReviewedOn", "Address_City", "Address_District", "Version", "CreatedAt");
        using var links = new BulkInsert(connection, "BeneficiaryCategoryLinks", "BeneficiaryId", "CategoryCode");
        InBatches(connection, count, (from, to) =>
        {
            foreach (var (p, key, sealedId, lookup) in Enumerable.Range(from, to - from + 1).AsParallel().AsOrdered().Select(n => Prepared(ids, Person.Of(n))))
            {
                var number = p.FileNo.ToString(CultureInfo.InvariantCulture);
                rows.Add(
                    p.Id, p.FileNo, p.First, p.Father, p.Grandfather, p.Family, $"{key} {number} {p.Mobile}", key, p.Kind.ToString(), sealedId, lookup,
                    IdNumbers.Tail(p.IdNumber), p.BirthOn, nameof(CalendarKind.Gregorian), p.IsWoman ? nameof(Gender.Female) : nameof(Gender.Male),
                    p.Kind == IdKind.NationalId ? "سعودية" : "يمنية", p.Mobile, RiyadhTime.DayOf(Person.MadeAt(p.FileNo)), p.City, p.District, p.Id, Person.MadeAt(p.FileNo));
                foreach (var category in p.Categories)
                    links.Add(p.Id, category);
            }
        });
    }

    private static (Person Person, string Key, byte[] Sealed, byte[] Lookup) Prepared(IdNumbers ids, Person p) =>
        (p, SearchKey.Of(p.FullName), ids.Seal(p.Id, p.IdNumber), ids.Lookup(p.Kind, p.IdNumber));

    /// <summary>Indexes and triggers of the three big tables, dropped here and made again at the end by the same words.</summary>
    private static List<string> TakeDown(SqliteConnection connection)
    {
        var found = new List<(string Type, string Name, string Sql)>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText =
                """
                SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
                AND tbl_name IN ('Beneficiaries', 'BeneficiaryCategoryLinks', 'ServiceRequests', 'RequestItems')
                """;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                found.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        foreach (var (type, name, _) in found)
            Run(connection, $"DROP {type} \"{name}\"");
        return [.. found.Select(f => f.Sql)];
    }

    private static void Finish(SqliteConnection connection)
    {
        using var check = connection.CreateCommand();
        check.CommandTimeout = 0;
        check.CommandText = "SELECT COUNT(*) FROM pragma_foreign_key_check";
        if (check.ExecuteScalar() is not 0L)
            throw new InvalidOperationException("A generated row points at nothing.");
        Run(connection, "PRAGMA journal_mode=WAL;");
    }

    private static void Timed(string what, int count, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        Console.WriteLine($"{what,-34} {count,10:N0} in {watch.Elapsed.TotalSeconds,6:0.0} s, {count / watch.Elapsed.TotalSeconds,9:N0}/s");
    }
}
