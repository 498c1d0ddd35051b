using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>A head of a row or a column, with its names.</summary>
public sealed record MatrixHead(string Code, string NameAr, string NameEn)
{
    public string Name => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? NameAr : NameEn;
}

/// <summary>The matrix as the page shows it.</summary>
/// <param name="Cells">By category, each in the order of the fields.</param>
/// <param name="Names">Of everybody it names.</param>
public sealed record MatrixView(
    DateOnly On, IReadOnlyList<MatrixHead> Categories, IReadOnlyList<MatrixHead> Fields, IReadOnlyDictionary<string, IReadOnlyList<CellCharge>> Cells,
    IReadOnlyDictionary<Guid, string> Names)
{
    public IReadOnlyList<CellCharge> Gaps => [.. Cells.Values.SelectMany(c => c).Where(c => c.IsGap)];

    /// <summary>The name in a narrow cell: its first and last word.</summary>
    public string ShortName(Guid who) =>
        Names.GetValueOrDefault(who, "").Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 2 } words ? $"{words[0]} {words[^1]}" : Names.GetValueOrDefault(who, "");

    public string CategoryName(string code) => Categories.FirstOrDefault(c => string.Equals(c.Code, code, StringComparison.Ordinal))?.Name ?? code;

    public string FieldName(string code) => Fields.FirstOrDefault(f => string.Equals(f.Code, code, StringComparison.Ordinal))?.Name ?? code;
}

/// <summary>A charge in the history of a cell.</summary>
public sealed record ChargeRow(
    Guid Id, Guid Version, string? Category, string? Field, Guid OfficerId, string Officer, string? Backup, DateOnly FromOn, DateOnly? ToOn, string? EndReason)
{
    /// <summary>Ended before it began: it was taken back.</summary>
    public bool NeverHeld => ToOn < FromOn;
}

/// <summary>Days somebody is away.</summary>
public sealed record AbsenceRow(Guid Id, Guid Version, Guid OfficerId, string Officer, DateOnly FromOn, DateOnly ToOn, string? Reason);

/// <summary>Reads of the matrix.</summary>
public sealed class LiaisonQueries(IDbContextFactory<CaseDbContext> contexts, MatrixReader matrices)
{
    private const int MostAbsences = 50;

    /// <summary>How the matrix stands on a day.</summary>
    public async Task<MatrixView> ViewAsync(Act act, DateOnly on, CancellationToken cancel)
    {
        act.Require(LiaisonModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var matrix = await MatrixReader.ReadAsync(db, cancel);
        var (categorySet, fieldSet) = (db.BeneficiaryCategories, db.FieldsOfWork);
        var categories = await categorySet.AsNoTracking().Where(c => c.IsActive).OrderBy(c => c.Order).Select(c => new MatrixHead(c.Code, c.NameAr, c.NameEn)).ToListAsync(cancel);
        var fields = await fieldSet.AsNoTracking().Where(c => c.IsActive).OrderBy(c => c.Order).Select(c => new MatrixHead(c.Code, c.NameAr, c.NameEn)).ToListAsync(cancel);
        var cells = matrix.Categories.ToDictionary(
            c => c, c => (IReadOnlyList<CellCharge>)[.. matrix.Fields.Select(f => matrix.Of(c, f, on))], StringComparer.Ordinal);
        return new MatrixView(on, categories, fields, cells, await NamesAsync(db, cancel));
    }

    /// <summary>How many cells nobody answers for today (خ-١: must be none).</summary>
    public async Task<int> GapCountAsync(Act act, CancellationToken cancel)
    {
        act.Require(LiaisonModule.ViewPermission);
        return (await matrices.ReadAsync(cancel)).Gaps(act.On).Count();
    }

    /// <summary>Open questions and tasks that were sent to a cell nobody is in charge of today: they wait for nobody (خ-١).</summary>
    public async Task<int> UnheldCountAsync(Act act, CancellationToken cancel)
    {
        act.Require(LiaisonModule.AssignPermission);
        var matrix = await matrices.ReadAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var asked = await db.Set<Inquiry>().Where(i => i.OpenOrder != null && i.OfficerId == null && i.LiaisonCell != null)
            .GroupBy(i => i.LiaisonCell).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var tasks = await db.Set<Notice>().Where(n => n.Status == NoticeStatus.Task && n.LiaisonCell != null)
            .GroupBy(n => n.LiaisonCell).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return asked.Concat(tasks).Where(g => matrix.InCharge(g.Key, act.On) is null).Sum(g => g.Count);
    }

    /// <summary>Who was in charge of a cell when, the latest first: charges of exactly this cell, of its whole row or column, and of everything.</summary>
    public async Task<IReadOnlyList<ChargeRow>> HistoryAsync(Act act, string category, string field, CancellationToken cancel)
    {
        act.Require(LiaisonModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var names = await NamesAsync(db, cancel);
        var charges = db.LiaisonAssignments;
        var rows = await charges.AsNoTracking()
            .Where(a => (a.CategoryCode == null || a.CategoryCode == category) && (a.FieldCode == null || a.FieldCode == field))
            .OrderByDescending(a => a.FromOn).ThenByDescending(a => a.No).ToListAsync(cancel);
        return [.. rows.Select(a => new ChargeRow(
            a.Id, a.Version, a.CategoryCode, a.FieldCode, a.OfficerId, names.GetValueOrDefault(a.OfficerId, ""),
            a.BackupId is { } backup ? names.GetValueOrDefault(backup, "") : null, a.FromOn, a.ToOn, a.EndReason))];
    }

    /// <summary>Who is or will be away, the nearest first. The reason is for her and for whoever charges officers.</summary>
    public async Task<IReadOnlyList<AbsenceRow>> AbsencesAsync(Act act, CancellationToken cancel)
    {
        act.Require(LiaisonModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var names = await NamesAsync(db, cancel);
        var (absences, today, seesAll) = (db.OfficerAbsences, act.On, act.Actor.May(LiaisonModule.AssignPermission));
        var rows = await absences.AsNoTracking().Where(a => a.ToOn >= today && a.ToOn >= a.FromOn).OrderBy(a => a.FromOn).Take(MostAbsences).ToListAsync(cancel);
        return [.. rows.Select(a => new AbsenceRow(
            a.Id, a.Version, a.OfficerId, names.GetValueOrDefault(a.OfficerId, ""), a.FromOn, a.ToOn, seesAll || a.OfficerId == act.Actor.Id ? a.Reason : null))];
    }

    /// <summary>The officers who can be charged.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfficersAsync(Act act, CancellationToken cancel)
    {
        act.Require(LiaisonModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive).OrderBy(u => u.FullName).Select(u => new { u.Id, u.FullName, u.Roles }).ToListAsync(cancel);
        return [.. users.Where(u => u.Roles.Contains(StaffRole.LiaisonOfficer)).Select(u => (u.Id, u.FullName))];
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(CaseDbContext db, CancellationToken cancel) =>
        await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.FullName, cancel);
}
