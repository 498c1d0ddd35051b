using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Accounts;

/// <summary>Reads of the accounts.</summary>
public sealed class AccountQueries(IDbContextFactory<CaseDbContext> contexts, TimeProvider clock)
{
    /// <summary>By user name.</summary>
    public async Task<Page<AccountRow>> PageAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        act.Require(AdministrationModule.AccountsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var users = db.Users.AsNoTracking();
        if (SearchKey.Of(page.Search) is { Length: > 0 } key)
            users = users.Where(u => u.NormalizedUserName!.Contains(key) || u.FullName.Contains(page.Search!));
        // An association has tens of accounts: what stands before the cursor is cheap to skip.
        var after = page.Cursor is { } cursor ? users.Where(u => u.NormalizedUserName!.CompareTo(cursor) > 0) : users;
        var found = await after.OrderBy(u => u.NormalizedUserName).Take(page.Size + 1).ToListAsync(cancel);
        var rows = found.Take(page.Size).ToList();
        var previous = page.Cursor is { } from && rows.Count > 0 ? await PreviousAsync(users, from, page.Size, cancel) : null;
        return new Page<AccountRow>([.. rows.Select(Row)], found.Count > page.Size ? rows[^1].NormalizedUserName : null, previous, await users.CountAsync(cancel));
    }

    /// <returns>Null when there is no such account.</returns>
    public async Task<AccountDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(AdministrationModule.AccountsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) is not { } user)
            return null;
        var form = new AccountForm
        {
            FullName = user.FullName,
            UserName = user.UserName,
            Roles = [.. user.Roles.Order()],
            DepartmentId = user.DepartmentId,
        };
        return new AccountDetail(Row(user), user.ConcurrencyStamp!, form, user.MustChangePassword, await db.UserPasskeys.CountAsync(p => p.UserId == id, cancel));
    }

    public async Task<IReadOnlyList<(Guid Id, string NameAr)>> DepartmentsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var departments = await db.Set<Department>().AsNoTracking().Where(d => d.IsActive).OrderBy(d => d.NameAr).ToListAsync(cancel);
        return [.. departments.Select(d => (d.Id, d.NameAr))];
    }

    // The cursor names the row before a page. An empty one is before all: the first page.
    private static async Task<string> PreviousAsync(IQueryable<StaffUser> users, string from, int size, CancellationToken cancel) =>
        await users.Where(u => u.NormalizedUserName!.CompareTo(from) <= 0).OrderByDescending(u => u.NormalizedUserName)
            .Skip(size).Select(u => u.NormalizedUserName).FirstOrDefaultAsync(cancel) ?? "";

    private AccountRow Row(StaffUser u) =>
        new(u.Id, u.UserName!, u.FullName, u.Roles, u.IsActive, u.LockoutEnd > clock.GetUtcNow(), u.TwoFactorEnabled);
}
