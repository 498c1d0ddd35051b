using System.Globalization;
using System.Text;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// The one query written by hand: file numbers whose search text holds every word typed. SQLite walks an FTS5 trigram table backwards and stops at the limit,
/// PostgreSQL uses a pg_trgm index or walks the file numbers backwards, whichever it finds cheaper. Words of one or two letters have no trigram:
/// they narrow what longer words found, and alone they are looked up as the beginning of a name.
/// </summary>
internal sealed class BeneficiarySearchSql
{
    private const int ShortestTrigram = 3;
    private const int MostWords = 6;
    private const string AfterEveryLetter = "\uFFFD";
    private readonly List<object> _arguments = [];

    private BeneficiarySearchSql(CaseDbContext db, string key, IReadOnlyCollection<string>? categories, int take, bool fewPeople, bool fromBeginning)
    {
        string[] split = fromBeginning ? [] : key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = split.Take(MostWords).ToLookup(w => w.Length >= ShortestTrigram);
        var (longer, shorter) = (words[true].ToArray(), words[false].ToArray());
        var sql = new StringBuilder();
        if (fewPeople && categories is not null)
            sql.Append(CultureInfo.InvariantCulture, $"""SELECT b."FileNo" AS "Value" FROM "Beneficiaries" b WHERE b."Id" IN (SELECT c."BeneficiaryId" FROM "BeneficiaryCategoryLinks" c WHERE c."CategoryCode" IN ({In(categories)})) AND {Named(longer, key)}""");
        else if (longer.Length > 0 && db.Database.IsSqlite())
            sql.Append(CultureInfo.InvariantCulture, $"""SELECT s.rowid AS "Value" FROM "BeneficiarySearch" s JOIN "Beneficiaries" b ON b."FileNo" = s.rowid WHERE s."BeneficiarySearch" MATCH {Add(Phrases(longer))}""");
        else
            sql.Append(CultureInfo.InvariantCulture, $"""SELECT b."FileNo" AS "Value" FROM "Beneficiaries" b WHERE {Named(longer, key)}""");
        foreach (var word in longer.Length == 0 ? [] : shorter)
            sql.Append(CultureInfo.InvariantCulture, $" AND {Contains(word)}");
        if (categories is not null && !fewPeople)
            sql.Append(CultureInfo.InvariantCulture, $""" AND EXISTS (SELECT 1 FROM "BeneficiaryCategoryLinks" c WHERE c."BeneficiaryId" = b."Id" AND c."CategoryCode" IN ({In(categories)}))""");
        var order = longer.Length == 0 ? """b."NameKey" """ : db.Database.IsSqlite() && !fewPeople ? "s.rowid DESC" : """b."FileNo" DESC""";
        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY {order} LIMIT {Add(take)}");
        Sql = sql.ToString();
    }

    public string Sql { get; }

    public object[] Arguments => [.. _arguments];

    /// <param name="key">What was typed, as <see cref="SearchKey"/> gives it.</param>
    /// <param name="categories">Only people of these; null for everybody.</param>
    /// <param name="fewPeople">The categories have so few people that reading each of them is quicker than any index of words.</param>
    public static BeneficiarySearchSql For(CaseDbContext db, string key, IReadOnlyCollection<string>? categories, int take, bool fewPeople) => new(db, key, categories, take, fewPeople, fromBeginning: false);

    /// <summary>The people whose name begins with all of what was typed.</summary>
    public static BeneficiarySearchSql Beginning(CaseDbContext db, string key, IReadOnlyCollection<string>? categories, int take, bool fewPeople) => new(db, key, categories, take, fewPeople, fromBeginning: true);

    private string Add(object argument)
    {
        _arguments.Add(argument);
        return string.Create(CultureInfo.InvariantCulture, $"{{{_arguments.Count - 1}}}");
    }

    private string Contains(string word)
    {
        var literal = word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return $"""b."SearchText" LIKE {Add($"%{literal}%")} ESCAPE '\'""";
    }

    /// <summary>The longer words anywhere, or, typed alone, the short ones as the beginning of the name.</summary>
    private string Named(string[] longer, string key) => longer.Length > 0
        ? string.Join(" AND ", longer.Select(Contains))
        : $"""b."NameKey" >= {Add(key)} AND b."NameKey" < {Add(key + AfterEveryLetter)}""";

    private string In(IReadOnlyCollection<string> categories) => categories.Count == 0 ? "NULL" : string.Join(", ", categories.Select(Add));

    /// <summary>Each word a quoted phrase, so no letter of it is an operator (B34).</summary>
    private static string Phrases(IEnumerable<string> words) =>
        string.Join(' ', words.Select(w => $"\"{w.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
