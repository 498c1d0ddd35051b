using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>A committee as the list shows it.</summary>
public sealed record CommitteeRow(
    Guid Id, string NameAr, string NameEn, CommitteeFunction Functions, QuorumRule QuorumRule, int Members, string? Chair, DateOnly? TermEndsOn, bool IsActive, bool CanSit)
{
    public string Name => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? NameAr : NameEn;
}

/// <summary>A committee in full, and what the reader may do with it.</summary>
public sealed record CommitteeDetail(StandingCommittee Committee, DateOnly Today, bool MayEdit)
{
    public string Name => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? Committee.NameAr : Committee.NameEn;
}

/// <summary>Reads of committees.</summary>
public sealed class CommitteeQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>All of them, or those one sits in; some few.</summary>
    public async Task<IReadOnlyList<CommitteeRow>> AllAsync(Act act, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (committees, today) = (db.StandingCommittees, act.On);
        var all = await committees.AsNoTracking().Include(c => c.Members).ToListAsync(cancel);
        var visible = act.Actor.ReachOf(CommitteeModule.ViewPermission) == Reach.All ? all : all.FindAll(c => c.Members.Any(m => m.EmployeeId == act.Actor.Id));
        return [.. visible.OrderByDescending(c => c.IsActive).ThenBy(c => c.Functions).ThenBy(c => c.CreatedAt).Select(c => new CommitteeRow(
            c.Id, c.NameAr, c.NameEn, c.Functions, c.QuorumRule, c.ActiveOn(today).Count(),
            c.ActiveOn(today).FirstOrDefault(m => m.Position == CommitteePosition.Chair)?.Name, c.TermEndsOn, c.IsActive, c.CanSit(today)))];
    }

    /// <returns>Null when there is none.</returns>
    /// <exception cref="AccessDenied">Not one of his.</exception>
    public async Task<CommitteeDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var committees = db.StandingCommittees;
        if (await committees.AsNoTracking().Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } committee)
            return null;
        if (act.Actor.ReachOf(CommitteeModule.ViewPermission) != Reach.All && !committee.Members.Any(m => m.EmployeeId == act.Actor.Id))
            throw act.Refuse(CommitteeModule.ViewPermission, id);
        return new CommitteeDetail(committee, act.On, CommitteeAccess.MayEdit(act, committee));
    }

    /// <summary>Who may be given a place: active accounts of committee members.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> CandidatesAsync(Act act, CancellationToken cancel)
    {
        act.Require(CommitteeModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive).OrderBy(u => u.FullName).ToListAsync(cancel);
        return [.. users.Where(u => u.Roles.Contains(StaffRole.CommitteeMember)).Select(u => (u.Id, u.FullName))];
    }
}
