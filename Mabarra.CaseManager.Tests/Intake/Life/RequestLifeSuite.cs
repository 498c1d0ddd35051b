using System.Globalization;
using Mabarra.CaseManager.Administration.Backups;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake.Life;

/// <summary>Revoking, reminding, withdrawing, putting away, refusing: through the services, on both databases.</summary>
public abstract class RequestLifeSuite(TestDatabase database) : IntakeHouse(database)
{
    private Act Senior => By(StaffRole.SeniorManagement);

    private Act Clerk => By(StaffRole.FrontDesk);

    private RequestLifeService Life => The<RequestLifeService>();

    [Fact]
    public async Task Revoke_is_senior_managements_and_leaves_its_history_and_its_audit_entry()
    {
        var id = await CompletedAsync();
        var form = Revocation((await RequestAsync(id)).Items[0].Id);
        await Assert.ThrowsAsync<AccessDenied>(async () => await Life.RevokeAsync(Clerk, id, await VersionAsync(id), form, Cancel));
        await Life.RevokeAsync(Senior, id, await VersionAsync(id), form, Cancel);
        var detail = await The<RequestQueries>().OpenAsync(Clerk, id, Cancel);
        Assert.Equal((RequestStatus.Incomplete, null, 1), (detail!.Request.Status, detail.Request.DueOn, detail.Request.RevokedCount));
        Assert.Equal((new DateOnly(2026, 12, 14), "revocation/Expired"), (Assert.Single(detail.Revocations).DueOn, detail.Revocations[0].Reason.Code));
        Assert.Empty((await The<RequestQueries>().PageAsync(Clerk, RequestView.AwaitingReply, new PageQuery(), Cancel)).Rows);
        Assert.Equal("ت-6", Assert.Single(await CountAsync(db => db.AuditEntries.Where(e => e.Action == "intake.life.revoke").Select(e => e.ClauseKey))));
    }

    [Fact]
    public async Task Revoke_needs_a_reason_of_the_list_and_words()
    {
        var id = await CompletedAsync();
        var item = (await RequestAsync(id)).Items[0].Id;
        var wrong = Revocation(item) with { Reason = new ReasonForm { Code = "withdrawal/OwnWish", Note = " " } };
        var violation = await Refused.WithAsync("intake.life.reason", nameof(ReasonForm.Code), async () => await Life.RevokeAsync(Senior, id, await VersionAsync(id), wrong, Cancel));
        Assert.Contains(violation.Breaches, b => b.Field == nameof(ReasonForm.Note));
        Assert.Equal(RequestStatus.Complete, (await RequestAsync(id)).Status);
    }

    [Fact]
    public async Task A_refused_paper_cannot_have_come_before_it_was_refused()
    {
        var id = await CompletedAsync();
        var item = (await RequestAsync(id)).Items[0];
        Clock.Advance(TimeSpan.FromDays(3));
        await Life.RevokeAsync(Senior, id, await VersionAsync(id), Revocation(item.Id), Cancel);
        await Refused.WithAsync("intake.item.beforerefusal", nameof(ItemForm.ReceivedOn), () => ReceiveAsync(id, item, By().On.AddDays(-1)));
        await ReceiveAsync(id, item);
        await CompleteAsync(id);
        Assert.Equal(By().On, (await RequestAsync(id)).CompletedOn);
    }

