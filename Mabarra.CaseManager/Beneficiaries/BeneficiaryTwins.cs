using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Why somebody in the registry might be the person whose file is being opened.</summary>
public enum TwinReason
{
    /// <summary>A similar name and the same birth date, or the same name and nearly the same date.</summary>
    Name,

    /// <summary>A member of another file's family.</summary>
    Member,

    /// <summary>A guardian or agent in another file.</summary>
    Representative,
}

/// <summary>A file that may concern the same person.</summary>
public sealed record Twin(TwinReason Reason, BeneficiaryHit Hit);

/// <summary>Looks for the same person while a form is still being filled; warns, never blocks. Only within the actor's reach.</summary>
public sealed class BeneficiaryTwins(IDbContextFactory<CaseDbContext> contexts, IdNumbers ids)
{
    private const int MostShown = 3;
    private const int MostCompared = 60;

    /// <summary>A year mistyped or read from the other calendar is off by no more.</summary>
    private const int DaysApart = 366;

    /// <summary>People of a similar name and age. Both questions are answered by an index.</summary>
    public async Task<IReadOnlyList<Twin>> ByNameAsync(Act act, BeneficiaryForm form, Guid? except, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ViewPermission);
        string[] parts = [SearchKey.Of(form.FirstName), SearchKey.Of(form.FatherName), SearchKey.Of(form.GrandfatherName), SearchKey.Of(form.FamilyName)];
        if (form.BirthOn is not { } birth || parts[0].Length < CleanText.ShortestName || parts[3].Length < CleanText.ShortestName)
            return [];
        var (first, last, whole) = (parts[0] + " ", " " + parts[3], string.Join(' ', parts.Where(p => p.Length > 0)));
        var (from, to) = (birth.AddDays(-Math.Min(DaysApart, birth.DayNumber)), birth.AddDays(DaysApart));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var visible = db.Beneficiaries.AsNoTracking().VisibleTo(act).Where(b => b.Id != except && b.MergedIntoId == null);
        var sameDay = await visible.Where(b => b.BirthOn == birth && (b.NameKey.StartsWith(first) || b.NameKey.EndsWith(last)))
            .Select(b => new { b.Id, b.NameKey }).Take(MostCompared).ToListAsync(cancel);
        var sameName = await visible.Where(b => b.NameKey == whole && b.BirthOn >= from && b.BirthOn <= to).Select(b => b.Id).Take(MostShown).ToListAsync(cancel);
        var found = sameDay.Where(b => NameLikeness.Similar(whole, b.NameKey)).Select(b => b.Id).Concat(sameName).Distinct().Take(MostShown).ToList();
        return found.Count == 0 ? [] : await TwinsAsync(db.Beneficiaries.AsNoTracking().Where(b => found.Contains(b.Id)), TwinReason.Name, cancel);
    }

    /// <summary>Files in which this identity number stands as that of a member of the family, a guardian or an agent.</summary>
    public async Task<IReadOnlyList<Twin>> ByIdElsewhereAsync(Act act, IdKind kind, string? typed, Guid? except, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ViewPermission);
        if (CleanText.IsBlank(typed) || IdNumbers.Check(kind, typed) is not { IsOk: true } number)
            return [];
        var lookup = ids.Lookup(kind, number.Value);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var families = await db.HouseholdMembers.AsNoTracking().Where(m => m.IdLookup == lookup && m.RemovedAt == null && m.BeneficiaryId != except)
            .Select(m => m.BeneficiaryId).Take(MostShown).ToListAsync(cancel);
        var wards = await db.Representatives.AsNoTracking().Where(r => r.IdLookup == lookup && r.EndedOn == null && r.BeneficiaryId != except)
            .Select(r => r.BeneficiaryId).Take(MostShown).ToListAsync(cancel);
        var visible = db.Beneficiaries.AsNoTracking().VisibleTo(act);
        return
        [
            .. families.Count == 0 ? [] : await TwinsAsync(visible.Where(b => families.Contains(b.Id)), TwinReason.Member, cancel),
            .. wards.Count == 0 ? [] : await TwinsAsync(visible.Where(b => wards.Contains(b.Id)), TwinReason.Representative, cancel),
        ];
    }

    private static async Task<IReadOnlyList<Twin>> TwinsAsync(IQueryable<Beneficiary> found, TwinReason reason, CancellationToken cancel) =>
        [.. (await BeneficiarySearch.Hits(found.OrderByDescending(b => b.FileNo)).ToListAsync(cancel)).Select(h => new Twin(reason, h))];
}

/// <summary>Whether two names, as <see cref="SearchKey"/> writes them, may be one person's.</summary>
internal static class NameLikeness
{
    /// <summary>Three of four parts the same, a slip of one letter in each allowed.</summary>
    public static bool Similar(string one, string other)
    {
        var (a, b) = (one.Split(' ', StringSplitOptions.RemoveEmptyEntries), other.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (a.Length < 2 || b.Length < 2)
            return false;
        var needed = Math.Min(3, Math.Min(a.Length, b.Length));
        var left = b.ToList();
        var same = 0;
        foreach (var part in a)
        {
            var match = left.FindIndex(p => IsSlip(part, p));
            if (match < 0)
                continue;
            left.RemoveAt(match);
            same++;
        }
        return same >= needed;
    }

    /// <summary>The same, or one letter added, left out or exchanged; in words of four letters or more.</summary>
    internal static bool IsSlip(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
            return true;
        if (Math.Min(a.Length, b.Length) < 4 || Math.Abs(a.Length - b.Length) > 1)
            return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        return Math.Max(a.Length, b.Length) - start - end <= 1;
    }
}
