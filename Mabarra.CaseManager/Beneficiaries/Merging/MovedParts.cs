using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>What a merge moved and changed: enough to make two files of one again.</summary>
internal sealed record MovedParts
{
    /// <summary>Table to the ids of the rows that moved.</summary>
    public required Dictionary<string, List<Guid>> Rows { get; init; }

    /// <summary>Table to how many rows the kept file had afterwards: one more, and something was added since.</summary>
    public required Dictionary<string, int> After { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required FileValues ValuesBefore { get; init; }

    public required FileValues ValuesAfter { get; init; }

    public required BeneficiaryStatus Status { get; init; }

    public required DateOnly? StatusOn { get; init; }

    public required string? StatusReason { get; init; }
}

/// <summary>A table whose rows go with a person.</summary>
/// <param name="Part">Name of its entity: the key of its words is <c>part.</c> and this.</param>
/// <param name="IsSingle">A file has one at most, so where both have one the kept file's stays in use and the other stays where it is.</param>
internal sealed record MergeTable(string Part, string Table, string Column, bool IsSingle)
{
    private const int AtOnce = 400;

    /// <summary>Every table that names a beneficiary (<see cref="BeneficiaryReferences"/>), and the files kept with her. Categories are joined by value, not moved.</summary>
    public static IReadOnlyList<MergeTable> In(CaseDbContext db) =>
    [
        .. BeneficiaryReferences.In(db).Where(p => p.DeclaringType.ClrType != typeof(BeneficiaryCategoryLink)).Select(p => Of(p, IsUnique(p))),
        Of(db.Model.FindEntityType(typeof(StoredDocument))!.FindProperty(nameof(StoredDocument.OwnerId))!, isSingle: false),
    ];

    public Task<List<Guid>> IdsAsync(CaseDbContext db, Guid file, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<Guid>(IdsSql, file).ToListAsync(cancel);

    public Task<int> CountAsync(CaseDbContext db, Guid file, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<int>(CountSql, file).SingleAsync(cancel);

    /// <returns>How many were there to be moved.</returns>
    public async Task<int> MoveAsync(CaseDbContext db, IReadOnlyList<Guid> rows, Guid from, Guid to, CancellationToken cancel)
    {
        var moved = 0;
        foreach (var some in rows.Chunk(AtOnce))
            moved += await db.Database.ExecuteSqlRawAsync(MoveSql(some.Length), [to, from, .. some], cancel);
        return moved;
    }

    private string IdsSql => $$"""SELECT "Id" AS "Value" FROM "{{Table}}" WHERE "{{Column}}" = {0} ORDER BY "Id" """;

    private string CountSql => $$"""SELECT CAST(COUNT(*) AS integer) AS "Value" FROM "{{Table}}" WHERE "{{Column}}" = {0}""";

    private string MoveSql(int rows) =>
        $$"""UPDATE "{{Table}}" SET "{{Column}}" = {0} WHERE "{{Column}}" = {1} AND "Id" IN ({{string.Join(", ", Enumerable.Range(2, rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"{{{n}}}")))}})""";

    private static MergeTable Of(IProperty property, bool isSingle)
    {
        var entity = (IEntityType)property.DeclaringType;
        return new MergeTable(entity.ClrType.Name, entity.GetTableName()!, property.GetColumnName(), isSingle);
    }

    private static bool IsUnique(IProperty property) => property.GetContainingIndexes().Any(i => i.IsUnique && i.Properties.Count == 1);
}
