using System.Globalization;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A person found while somebody types.</summary>
/// <param name="MergedIntoId">The file this one was merged into.</param>
/// <param name="WasFileNo">Number of the merged file by which this one was found.</param>
public sealed record BeneficiaryHit(Guid Id, long FileNo, string FullName, string IdTail, string Mobile, DateOnly BirthOn, Guid? MergedIntoId = null, long? WasFileNo = null);

/// <summary>Search as you type over names, mobile and file number, and over a whole identity number. Newest files first.</summary>
public sealed class BeneficiarySearch(IDbContextFactory<CaseDbContext> contexts, IdNumbers ids)
{
    private const int LongestQuery = 100;

    /// <summary>A file merged into one that was merged later, and so on.</summary>
    private const int MostHops = 5;
    private const int FewNamesakes = 3;
    private const int WordsOfAName = 3;
    private const int DigitsOfABeginning = 6;

    public async Task<IReadOnlyList<BeneficiaryHit>> FindAsync(Act act, string? typed, int take, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ViewPermission);
        var key = typed is null or { Length: > LongestQuery } ? "" : SearchKey.Of(typed);
        if (key.Length == 0)
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var exact = await ByNumberAsync(db, act, key, cancel);
        return await KeptAsync(db, act, exact.Count > 0 ? exact : await ByTextAsync(db, act, key, take, cancel), cancel);
    }

    /// <summary>Another file, within the actor's reach, with this identity number: told while the form is still being filled. Saving looks everywhere.</summary>
    public async Task<BeneficiaryHit?> SameIdAsync(Act act, IdKind kind, string? typed, Guid? except, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ViewPermission);
        if (CleanText.IsBlank(typed) || IdNumbers.Check(kind, typed) is not { IsOk: true } number)
            return null;
        var lookup = ids.Lookup(kind, number.Value);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var same = await Hits(db.Beneficiaries.AsNoTracking().VisibleTo(act).Where(b => b.IdLookup == lookup && b.Id != except)).Take(1).ToListAsync(cancel);
        return (await KeptAsync(db, act, same, cancel)).FirstOrDefault(h => h.Id != except);
    }

    /// <summary>Another file with this mobile, which may be right (a family shares one), so it only warns.</summary>
    public async Task<BeneficiaryHit?> SameMobileAsync(Act act, string? typed, Guid? except, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ViewPermission);
        if (SaudiPhone.CheckMobile(typed) is not { IsOk: true } mobile)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var hits = await KeptAsync(db, act, await ByTextAsync(db, act, mobile.Value, FewNamesakes, cancel), cancel);
        return hits.FirstOrDefault(h => h.Id != except);
    }

    /// <summary>A whole identity number or file number names one person: no need to show others.</summary>
    private async Task<List<BeneficiaryHit>> ByNumberAsync(CaseDbContext db, Act act, string key, CancellationToken cancel)
    {
        var lookups = ids.Lookups(key).ToList();
        // Nobody writes a file number with a zero before it, everybody a mobile.
        var fileNo = !key.StartsWith('0') && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (lookups.Count == 0 && fileNo == 0)
            return [];
        var visible = db.Beneficiaries.AsNoTracking().VisibleTo(act);
        return await Hits(visible.Where(b => lookups.Contains(b.IdLookup) || b.FileNo == fileNo)).ToListAsync(cancel);
    }

    private static async Task<List<BeneficiaryHit>> ByTextAsync(CaseDbContext db, Act act, string key, int take, CancellationToken cancel)
    {
        if (IsMobileBeginning(key) && await ByMobileAsync(db, act, key, take, cancel) is { Count: > 0 } answering)
            return answering;
        var fewPeople = await db.FewAsync(act, BeneficiariesModule.ViewPermission, cancel) is not null;
        // A name typed from its beginning, three words of it or more: all its words are common, so the index of names answers what the index of words would labour at.
        if (key.Count(' '.Equals) + 1 >= WordsOfAName
            && await HitsAsync(db, BeneficiarySearchSql.Beginning(db, key, OwnOnly(act), take, fewPeople), cancel) is { Count: > 0 } named)
            return named;
        return await HitsAsync(db, BeneficiarySearchSql.For(db, key, OwnOnly(act), take, fewPeople), cancel);
    }

    /// <summary>So much of a mobile that the index of mobiles answers with few rows; all its three-digit pieces are common, so the index of words would labour.</summary>
    private static bool IsMobileBeginning(string key) =>
        key.Length is >= DigitsOfABeginning and <= SaudiPhone.MobileLength && key.StartsWith("05", StringComparison.Ordinal) && key.All(char.IsAsciiDigit);

    private static Task<List<BeneficiaryHit>> ByMobileAsync(CaseDbContext db, Act act, string key, int take, CancellationToken cancel)
    {
        var (first, last) = (key.PadRight(SaudiPhone.MobileLength, '0'), key.PadRight(SaudiPhone.MobileLength, '9'));
#pragma warning disable CA1309 // Only this overload is translated; the database compares digits.
        var answering = db.Beneficiaries.AsNoTracking().VisibleTo(act).Where(b => string.Compare(b.Mobile, first) >= 0 && string.Compare(b.Mobile, last) <= 0);
#pragma warning restore CA1309
        return Hits(answering.OrderByDescending(b => b.FileNo).Take(take)).ToListAsync(cancel);
    }

    private static async Task<List<BeneficiaryHit>> HitsAsync(CaseDbContext db, BeneficiarySearchSql query, CancellationToken cancel)
    {
        var found = await db.Database.SqlQueryRaw<long>(query.Sql, query.Arguments).ToListAsync(cancel);
        return await Hits(db.Beneficiaries.AsNoTracking().Where(b => found.Contains(b.FileNo)).OrderByDescending(b => b.FileNo)).ToListAsync(cancel);
    }

    /// <summary>A merged file that was found leads to the one it went into, once.</summary>
    private static async Task<IReadOnlyList<BeneficiaryHit>> KeptAsync(CaseDbContext db, Act act, List<BeneficiaryHit> hits, CancellationToken cancel)
    {
        for (var hop = 0; hop < MostHops && hits.Exists(h => h.MergedIntoId is not null); hop++)
        {
            var into = hits.Select(h => h.MergedIntoId).OfType<Guid>().Distinct().ToList();
            var kept = await Hits(db.Beneficiaries.AsNoTracking().VisibleTo(act).Where(b => into.Contains(b.Id))).ToDictionaryAsync(h => h.Id, cancel);
            hits = [.. hits.Select(h => h.MergedIntoId is { } to && kept.TryGetValue(to, out var file) ? file with { WasFileNo = h.WasFileNo ?? h.FileNo } : h)];
        }
        return [.. hits.DistinctBy(h => h.Id)];
    }

    private static IReadOnlyCollection<string>? OwnOnly(Act act) =>
        act.Actor.ReachOf(BeneficiariesModule.ViewPermission) == Reach.All ? null : act.Actor.OwnCategories;

    internal static IQueryable<BeneficiaryHit> Hits(IQueryable<Beneficiary> found) => found.Select(b => new BeneficiaryHit(
        b.Id, b.FileNo, b.FirstName + " " + b.FatherName + " " + b.GrandfatherName + " " + b.FamilyName, b.IdTail, b.Mobile, b.BirthOn, b.MergedIntoId, null));
}
