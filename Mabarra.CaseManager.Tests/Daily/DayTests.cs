using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Daily;

/// <summary>«يومي»: what waits for whom, on both databases.</summary>
public abstract class DaySuite(TestDatabase database) : IntakeHouse(database)
{
    private Act Clerk => By(StaffRole.FrontDesk);

    [Fact]
    public async Task A_request_wanders_from_later_to_the_next_days_to_today_to_late()
    {
        await CompleteAsync(await ReadyRequestAsync());
        // Due on Monday, 14 December; nobody is charged with its cell, so it is the desk's.
        foreach (var (december, part) in new[] { (8, DayPart.Later), (9, DayPart.Soon), (13, DayPart.Soon), (14, DayPart.Today), (15, DayPart.Late) })
        {
            Clock.SetUtcNow(new DateTimeOffset(2026, 12, december, 8, 0, 0, TimeSpan.Zero));
            var (found, item) = Assert.Single((await ReadAsync(Clerk)).Items);
            Assert.Equal((part, "REQ-2026-00001", new DateOnly(2026, 12, 14)), (found, item.Label, item.DueOn));
        }
        Assert.Equal(1, (await ReadAsync(Clerk)).Urgent);
    }

    [Fact]
    public async Task A_request_is_with_its_officer_and_with_senior_management_only_once_late()
    {
        var officer = await AccountAsync("officer", StaffRole.LiaisonOfficer);
        var manager = By(StaffRole.SeniorManagement);
        await The<LiaisonService>().AssignAsync(manager, Guid.NewGuid(), new AssignForm { OfficerId = officer.Id, Categories = ["Widows"], FromOn = manager.On }, Cancel);
        await CompleteAsync(await ReadyRequestAsync());
        var act = await ColleagueAsync(officer);
        Assert.Single((await ReadAsync(act)).Of(DayPart.Later));
        Assert.Empty((await ReadAsync(Clerk)).Items);
        Assert.Empty((await ReadAsync(manager)).Items);
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 15, 8, 0, 0, TimeSpan.Zero));
        Assert.Single((await ReadAsync(By(StaffRole.SeniorManagement))).Of(DayPart.Late));
    }

    [Fact]
    public async Task What_lacks_papers_waits_for_the_beneficiary_and_what_was_begun_for_the_desk()
    {
        var begun = await OpenRequestAsync();
        var left = await OpenRequestAsync();
        await The<RequestService>().LeaveIncompleteAsync(Clerk, left, await VersionAsync(left), Cancel);
        var visit = await The<VisitService>().ArriveAsync(Clerk, Guid.CreateVersion7(), new NewVisit { VisitorName = "سلمى المطيري" }, Cancel);
        var list = await ReadAsync(Clerk);
        Assert.Equal(left, Assert.Single(list.Of(DayPart.Hers)).Id);
        Assert.Equal([begun, visit], list.Of(DayPart.Today).Select(i => i.Id).Order());
        Assert.Equal(2, list.Urgent);
    }

    [Fact]
    public async Task A_call_stands_on_the_list_until_it_was_answered()
    {
        await CompleteAsync(await ReadyRequestAsync());
        await The<HolidayService>().AddAsync(By(StaffRole.HumanResources), new HolidayForm { On = new(2026, 12, 1), NameAr = "إغلاق طارئ", Kind = HolidayKind.EmergencyClosure }, Cancel);
        var call = Assert.Single((await ReadAsync(Clerk)).Of(DayPart.Soon), i => i.Source == "notice");
        Assert.Equal((new DateOnly(2026, 11, 24), "REQ-2026-00001"), (call.DueOn, call.Label));
        Assert.Equal(ContactsLinks.Notice(call.Id), call.Href);
        await DoneAsync(call.Id, TryOutcome.NoAnswer);
        Assert.Equal(new DateOnly(2026, 11, 25), (await ReadAsync(Clerk)).Items.Single(i => i.Item.Id == call.Id).Item.DueOn);
        await DoneAsync(call.Id, TryOutcome.Answered);
        Assert.DoesNotContain((await ReadAsync(Clerk)).Items, i => i.Item.Id == call.Id);
    }

    [Fact]
    public async Task What_was_put_off_comes_back_on_its_day_and_for_nobody_else_is_it_gone()
    {
        await CompleteAsync(await ReadyRequestAsync());
        var item = Assert.Single((await ReadAsync(Clerk)).Items).Item;
        await PutOffAsync(item, new(2026, 11, 30), "ينتظر نتيجة البحث");
        Assert.Empty((await ReadAsync(Clerk)).Items);
        Assert.Single((await ReadAsync(By(Guid.NewGuid(), StaffRole.FrontDesk))).Items);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 6, 0, 0, TimeSpan.Zero));
        Assert.Single((await ReadAsync(Clerk)).Items);
        Assert.Equal(item.Id, Assert.Single(await CountAsync(db => db.SetAsides)).RecordId);
        Assert.Single(await CountAsync(db => db.AuditEntries.Where(e => e.Action == "daily.item.putoff")));
    }

    [Fact]
    public async Task Nothing_is_put_off_without_a_reason_or_beyond_its_day()
    {
        await CompleteAsync(await ReadyRequestAsync());
        var item = Assert.Single((await ReadAsync(Clerk)).Items).Item;
        await Refused.WithAsync("daily.putoff.past", nameof(DayPutOff.UntilOn), () => PutOffAsync(item, Clerk.On, "سبب"));
        await Refused.WithAsync("daily.putoff.toolate", nameof(DayPutOff.UntilOn), () => PutOffAsync(item, new(2026, 12, 15), "سبب"));
        await Assert.ThrowsAsync<RuleViolation>(() => PutOffAsync(item, new(2026, 11, 30), " "));
        // Late: only until the next working day.
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 17, 6, 0, 0, TimeSpan.Zero));
        await Refused.WithAsync("daily.putoff.toolate", nameof(DayPutOff.UntilOn), () => PutOffAsync(item, new(2026, 12, 21), "سبب"));
        await PutOffAsync(item, new(2026, 12, 20), "سبب");
        Assert.Empty((await ReadAsync(Clerk)).Items);
    }

    [Fact]
    public async Task What_was_handed_over_is_on_the_colleagues_list_and_on_nobody_elses()
    {
        var colleague = await AccountAsync("colleague", StaffRole.FrontDesk);
        await CompleteAsync(await ReadyRequestAsync());
        var item = Assert.Single((await ReadAsync(Clerk)).Items).Item;
        await HandOverAsync(item, colleague.Id);
        Assert.Empty((await ReadAsync(Clerk)).Items);
        Assert.Empty((await ReadAsync(By(Guid.NewGuid(), StaffRole.FrontDesk))).Items);
        var given = Assert.Single((await ReadAsync(await ColleagueAsync(colleague))).Items).Item;
        Assert.Equal((item.Id, "موظفة تجريبية", "تعرف الأسرة"), (given.Id, given.From, given.Why));
        // Nothing gets lost with an account that is closed.
        await The<CaseWriter>().SaveAsync(async db => (await db.Users.SingleAsync(u => u.Id == colleague.Id, Cancel)).IsActive = false, Cancel);
        Assert.Single((await ReadAsync(Clerk)).Items);
    }

    [Fact]
    public async Task A2_Nothing_is_handed_to_somebody_who_may_not_do_it()
    {
        var stranger = await AccountAsync("stranger", StaffRole.HumanResources);
        var officer = await AccountAsync("officer", StaffRole.LiaisonOfficer);
        await CompleteAsync(await ReadyRequestAsync());
        var item = Assert.Single((await ReadAsync(Clerk)).Items).Item;
        foreach (var to in new[] { stranger.Id, officer.Id, Guid.NewGuid() })
            await Refused.WithAsync("daily.handover.maynot", nameof(DayHandOver.ToId), () => HandOverAsync(item, to));
        await Refused.WithAsync("daily.handover.who", nameof(DayHandOver.ToId), () => HandOverAsync(item, Somebody));
        Assert.Single((await ReadAsync(Clerk)).Items);
        Assert.Empty(await CountAsync(db => db.SetAsides));
    }

    [Fact]
    public async Task A2_Shows_an_officer_nothing_of_others_and_nobody_without_a_role_anything()
    {
        await CompleteAsync(await ReadyRequestAsync());
        Assert.Empty((await ReadAsync(Officer("NobodyHere"))).Items);
        Assert.Empty((await ReadAsync(By(StaffRole.HumanResources))).Items);
        await Assert.ThrowsAsync<AccessDenied>(() => ReadAsync(By()));
    }

    private Task<DayList> ReadAsync(Act act) => The<DayReader>().ReadAsync(act, Cancel);

    private Task PutOffAsync(DayItem item, DateOnly until, string reason) =>
        The<DayService>().PutOffAsync(Clerk, item.Source, item.Id, new DayPutOff { UntilOn = until, Reason = reason }, Cancel);

    private Task HandOverAsync(DayItem item, Guid to) =>
        The<DayService>().HandOverAsync(Clerk, item.Source, item.Id, new DayHandOver { ToId = to, Reason = "تعرف الأسرة" }, Cancel);

    private async Task DoneAsync(Guid notice, TryOutcome outcome)
    {
        var version = Assert.Single(await CountAsync(db => db.Notices.Where(n => n.Id == notice))).Version;
        await The<NoticeService>().DoneAsync(Clerk, notice, version, new NoticeDone { Outcome = outcome }, Cancel);
    }

    private async Task<Act> ColleagueAsync(StaffUser user) => new((await The<StaffDirectory>().ColleagueAsync(user.Id))!, Clock.GetUtcNow().UtcDateTime);

    private async Task<StaffUser> AccountAsync(string userName, StaffRole role)
    {
        var user = new StaffUser(userName, "زميلة " + userName, role) { SecurityStamp = userName, NormalizedUserName = userName.ToUpperInvariant() };
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(user);
            return Task.CompletedTask;
        }, Cancel);
        return user;
    }
}

public sealed class DayTests() : DaySuite(TestDatabase.Sqlite());
