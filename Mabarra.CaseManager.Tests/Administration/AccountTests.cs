using Mabarra.CaseManager.Administration.Accounts;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Circuits;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Administration;

/// <summary>What administrators do with accounts, on both databases.</summary>
public abstract class AccountSuite(TestDatabase database) : House(database)
{
    private Act Admin => By(StaffRole.SystemAdmin);

    private AccountService Service => The<AccountService>();

    [Fact]
    public async Task Add_gives_a_first_password_once_and_asks_for_another()
    {
        var key = Guid.NewGuid();
        var given = await Service.AddAsync(Admin, key, Form("sara"), Cancel);
        Assert.NotNull(given.FirstPassword);
        Assert.Equal(new FirstPasswordGiven(given.Id, null), await Service.AddAsync(Admin, key, Form("sara"), Cancel));
        var account = await OpenAsync(given.Id);
        Assert.True(account.MustChangePassword);
        await Assert.ThrowsAsync<AccessDenied>(() => ActorOfAsync(given.Id));
        var entry = (await The<AuditQueries>().OfRecordAsync(given.Id, 5, Cancel)).Single(e => e.Action != "access.denied");
        Assert.Equal("account.made", entry.Action);
        Assert.Contains("FrontDesk", entry.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain(given.FirstPassword, entry.Changes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sara", "sara")]
    [InlineData("sara", "SARA")]
    [InlineData("\u0639\u0644\u064A", "\u0639\u0644\u0649")]
    public async Task B17_Names_that_look_alike_are_one_name(string first, string second)
    {
        await Service.AddAsync(Admin, Guid.NewGuid(), Form(first), Cancel);
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => Service.AddAsync(Admin, Guid.NewGuid(), Form(second), Cancel));
        Assert.Equal("account.name.taken", refused.Code);
    }

    [Fact]
    public async Task Wrong_facts_are_told_together()
    {
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => Service.AddAsync(
            Admin, Guid.NewGuid(), new AccountForm { FullName = " ", UserName = "s\u0430ra" }, Cancel));
        Assert.Equal(["UserName", "FullName", "Roles"], refused.Breaches.Select(b => b.Field));
    }

    [Fact]
    public async Task A9_Disabled_account_is_refused_at_the_next_command_and_its_pages_leave()
    {
        await MakeAdminAsync();
        var id = await MakeWorkingAsync("sara", StaffRole.FrontDesk);
        var page = new CircuitStanding();
        The<CircuitRegistry>().Add(id, page);
        var who = await CookieAsync(id);
        await The<StaffDirectory>().ActorAsync(who);

        await Service.DisableAsync(Admin with { Why = "انتهى عقدها" }, id, Cancel);
        await Assert.ThrowsAsync<AccessDenied>(() => The<StaffDirectory>().ActorAsync(who));
        Assert.True(page.IsRevoked);
        await Service.EnableAsync(Admin, id, Cancel);
        await Assert.ThrowsAsync<AccessDenied>(() => The<StaffDirectory>().ActorAsync(who));
    }

    [Fact]
    public async Task A14_Acts_on_accounts_ask_for_a_fresh_confirmation()
    {
        await MakeAdminAsync();
        var id = await MakeWorkingAsync("sara", StaffRole.FrontDesk);
        var (account, stamp) = (await OpenAsync(id), await StampAsync(id));
        var stale = Admin with { Why = "انتهى عقدها" };
        Clock.Advance(Act.FreshFor + TimeSpan.FromSeconds(1));
        stale = stale with { At = Clock.GetUtcNow().UtcDateTime };
        var more = Form("sara") with { Roles = [StaffRole.FrontDesk, StaffRole.SystemAdmin] };

        foreach (var act in new Func<Task>[]
                 {
                     () => Service.AddAsync(stale, Guid.NewGuid(), Form("huda"), Cancel), () => Service.EditAsync(stale, id, account.Version, more, Cancel),
                     () => Service.DisableAsync(stale, id, Cancel), () => Service.EnableAsync(stale, id, Cancel), () => Service.ResetPasswordAsync(stale, id, Cancel),
                     () => Service.ResetTwoFactorAsync(stale, id, Cancel), () => Service.SignOutEverywhereAsync(stale, id, Cancel),
                 })
            await Assert.ThrowsAsync<NotConfirmed>(act);

        Assert.Equal(stamp, await StampAsync(id));
        Assert.Equal(0, await ReadAsync(db => db.Users.CountAsync(u => u.UserName == "huda", Cancel)));
        // Her name alone opens no door.
        await Service.EditAsync(stale, id, account.Version, Form("sara") with { FullName = "سارة بنت علي" }, Cancel);
        await Service.DisableAsync(stale with { Actor = stale.Actor with { ConfirmedAt = stale.At - Act.FreshFor } }, id, Cancel);
        Assert.NotEqual(stamp, await StampAsync(id));
    }

    private Task<string?> StampAsync(Guid id) => ReadAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.SecurityStamp).SingleAsync(Cancel));

    [Fact]
    public async Task A9_Role_taken_away_is_gone_at_the_next_command()
    {
        await MakeAdminAsync();
        var id = await MakeWorkingAsync("sara", StaffRole.FrontDesk, StaffRole.HumanResources);
        var who = await CookieAsync(id);
        var account = await OpenAsync(id);
        account.Form.Roles = [StaffRole.HumanResources];
        await Service.EditAsync(Admin, id, account.Version, account.Form, Cancel);
        await Assert.ThrowsAsync<AccessDenied>(() => The<StaffDirectory>().ActorAsync(who));
        Assert.False((await ActorOfAsync(id)).May("intake.edit"));
        Assert.Contains("FrontDesk HumanResources", (await The<AuditQueries>().OfRecordAsync(id, 9, Cancel)).First(e => e.Action == "account.changed").Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_alone_changed_keeps_the_sign_in()
    {
        await MakeAdminAsync();
        var id = await MakeWorkingAsync("sara", StaffRole.FrontDesk);
        var who = await CookieAsync(id);
        var account = await OpenAsync(id);
        account.Form.FullName = "سارة القحطاني";
        await Service.EditAsync(Admin, id, account.Version, account.Form, Cancel);
        Assert.Equal("سارة القحطاني", (await The<StaffDirectory>().ActorAsync(who)).Name);
    }

    [Fact]
    public async Task Stale_edit_is_refused()
    {
        await MakeAdminAsync();
        var id = await MakeWorkingAsync("sara", StaffRole.FrontDesk);
        var account = await OpenAsync(id);
        await Service.EditAsync(Admin, id, account.Version, account.Form, Cancel);
        Assert.Equal("accounts.stale", (await Assert.ThrowsAsync<RuleViolation>(() => Service.EditAsync(Admin, id, account.Version, account.Form, Cancel))).Code);
    }

    [Fact]
    public async Task Disable_asks_for_a_reason_and_never_oneself()
    {
        var id = await MakeAdminAsync();
        Assert.Equal("accounts.disable.why", (await Assert.ThrowsAsync<RuleViolation>(() => Service.DisableAsync(Admin, id, Cancel))).Code);
        Assert.Equal("accounts.disable.self", (await Assert.ThrowsAsync<RuleViolation>(() => Service.DisableAsync(By(id, StaffRole.SystemAdmin) with { Why = "x" }, id, Cancel))).Code);
    }

    [Fact]
    public async Task Last_administrator_stays_even_when_two_go_at_once()
    {
        var (first, second) = (await MakeAdminAsync(), await MakeWorkingAsync("second", StaffRole.SystemAdmin));
        var tries = await Task.WhenAll(new[] { first, second }.Select(async id =>
        {
            try
            {
                await Service.DisableAsync(Admin with { Why = "مغادرة" }, id, Cancel);
                return "done";
            }
            catch (RuleViolation broken)
            {
                return broken.Code;
            }
        }));
        Assert.Equal(["accounts.lastadmin", "done"], tries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task New_password_and_lost_phone_end_what_was()
    {
        await MakeAdminAsync();
        var id = await MakeWorkingAsync("sara", StaffRole.FrontDesk);
        await The<CaseWriter>().SaveAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == id, Cancel)).TwoFactorEnabled = true;
            db.UserTokens.Add(new() { UserId = id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "ABC" });
        }, Cancel);
        await Service.ResetTwoFactorAsync(Admin, id, Cancel);
        Assert.False((await OpenAsync(id)).Row.HasTwoFactor);
        Assert.NotNull((await Service.ResetPasswordAsync(Admin, id, Cancel)).FirstPassword);
        Assert.True((await OpenAsync(id)).MustChangePassword);
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        Assert.False(await db.UserTokens.AnyAsync(Cancel));
    }

    [Fact]
    public async Task A2_Nobody_else_reads_or_changes_accounts()
    {
        var id = await MakeAdminAsync();
        foreach (var role in Enum.GetValues<StaffRole>().Except([StaffRole.SystemAdmin]))
        {
            var act = By(role) with { Why = "x" };
            await Assert.ThrowsAsync<AccessDenied>(() => Service.AddAsync(act, Guid.NewGuid(), Form("sara"), Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Service.EditAsync(act, id, "", Form("sara"), Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Service.DisableAsync(act, id, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Service.EnableAsync(act, id, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Service.ResetPasswordAsync(act, id, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Service.ResetTwoFactorAsync(act, id, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Service.SignOutEverywhereAsync(act, id, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<AccountQueries>().OpenAsync(act, id, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<AccountQueries>().PageAsync(act, new PageQuery(), Cancel));
        }
    }

    [Fact]
    public async Task List_pages_forwards_and_back_and_searches()
    {
        for (var i = 0; i < 7; i++)
            await Service.AddAsync(Admin, Guid.NewGuid(), Form($"clerk{i}"), Cancel);
        var queries = The<AccountQueries>();
        var first = await queries.PageAsync(Admin, new PageQuery { Size = 3 }, Cancel);
        var second = await queries.PageAsync(Admin, new PageQuery { Size = 3, Cursor = first.NextCursor }, Cancel);
        var back = await queries.PageAsync(Admin, new PageQuery { Size = 3, Cursor = second.PreviousCursor }, Cancel);
        Assert.Equal(["clerk3", "clerk4", "clerk5"], second.Rows.Select(r => r.UserName));
        Assert.Equal(first.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
        Assert.Null(first.PreviousCursor);
        Assert.Equal("clerk6", (await queries.PageAsync(Admin, new PageQuery { Search = "CLERK٦" }, Cancel)).Rows.Single().UserName);
    }

    private static AccountForm Form(string userName) => new() { FullName = "سارة الحربي", UserName = userName, Roles = [StaffRole.FrontDesk] };

    private Task<Guid> MakeAdminAsync() => MakeWorkingAsync("admin", StaffRole.SystemAdmin);

    /// <summary>An account whose owner has chosen her password.</summary>
    private async Task<Guid> MakeWorkingAsync(string userName, params StaffRole[] roles)
    {
        var form = Form(userName);
        form.Roles = [.. roles];
        var given = await Service.AddAsync(Admin, Guid.NewGuid(), form, Cancel);
        await The<CaseWriter>().SaveAsync(async db => (await db.Users.SingleAsync(u => u.Id == given.Id, Cancel)).MustChangePassword = false, Cancel);
        return given.Id;
    }

    private async Task<AccountDetail> OpenAsync(Guid id) => (await The<AccountQueries>().OpenAsync(Admin, id, Cancel))!;

    private async Task<Actor> ActorOfAsync(Guid id) => await The<StaffDirectory>().ActorAsync(await CookieAsync(id));

    /// <summary>What a cookie given now would say.</summary>
    private async Task<System.Security.Claims.ClaimsPrincipal> CookieAsync(Guid id)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        return await new Mabarra.CaseManager.Staff.SignIn.StaffClaims(Microsoft.Extensions.Options.Options.Create(new Microsoft.AspNetCore.Identity.IdentityOptions()))
            .CreateAsync(await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, Cancel));
    }
}

public sealed class AccountTests() : AccountSuite(TestDatabase.Sqlite());