    [Fact]
    public async Task C5_Two_revoke_at_once_and_one_is_told()
    {
        var id = await CompletedAsync();
        var request = await RequestAsync(id);
        var form = Revocation(request.Items[0].Id);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            await Record.ExceptionAsync(() => Life.RevokeAsync(Senior, id, request.Version, form, Cancel)))));
        Assert.Single(outcomes, o => o is null);
        Assert.Single(outcomes, o => o is StaleRecord);
        Assert.Equal(1, (await RequestAsync(id)).RevokedCount);
    }

    [Fact]
    public async Task Reminders_are_listed_when_due_and_marked_once_however_often_the_night_runs()
    {
        var id = await IncompleteAsync();
        Clock.Advance(TimeSpan.FromDays(6));
        Assert.Empty(await DueAsync());
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(id, Assert.Single(await DueAsync()).Id);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => The<ReminderMarking>().RunAsync(Cancel))));
        Assert.Single(await CountAsync(db => db.Set<DeficiencyReminder>()));
        Assert.Single(await CountAsync(db => db.AuditEntries.Where(e => e.Action == "intake.life.reminderdue").Select(e => e.Sequence)));
        await RemindAsync(id);
        Assert.Empty(await DueAsync());
        await Refused.WithAsync("intake.life.nonedue", null, () => RemindAsync(id));
    }

    /// <summary>The app was off for a month: both are owed, none is lost, and the night's own turn does it.</summary>
    [Fact]
    public async Task Reminders_missed_while_the_app_was_off_are_caught_up()
    {
        var id = await IncompleteAsync();
        Clock.Advance(TimeSpan.FromDays(31));
        await The<NightlyWork>().RunAsync(Cancel);
        Assert.Equal([7, 21], (await CountAsync(db => db.Set<DeficiencyReminder>().OrderBy(r => r.AfterDays))).Select(r => r.AfterDays));
        Assert.Null((await The<JobTurns>().FindAsync("reminders", Cancel))!.Failure);
        await RemindAsync(id);
        Assert.All(await CountAsync(db => db.Set<DeficiencyReminder>()), r => Assert.Equal(Channel.Phone, r.Channel));
    }

    [Fact]
    public async Task Days_an_administrator_set_move_reminders_and_archive()
    {
        await SetAsync((Limits.FirstReminder, 3), (Limits.SecondReminder, 5), (Limits.ArchiveAfter, 10));
        var id = await IncompleteAsync();
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(id, Assert.Single(await DueAsync()).Id);
        Clock.Advance(TimeSpan.FromDays(2));
        await RemindAsync(id);
        Clock.Advance(TimeSpan.FromDays(10));
        await Life.ArchiveAsync(Senior with { At = Clock.Now }, id, await VersionAsync(id), Cancel);
        Assert.Equal(RequestStatus.Archived, (await RequestAsync(id)).Status);
    }

    [Fact]
    public async Task Archive_after_the_reminders_shows_in_its_list()
    {
        var id = await IncompleteAsync();
        Clock.Advance(TimeSpan.FromDays(21));
        await RemindAsync(id);
        await Assert.ThrowsAsync<AccessDenied>(async () => await Life.ArchiveAsync(Clerk, id, await VersionAsync(id), Cancel));
        await Refused.WithAsync("intake.life.tooearly", null, async () => await Life.ArchiveAsync(Senior, id, await VersionAsync(id), Cancel));
        Clock.Advance(TimeSpan.FromDays(30));
        await Life.ArchiveAsync(Senior with { At = Clock.Now }, id, await VersionAsync(id), Cancel);
        Assert.Equal(id, Assert.Single((await The<RequestQueries>().PageAsync(Clerk, RequestView.Archived, new PageQuery(), Cancel)).Rows).Id);
    }

    [Fact]
    public async Task Withdraw_keeps_the_wish_and_leaves_the_list_of_those_who_wait()
    {
        var id = await CompletedAsync();
        await Refused.WithAsync("intake.life.beforerequest", nameof(WithdrawalForm.WishOn), async () => await Life.WithdrawAsync(Clerk, id, await VersionAsync(id), Withdrawal(By().On.AddDays(-1)), Cancel));
        await Refused.WithAsync("intake.life.future", nameof(WithdrawalForm.WishOn), async () => await Life.WithdrawAsync(Clerk, id, await VersionAsync(id), Withdrawal(By().On.AddDays(1)), Cancel));
        await Life.WithdrawAsync(Clerk, id, await VersionAsync(id), Withdrawal(null), Cancel);
        var request = await RequestAsync(id);
        Assert.Equal((RequestStatus.Withdrawn, "withdrawal/NoNeed", Channel.Phone, By().On), (request.Status, request.Ending!.ReasonCode, request.Ending.WishChannel, request.Ending.WishOn));
        Assert.Empty((await The<RequestQueries>().PageAsync(Clerk, RequestView.AwaitingReply, new PageQuery(), Cancel)).Rows);
        Assert.Single((await The<RequestQueries>().PageAsync(Clerk, RequestView.Withdrawn, new PageQuery(), Cancel)).Rows);
    }

    [Fact]
    public async Task A_paper_noted_two_working_days_late_is_looked_at_again()
    {
        // Thursday's papers noted on Monday: Sunday and Monday are two working days.
        var id = await OpenRequestAsync();
        var items = (await RequestAsync(id)).Items;
        await ReceiveAsync(id, items[0], new DateOnly(2026, 11, 19));
        await ReceiveAsync(id, items[1], new DateOnly(2026, 11, 22));
        var queries = The<BackCheckQueries>();
        var row = Assert.Single((await queries.PageAsync(Clerk, new PageQuery(), Cancel)).Rows);
        Assert.Equal((id, 2, items[0].NameAr), (row.RequestId, row.DaysLate, row.ItemAr));
        Assert.Equal(Somebody, Assert.Single(await queries.EmployeesAsync(Clerk, Cancel)).Id);
        Assert.Empty((await queries.PageAsync(Clerk, new PageQuery { Filters = new Dictionary<string, string>(StringComparer.Ordinal) { ["employee"] = Guid.NewGuid().ToString() } }, Cancel)).Rows);
        Assert.Empty((await queries.PageAsync(Officer("Orphans"), new PageQuery(), Cancel)).Rows);
    }

    [Fact]
    public async Task Who_cannot_read_signs_before_a_witness_and_the_words_are_kept()
    {
        var id = await OpenRequestAsync();
        var form = new DeclarationForm { Method = SignatureMethod.Pad, Drawing = Make.Signature(), CannotRead = true };
        await Refused.WithAsync("kernel.text.required", nameof(DeclarationForm.WitnessName), async () => await The<DeclarationService>().SignAsync(Clerk, id, await VersionAsync(id), form, Cancel));
        await The<DeclarationService>().SignAsync(Clerk, id, await VersionAsync(id), form with { WitnessName = "هند صالح القرني" }, Cancel);
        var declaration = (await RequestAsync(id)).Declaration!;
        Assert.Equal(("هند صالح القرني", true), (declaration.WitnessName, declaration.IsReadAloud));
        Assert.StartsWith("أقر أنا الموقع أدناه", declaration.Words, StringComparison.Ordinal);
    }

    private Task SetAsync(params (Limit Limit, int Number)[] numbers) => The<CaseWriter>().SaveAsync(db =>
    {
        foreach (var (limit, number) in numbers)
        {
            var setting = new Setting(limit.Key, number.ToString(CultureInfo.InvariantCulture));
            db.Add(setting);
            db.Record(Senior, "settings.limit.change", setting);
        }
        return Task.CompletedTask;
    }, Cancel);

    protected static RevocationForm Revocation(Guid item) => new() { Reason = new ReasonForm { Code = "revocation/Expired", Note = "تبيّن انتهاء الهوية" }, ItemIds = [item] };

    private static WithdrawalForm Withdrawal(DateOnly? on) => new() { Reason = new ReasonForm { Code = "withdrawal/NoNeed" }, Channel = Channel.Phone, WishOn = on };

    private async Task<IReadOnlyList<RequestRow>> DueAsync() => (await The<RequestQueries>().PageAsync(Clerk, RequestView.ReminderDue, new PageQuery(), Cancel)).Rows;

    private async Task RemindAsync(Guid id) => await Life.RemindAsync(Clerk, id, await VersionAsync(id), new ReminderForm { Channel = Channel.Phone }, Cancel);

    private async Task<Guid> CompletedAsync()
    {
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        return id;
    }

    private async Task<Guid> IncompleteAsync()
    {
        var id = await OpenRequestAsync();
        await The<RequestService>().LeaveIncompleteAsync(Clerk, id, await VersionAsync(id), Cancel);
        return id;
    }
}

public sealed class RequestLifeServiceTests() : RequestLifeSuite(TestDatabase.Sqlite());
