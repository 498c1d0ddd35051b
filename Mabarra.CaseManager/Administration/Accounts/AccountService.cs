using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Circuits;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Accounts;

/// <summary>What administrators do with accounts. Each act is in the trail, ends the account's sign-ins where it must, and leaves at least one administrator.</summary>
internal sealed class AccountService(CaseWriter writer, NewAccounts accounts, CircuitRegistry circuits)
{
    private const int LongestName = 160;

    /// <param name="key">The form's own key: sent twice, it makes one account.</param>
    public async Task<FirstPasswordGiven> AddAsync(Act act, Guid key, AccountForm form, CancellationToken cancel = default)
    {
        act.Require(AdministrationModule.AccountsPermission);
        act.RequireFresh();
        var check = new FieldChecks();
        var userName = check.Required(form.UserName, nameof(form.UserName), CleanText.UserName);
        var facts = AccountFacts.Check(form, check, LongestName);
        var password = NewAccounts.FirstPassword();
        var user = accounts.Make(userName, facts.FullName, facts.Roles, password);
        facts.ApplyTo(user);
        user.MustChangePassword = true;
        var made = await writer.SaveOnceAsync(key, act, async db =>
        {
            if (await db.Users.AnyAsync(u => u.NormalizedUserName == user.NormalizedUserName, cancel))
                throw new RuleViolation("account.name.taken", nameof(form.UserName));
            db.Add(user);
            db.Record(act, "account.made", user.Id, nameof(StaffUser), user.UserName, changes: AccountFacts.Changes(null, user));
            return user.Id;
        }, cancel);
        return new FirstPasswordGiven(made, made == user.Id ? password : null);
    }

    /// <param name="version">As the page read it.</param>
    public Task EditAsync(Act act, Guid id, string version, AccountForm form, CancellationToken cancel = default)
    {
        act.Require(AdministrationModule.AccountsPermission);
        var facts = AccountFacts.Check(form, new FieldChecks(), LongestName);
        return ChangeAsync(act, id, "account.changed", user =>
        {
            if (!string.Equals(user.ConcurrencyStamp, version, StringComparison.Ordinal))
                throw new RuleViolation("accounts.stale");
            facts.ApplyTo(user);
        }, cancel);
    }

    /// <summary>The account may not sign in any more and loses its open pages. Asks for the reason.</summary>
    public Task DisableAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(AdministrationModule.AccountsPermission);
        if (id == act.Actor.Id)
            throw new RuleViolation("accounts.disable.self");
        if (CleanText.IsBlank(act.Why))
            throw new RuleViolation("accounts.disable.why");
        return ChangeAsync(act, id, "account.disabled", user => user.IsActive = false, cancel);
    }

    public Task EnableAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, id, "account.enabled", user =>
    {
        user.IsActive = true;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
    }, cancel);

    /// <summary>A new first password, for somebody who forgot hers.</summary>
    public async Task<FirstPasswordGiven> ResetPasswordAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(AdministrationModule.AccountsPermission);
        var password = NewAccounts.FirstPassword();
        var hash = accounts.Hash(password);
        await ChangeAsync(act, id, "account.password.reset", user =>
        {
            (user.PasswordHash, user.MustChangePassword, user.LockoutEnd, user.AccessFailedCount) = (hash, true, null, 0);
        }, cancel);
        return new FirstPasswordGiven(id, password);
    }

    /// <summary>For a lost phone: no code is asked for until the person sets it up again, and her passkeys are gone with it.</summary>
    public Task ResetTwoFactorAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, id, "account.twofactor.reset", async (db, user) =>
    {
        user.TwoFactorEnabled = false;
        db.RemoveRange(await db.UserTokens.Where(t => t.UserId == id).ToListAsync(cancel));
        db.RemoveRange(await db.UserPasskeys.Where(p => p.UserId == id).ToListAsync(cancel));
    }, cancel);

    public Task SignOutEverywhereAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, id, SecurityActions.SignedOutEverywhere, _ => { }, cancel);

    private Task ChangeAsync(Act act, Guid id, string action, Action<StaffUser> change, CancellationToken cancel) => ChangeAsync(act, id, action, (_, user) =>
    {
        change(user);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Every change but that of a name or the like ends the account's sign-ins, since the cookies would tell of rights that are gone; and asks for a fresh confirmation (A14).</summary>
    private async Task ChangeAsync(Act act, Guid id, string action, Func<CaseDbContext, StaffUser, Task> change, CancellationToken cancel)
    {
        act.Require(AdministrationModule.AccountsPermission);
        var ends = await writer.SaveAsync(async db =>
        {
            var user = await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancel) ?? throw new RuleViolation("accounts.gone");
            var before = AccountFacts.Of(user);
            await change(db, user);
            var ends = !action.Equals("account.changed", StringComparison.Ordinal) || !before.Roles.SetEquals(user.Roles);
            if (ends)
            {
                act.RequireFresh();
                NewAccounts.EndSignIns(user);
            }

            user.ConcurrencyStamp = Guid.NewGuid().ToString();
            db.Record(act, action, user.Id, nameof(StaffUser), user.UserName, changes: AccountFacts.Changes(before, user));
            // Saved first: on PostgreSQL the trail's lock is then held, and two administrators cannot remove each other at once.
            await db.SaveChangesAsync(cancel);
            if (!(await db.Users.AsNoTracking().Where(u => u.IsActive).Select(u => u.Roles).ToListAsync(cancel)).Exists(r => r.Contains(StaffRole.SystemAdmin)))
                throw new RuleViolation("accounts.lastadmin");
            return ends;
        }, cancel);
        if (ends)
            circuits.Revoke(id);
    }
}
