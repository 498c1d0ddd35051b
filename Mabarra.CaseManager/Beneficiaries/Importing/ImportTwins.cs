using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// Who in the workbook is in it twice, or in the registry already. The same identity number is refused; the same mobile, or a similar name with the same birth date, is told, for mothers
/// lend their telephones and cousins their names. Of the workbook's own people only hashes are kept in memory.
/// </summary>
internal sealed class ImportTwins(IdNumbers ids)
{
    private readonly Dictionary<UInt128, int> numbers = [];
    private readonly Dictionary<UInt128, int> names = [];
    private readonly Dictionary<string, int> mobiles = new(StringComparer.Ordinal);

    /// <summary>Files of the registry with these identity numbers.</summary>
    public static async Task<Dictionary<string, long>> SameIdsAsync(CaseDbContext db, List<byte[]> lookups, CancellationToken cancel)
    {
        var taken = await db.Beneficiaries.AsNoTracking().Where(b => EF.Parameter(lookups).Contains(b.IdLookup))
            .Select(b => new { b.IdLookup, b.FileNo, b.MergedIntoId }).ToListAsync(cancel);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in taken)
            found[Convert.ToHexString(file.IdLookup)] = await KeptNoAsync(db, file.FileNo, file.MergedIntoId, cancel);
        return found;
    }

    public byte[] Lookup(ReadFile file) => ids.Lookup(file.IdKind, file.IdNumber);

    /// <summary>What makes one ask of the rows of a batch, by row.</summary>
    public async Task<ILookup<int, RowProblem>> FindAsync(CaseDbContext db, IReadOnlyList<(int No, ReadFile File)> rows, CancellationToken cancel)
    {
        var found = new List<(int No, RowProblem Problem)>();
        var taken = await SameIdsAsync(db, [.. rows.Select(r => Lookup(r.File))], cancel);
        var sameMobile = await SameMobilesAsync(db, [.. rows.Select(r => r.File.Data.Mobile).Distinct(StringComparer.Ordinal)], cancel);
        var sameDay = await SameDayAsync(db, [.. rows.Select(r => r.File.Data.BirthOn).Distinct()], cancel);
        foreach (var (no, file) in rows)
            found.AddRange(Of(no, file, taken, sameMobile, sameDay).Select(p => (no, p)));
        return found.ToLookup(f => f.No, f => f.Problem);
    }

    private IEnumerable<RowProblem> Of(int no, ReadFile file, Dictionary<string, long> taken, Dictionary<string, long> sameMobile, ILookup<DateOnly, (string Name, long No)> sameDay)
    {
        var (lookup, name) = (Lookup(file), NameOf(file));
        if (taken.TryGetValue(Convert.ToHexString(lookup), out var other))
            yield return Problem(ImportField.IdNumber, "beneficiaries.file.duplicate", other);
        else if (First(numbers, BinaryPrimitives.ReadUInt128BigEndian(lookup), no) is { } row)
            yield return Problem(ImportField.IdNumber, "registry.import.duplicate", row);
        if (sameMobile.TryGetValue(file.Data.Mobile, out var withMobile))
            yield return Problem(ImportField.Mobile, "registry.import.twin.mobile", withMobile);
        else if (First(mobiles, file.Data.Mobile, no) is { } row)
            yield return Problem(ImportField.Mobile, "registry.import.row.mobile", row);
        if (sameDay[file.Data.BirthOn].Where(f => NameLikeness.Similar(name, f.Name)).Select(f => (long?)f.No).FirstOrDefault() is { } withName)
            yield return Problem(ImportField.FirstName, "registry.import.twin.name", withName);
        else if (First(names, Hash($"{name}\n{file.Data.BirthOn.DayNumber}"), no) is { } row)
            yield return Problem(ImportField.FirstName, "registry.import.row.name", row);
    }

    internal static string NameOf(ReadFile file) => SearchKey.Of($"{file.Data.FirstName} {file.Data.FatherName} {file.Data.GrandfatherName} {file.Data.FamilyName}");

    private static RowProblem Problem(ImportField field, string code, long other) => new(field, code, [other.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

    /// <summary>The first row that had it; null for that row itself.</summary>
    private static int? First<TKey>(Dictionary<TKey, int> seen, TKey key, int no)
        where TKey : notnull => seen.TryAdd(key, no) ? null : seen[key];

    private static UInt128 Hash(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<Dictionary<string, long>> SameMobilesAsync(CaseDbContext db, List<string> wanted, CancellationToken cancel)
    {
        var files = await db.Beneficiaries.AsNoTracking().Where(b => EF.Parameter(wanted).Contains(b.Mobile) && b.MergedIntoId == null)
            .Select(b => new { b.Mobile, b.FileNo }).ToListAsync(cancel);
        return files.GroupBy(f => f.Mobile, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(f => f.FileNo), StringComparer.Ordinal);
    }

    private static async Task<ILookup<DateOnly, (string Name, long No)>> SameDayAsync(CaseDbContext db, List<DateOnly> days, CancellationToken cancel)
    {
        var files = await db.Beneficiaries.AsNoTracking().Where(b => EF.Parameter(days).Contains(b.BirthOn) && b.MergedIntoId == null)
            .Select(b => new { b.BirthOn, b.NameKey, b.FileNo }).ToListAsync(cancel);
        return files.ToLookup(f => f.BirthOn, f => (f.NameKey, f.FileNo));
    }

    /// <summary>A merged file keeps its number taken; the one to open is the one it went into.</summary>
    private static async Task<long> KeptNoAsync(CaseDbContext db, long no, Guid? into, CancellationToken cancel)
    {
        while (into is { } next)
        {
            var file = await db.Beneficiaries.AsNoTracking().Where(b => b.Id == next).Select(b => new { b.FileNo, b.MergedIntoId }).SingleAsync(cancel);
            (no, into) = (file.FileNo, file.MergedIntoId);
        }
        return no;
    }
}
