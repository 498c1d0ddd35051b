using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake.Papers;

/// <summary>The papers of revoking, withdrawing, putting away and refusing say what happened and why.</summary>
public abstract class EndingPapersSuite(TestDatabase database) : PapersHouse(database)
{
    private Act Senior => By(StaffRole.SeniorManagement);

    private RequestLifeService Life => The<RequestLifeService>();

    [Fact]
    public async Task A_revoked_request_has_a_notice_that_voids_the_date_and_no_slip_any_more()
    {
        var id = await CompletedAsync();
        await PrintAsync(id, IssuedKind.ReceiptSlip);
        var reason = new ReasonForm { Code = "revocation/Expired", Note = "انتهت الهوية 2026" };
        await Life.RevokeAsync(Senior, id, await VersionAsync(id), new RevocationForm { Reason = reason, ItemIds = [(await RequestAsync(id)).Items[0].Id] }, Cancel);
        var text = Dense(await TextAsync(id, IssuedKind.DeficiencyNotice));
        Assert.Contains("2026", text, StringComparison.Ordinal);
        Assert.Contains(Dense("مستند منتهي"), text, StringComparison.Ordinal);
        await Refused.WithAsync("intake.print.incomplete", null, () => PrintAsync(id, IssuedKind.ReceiptSlip));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slip_whose_promise_is_void_says_so_to_whoever_asks(bool withdrawn)
    {
        var id = await CompletedAsync();
        var code = CodeOn(await TextAsync(id, IssuedKind.ReceiptSlip));
        Assert.Null((await The<Verification>().ByCodeAsync(code, Cancel))!.VoidedAt);
        Clock.Advance(TimeSpan.FromHours(1));
        var at = Clock.GetUtcNow().UtcDateTime;
        if (withdrawn)
            await Life.WithdrawAsync(Clerk, id, await VersionAsync(id), new WithdrawalForm { Reason = new ReasonForm { Code = "withdrawal/OtherBody" }, Channel = Channel.Phone }, Cancel);
        else
            await Life.RevokeAsync(Senior, id, await VersionAsync(id), new RevocationForm { Reason = new ReasonForm { Code = "revocation/Expired", Note = "انتهت" }, ItemIds = [(await RequestAsync(id)).Items[0].Id] }, Cancel);
        Assert.Equal(at, (await The<Verification>().ByCodeAsync(code, Cancel))!.VoidedAt);
        Assert.Null((await RequestAsync(id)).DueOrder);
        // Other papers of the request still say what is true.
        Assert.All((await IssuedAsync(id)).Where(p => p.Kind != IssuedKind.ReceiptSlip), p => Assert.Null(p.VoidedAt));
    }

    [Fact]
    public async Task A_withdrawn_request_has_its_slip_and_no_other()
    {
        var id = await CompletedAsync();
        await Refused.WithAsync("intake.print.notwithdrawn", null, () => PrintAsync(id, IssuedKind.WithdrawalSlip));
        await Life.WithdrawAsync(Clerk, id, await VersionAsync(id), new WithdrawalForm { Reason = new ReasonForm { Code = "withdrawal/OtherBody" }, Channel = Channel.Phone }, Cancel);
        var text = Dense(await TextAsync(id, IssuedKind.WithdrawalSlip));
        Assert.Contains(Dense("استفاد من جهة أخرى"), text, StringComparison.Ordinal);
        Assert.Contains((await RequestAsync(id)).Number, text, StringComparison.Ordinal);
        await Refused.WithAsync("intake.print.ended", null, () => PrintAsync(id, IssuedKind.ReceiptSlip));
        await Refused.WithAsync("intake.print.notarchived", null, () => PrintAsync(id, IssuedKind.ArchiveNotice));
    }

    [Fact]
    public async Task A_refused_paper_is_given_back_with_its_reason()
    {
        var id = await OpenRequestAsync();
        var item = (await RequestAsync(id)).Items[2];
        await The<RequestItemService>().RejectAsync(Clerk, id, await VersionAsync(id), item.Id, new ReasonForm { Code = "refusal/Unreadable" }, Cancel);
        await The<RequestService>().LeaveIncompleteAsync(Clerk, id, await VersionAsync(id), Cancel);
        Assert.Contains(Dense("مستند غير واضح"), Dense(await TextAsync(id, IssuedKind.DeficiencyNotice)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_request_has_its_notice()
    {
        var id = await OpenRequestAsync();
        await The<RequestService>().LeaveIncompleteAsync(Clerk, id, await VersionAsync(id), Cancel);
        Clock.Advance(TimeSpan.FromDays(21));
        await Life.RemindAsync(Clerk, id, await VersionAsync(id), new ReminderForm { Channel = Channel.Phone }, Cancel);
        Clock.Advance(TimeSpan.FromDays(30));
        await Life.ArchiveAsync(Senior, id, await VersionAsync(id), Cancel);
        Assert.Contains((await RequestAsync(id)).Number, Dense(await TextAsync(id, IssuedKind.ArchiveNotice)), StringComparison.Ordinal);
    }
}

public sealed class EndingPapersTests() : EndingPapersSuite(TestDatabase.Sqlite());
