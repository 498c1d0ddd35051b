using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Roster.Importing;

/// <summary>What is wrong with a row: in which column, and the rule with what its text names.</summary>
public sealed record RosterProblem(int Row, RosterColumn Column, Breach Breach);

/// <summary>What a workbook would do.</summary>
/// <param name="Known">So many stand on the roster already; they stay as they are.</param>
public sealed record RosterPreview(int Rows, int Added, int Known, IReadOnlyList<RosterProblem> Problems);

/// <summary>Checks the rows of a workbook as the form checks one person, and against each other: whoever stands in two rows, and so perhaps in two departments, is told of.</summary>
internal sealed class RosterChecking(FieldCipher cipher, DateOnly today)
{
    private readonly List<RosterProblem> problems = [];
    private readonly Dictionary<string, int> rowOf = new(StringComparer.Ordinal);
    private Dictionary<string, Guid> departments = [];
    private Dictionary<string, (Guid Id, bool Taken)> accounts = [];
    private Dictionary<string, bool> known = [];

    public IReadOnlyList<RosterProblem> Problems => problems;

    public int Known { get; private set; }

    /// <summary>The people to add; worth nothing when there are <see cref="Problems"/>.</summary>
    public async Task<List<MemberFacts>> ReadAsync(CaseDbContext db, IReadOnlyList<SheetPerson> rows, CancellationToken cancel)
    {
        await LoadAsync(db, cancel);
        var added = new List<MemberFacts>();
        foreach (var row in rows)
        {
            var check = new FieldChecks();
            var facts = Form(check, row).Check(check, today, cipher);
            if (!check.Any && IsNew(check, row, facts))
                added.Add(facts);
            problems.AddRange(check.Breaches.Select(b => new RosterProblem(row.No, ColumnOf(b.Field), b)).DistinctBy(p => p.Column));
        }
        return added;
    }

    private async Task LoadAsync(CaseDbContext db, CancellationToken cancel)
    {
        var members = db.StaffMembers;
        departments = (await db.Set<Department>().Where(d => d.IsActive).Select(d => new { d.Id, d.NameAr }).ToListAsync(cancel))
            .DistinctBy(d => RosterColumns.Key(d.NameAr), StringComparer.Ordinal).ToDictionary(d => RosterColumns.Key(d.NameAr), d => d.Id, StringComparer.Ordinal);
        accounts = (await db.Users.Where(u => u.IsActive).Select(u => new { u.Id, u.UserName, Taken = members.Any(m => m.AccountId == u.Id) }).ToListAsync(cancel))
            .ToDictionary(u => u.UserName!.ToUpperInvariant(), u => (u.Id, u.Taken), StringComparer.Ordinal);
        known = [];
        foreach (var member in await members.Select(m => new { m.FullName, m.IdTail, m.IdKey, m.IsActive }).ToListAsync(cancel))
        {
            foreach (var key in Keys(member.FullName, member.IdTail, member.IdKey))
                known[key] = member.IsActive;
        }
    }

    private MemberForm Form(FieldChecks check, SheetPerson row) => new()
    {
        FullName = row[RosterColumn.FullName],
        Kind = Choice(check, row, RosterColumn.Kind, RosterColumns.KindOf, string.Join(" · ", RosterColumns.KindNames(AppCulture.Arabic))) ?? StaffKind.BoardMember,
        DepartmentId = Department(check, row),
        JobTitle = row[RosterColumn.JobTitle],
        IdNumber = row[RosterColumn.IdNumber],
        Mobile = row[RosterColumn.Mobile],
        JoinedOn = Joined(check, row),
        AccountId = Account(check, row),
        CannotRead = CleanText.IsBlank(row[RosterColumn.CannotRead])
            ? false
            : Choice(check, row, RosterColumn.CannotRead, RosterColumns.YesOrNo, string.Join(" · ", RosterColumns.Word("import.yes", AppCulture.Arabic), RosterColumns.Word("import.no", AppCulture.Arabic))) ?? false,
    };

    private static T? Choice<T>(FieldChecks check, SheetPerson row, RosterColumn column, Func<string, T?> of, string offered)
        where T : struct
    {
        var found = CleanText.IsBlank(row[column]) ? null : of(row[column]!);
        check.That(found is not null, "policies.import.choice", column.ToString(), offered);
        return found;
    }

    private Guid? Department(FieldChecks check, SheetPerson row)
    {
        if (CleanText.IsBlank(row[RosterColumn.Department]))
            return null;
        var isKnown = departments.TryGetValue(RosterColumns.Key(row[RosterColumn.Department]!), out var id);
        check.That(isKnown, "policies.import.department", nameof(RosterColumn.Department), row[RosterColumn.Department]!.Trim());
        return isKnown ? id : null;
    }

    private Guid? Account(FieldChecks check, SheetPerson row)
    {
        if (CleanText.IsBlank(row[RosterColumn.UserName]))
            return null;
        var isKnown = accounts.TryGetValue(Invisible.Compact(row[RosterColumn.UserName]!).ToUpperInvariant(), out var account);
        check.That(isKnown, "policies.import.account", nameof(RosterColumn.UserName), row[RosterColumn.UserName]!.Trim());
        return isKnown ? account.Id : null;
    }

    private static DateOnly? Joined(FieldChecks check, SheetPerson row)
    {
        var typed = row[RosterColumn.JoinedOn];
        if (CleanText.IsBlank(typed))
            return null;
        var date = DateInput.CheckGregorian(typed);
        if (date.Refusal?.Code == "kernel.date.hijri")
            date = DateInput.CheckHijri(typed);
        var on = check.Take(date, nameof(RosterColumn.JoinedOn));
        return date.IsOk ? on : null;
    }

    /// <summary>One row a person: twice in the workbook is told of, on the roster already is let be, gone before is for a person to decide.</summary>
    private bool IsNew(FieldChecks check, SheetPerson row, MemberFacts facts)
    {
        var keys = Keys(facts.FullName, facts.IdTail, facts.IdKey).ToList();
        var column = facts.IdKey is null ? nameof(RosterColumn.FullName) : nameof(RosterColumn.IdNumber);
        foreach (var key in keys)
        {
            if (!rowOf.TryAdd(key, row.No) && !check.Any && rowOf[key] != row.No)
                check.Add("policies.import.twice", column, rowOf[key]);
        }
        if (check.Any)
            return false;
        if (keys.Find(known.ContainsKey) is { } found)
        {
            check.That(known[found], "policies.import.left", column);
            Known += check.Any ? 0 : 1;
            return false;
        }
        if (facts.AccountId is { } account)
        {
            var taken = accounts.Values.Any(a => a.Id == account && a.Taken) || !rowOf.TryAdd($"account {account}", row.No);
            check.That(!taken, "policies.member.accounttaken", nameof(RosterColumn.UserName));
        }
        return !check.Any;
    }

    /// <summary>What one person is known by: the whole number where there is one; else the name with the tail.</summary>
    private static IEnumerable<string> Keys(string name, string? tail, byte[]? id)
    {
        if (id is not null)
            yield return "id " + Convert.ToHexString(id);
        yield return $"name {SearchKey.Of(name)} {tail}";
    }

    private static RosterColumn ColumnOf(string? field) => field switch
    {
        nameof(MemberForm.DepartmentId) => RosterColumn.Department,
        nameof(MemberForm.AccountId) => RosterColumn.UserName,
        _ => Enum.TryParse<RosterColumn>(field, out var column) ? column : RosterColumn.FullName,
    };
}
