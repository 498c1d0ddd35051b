using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>From the first line of a request to its due date, on both databases.</summary>
public abstract class RequestSuite(TestDatabase database) : IntakeHouse(database)
{
    [Fact]
    public async Task Complete_with_everything_there_falls_due_after_fifteen_working_days()
    {
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        var request = await RequestAsync(id);
        Assert.Equal(RequestStatus.Complete, request.Status);
        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 14)), (request.CompletedOn, request.DueOn));
        Assert.Equal(request.DueOn, request.PromisedDueOn);
    }

    [Fact]
    public async Task Complete_counts_from_the_day_the_last_paper_came_not_from_the_click()
    {
        var id = await OpenRequestAsync();
        await ReceiveAllAsync(id, new DateOnly(2026, 11, 19));
        await SignAsync(id);
        await AgreeAsync(id);
        Clock.Advance(TimeSpan.FromDays(3));
        await CompleteAsync(id);
        var request = await RequestAsync(id);
        Assert.Equal(new DateOnly(2026, 11, 23), request.CompletedOn);
        Assert.Equal(new DateOnly(2026, 12, 14), request.DueOn);
    }

    [Fact]
    public async Task Complete_across_Eid_skips_its_days()
    {
        Clock.SetUtcNow(new DateTimeOffset(2027, 2, 25, 8, 0, 0, TimeSpan.Zero));
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        Assert.Equal(new DateOnly(2027, 3, 24), (await RequestAsync(id)).DueOn);
    }

    [Theory]
    [InlineData("item", "intake.complete.item")]
    [InlineData("sheet", "intake.complete.nosheet")]
    [InlineData("signature", "intake.complete.unsigned")]
    [InlineData("channel", "intake.complete.nochannel")]
    [InlineData("review", "intake.complete.datastale")]
    public async Task Complete_with_one_thing_missing_is_refused_and_says_which(string leftOut, string code)
    {
        var id = await ReadyRequestAsync(leftOut);
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => CompleteAsync(id));
        Assert.Equal([code], refusal.Breaches.Select(b => b.Code).Distinct());
        Assert.Equal(RequestStatus.Draft, (await RequestAsync(id)).Status);
    }

    [Fact]
    public async Task Complete_of_an_empty_request_names_everything_at_once()
    {
        var id = await OpenRequestAsync(sheet: false);
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => CompleteAsync(id));
        Assert.Equal(["intake.complete.nosheet", "intake.complete.item", "intake.complete.unsigned", "intake.complete.nochannel"], refusal.Breaches.Select(b => b.Code).Distinct());
    }

    [Fact]
    public async Task C6_Opening_twice_with_one_key_makes_one_request()
    {
        var beneficiary = await RegisterAsync();
        var form = await NewRequestAsync(beneficiary);
        var key = Guid.NewGuid();
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => The<RequestService>().OpenAsync(By(StaffRole.FrontDesk), key, form, Cancel))));
        Assert.Single(ids.Distinct());
        Assert.Single(await CountAsync(db => db.ServiceRequests.Select(r => r.Number)));
    }

    [Fact]
    public async Task C5_A_stale_save_is_refused_and_the_first_one_stays()
    {
        var id = await OpenRequestAsync();
        var version = (await RequestAsync(id)).Version;
        await The<RequestService>().DescribeAsync(By(StaffRole.FrontDesk), id, version, new("الأول وصل قبل غيره", "100"), Cancel);
        await Assert.ThrowsAsync<StaleRecord>(() =>
            The<RequestService>().DescribeAsync(By(StaffRole.FrontDesk), id, version, new("الثاني وصل بعده", "200"), Cancel));
        Assert.Equal("الأول وصل قبل غيره", (await RequestAsync(id)).Description);
    }

    [Fact]
    public async Task C5_A_paper_received_meanwhile_makes_the_page_stale_too()
    {
        var id = await OpenRequestAsync();
        var request = await RequestAsync(id);
        await ReceiveAsync(id, request.Items[0]);
        await Assert.ThrowsAsync<StaleRecord>(() => The<RequestService>().CompleteAsync(By(StaffRole.FrontDesk), id, request.Version, Cancel));
    }

    [Fact]
    public async Task C5_Eight_clerks_saving_one_request_lose_nothing()
    {
        const int Clerks = 8;
        const int Rounds = 10;
        var id = await OpenRequestAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Clerks).Select(c => Task.Run(async () =>
        {
            var saved = 0;
            for (var round = 0; round < Rounds; round++)
            {
                try
                {
                    var version = (await RequestAsync(id)).Version;
                    await The<RequestService>().DescribeAsync(By(StaffRole.FrontDesk), id, version, new($"وصف الموظفة {c} في الجولة {round}", null), Cancel);
                    saved++;
                }
                catch (StaleRecord)
                {
                    // Somebody was faster; that is the point.
                }
            }

            return saved;
        })));
        var written = await CountAsync(db => db.AuditEntries.Where(e => e.Action == "intake.request.describe").Select(e => e.Sequence));
        Assert.Equal(outcomes.Sum(), written.Count);
    }

    [Theory]
    [InlineData(StaffRole.HumanResources)]
    [InlineData(StaffRole.SystemAdmin)]
    [InlineData(StaffRole.CommitteeMember)]
    [InlineData(StaffRole.SeniorManagement)]
    public async Task A2_Opening_is_refused_to_who_may_not_edit(StaffRole role)
    {
        var form = await NewRequestAsync(await RegisterAsync());
        await Assert.ThrowsAsync<AccessDenied>(() => The<RequestService>().OpenAsync(By(role), Guid.NewGuid(), form, Cancel));
        Assert.Empty(await CountAsync(db => db.ServiceRequests.Select(r => r.Number)));
    }

    [Fact]
    public async Task A2_A_liaison_officer_reaches_only_his_own_categories()
    {
        var id = await OpenRequestAsync();
        var version = (await RequestAsync(id)).Version;
        var others = Officer("Orphans");
        await (await Assert.ThrowsAsync<AccessDenied>(() => The<RequestService>().HandOverSheetAsync(others, id, version, Cancel))).Written;
        await (await Assert.ThrowsAsync<AccessDenied>(() => The<RequestQueries>().OpenAsync(others, id, Cancel))).Written;
        Assert.Equal(2, (await CountAsync(db => db.AuditEntries.Where(e => e.Action == "access.denied").Select(e => e.Sequence))).Count);
        Assert.NotNull(await The<RequestQueries>().OpenAsync(Officer("Widows"), id, Cancel));
        Assert.Empty((await The<RequestQueries>().PageAsync(others, RequestView.All, new PageQuery(), Cancel)).Rows);
    }

    [Fact]
    public async Task Exempting_needs_a_supervisor_and_a_reason()
    {
        var id = await OpenRequestAsync();
        var request = await RequestAsync(id);
        var item = request.Items[0];
        var service = The<RequestItemService>();
        await Assert.ThrowsAsync<AccessDenied>(() => service.ExemptAsync(By(StaffRole.FrontDesk), id, request.Version, item.Id, new ReasonForm { Code = "exemption/KnownHere" }, Cancel));
        await Assert.ThrowsAsync<RuleViolation>(() => service.ExemptAsync(By(Guid.CreateVersion7(), StaffRole.SeniorManagement), id, request.Version, item.Id, new ReasonForm { Code = "refusal/Expired" }, Cancel));
        // Whoever took it in does not let a paper go himself, whatever roles he has; the supervisor of the desk does.
        await Refused.WithAsync("intake.item.own", null, () => service.ExemptAsync(By(StaffRole.FrontDesk, StaffRole.Supervisor), id, request.Version, item.Id, new ReasonForm { Code = "exemption/KnownHere" }, Cancel));
        await service.ExemptAsync(By(Guid.CreateVersion7(), StaffRole.Supervisor), id, request.Version, item.Id, new ReasonForm { Code = "exemption/KnownHere" }, Cancel);
        Assert.Equal(ItemStatus.Exempted, (await RequestAsync(id)).Items.Single(i => i.Id == item.Id).Status);
    }

    [Fact]
    public async Task The_declaration_is_signed_never_ticked()
    {
        var id = await OpenRequestAsync();
        var request = await RequestAsync(id);
        var declaration = request.Items.Single(i => i.IsDeclaration);
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => ReceiveAsync(id, declaration));
        Assert.Equal("intake.item.declaration", refusal.Code);
    }

    [Fact]
    public async Task A_holiday_added_later_moves_the_due_date_and_keeps_the_promised_one()
    {
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
        var moved = await The<HolidayService>().AddAsync(
            By(StaffRole.HumanResources), new HolidayForm { On = new(2026, 12, 1), NameAr = "إغلاق طارئ", Kind = HolidayKind.EmergencyClosure }, Cancel);
        var request = await RequestAsync(id);
        Assert.Equal(1, moved);
        Assert.Equal((new DateOnly(2026, 12, 15), new DateOnly(2026, 12, 14)), (request.DueOn, request.PromisedDueOn));
        Assert.Single(await CountAsync(db => db.AuditEntries.Where(e => e.Action == "intake.request.duemoved" && e.RecordId == id).Select(e => e.Sequence)));
    }

    [Fact]
    public async Task Leaving_incomplete_starts_no_period()
    {
        var id = await OpenRequestAsync();
        await The<RequestService>().LeaveIncompleteAsync(By(StaffRole.FrontDesk), id, (await RequestAsync(id)).Version, Cancel);
        var request = await RequestAsync(id);
        Assert.Equal((RequestStatus.Incomplete, null, null), (request.Status, request.CompletedOn, request.DueOn));
    }

    [Fact]
    public async Task A_complete_request_takes_no_more_changes_from_the_desk()
    {
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        var request = await RequestAsync(id);
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() =>
            The<RequestItemService>().TakeBackAsync(By(StaffRole.FrontDesk), id, request.Version, request.Items[0].Id, Cancel));
        Assert.Equal("intake.request.closed", refusal.Code);
    }

    [Fact]
    public async Task Numbers_begin_again_each_year_and_are_found_by_their_digits()
    {
        await OpenRequestAsync();
        Clock.SetUtcNow(new DateTimeOffset(2027, 1, 3, 8, 0, 0, TimeSpan.Zero));
        var id = await OpenRequestAsync();
        Assert.Equal("REQ-2027-00001", (await RequestAsync(id)).Number);
        Assert.Equal(id, Assert.Single(await The<RequestQueries>().FindAsync(By(StaffRole.FrontDesk), "١", 5, Cancel)).Id);
        Assert.Equal("REQ-2026-00001", Assert.Single(await The<RequestQueries>().FindAsync(By(StaffRole.FrontDesk), "req-2026-1", 5, Cancel)).Number);
        Assert.Equal(["REQ-2027-00001", "REQ-2026-00001"], (await The<RequestQueries>().FindAsync(By(StaffRole.FrontDesk), "نوره العمرى", 5, Cancel)).Select(r => r.Number));
        Assert.Empty(await The<RequestQueries>().FindAsync(ByLiaison("Orphans"), "نوره العمرى", 5, Cancel));
    }

    [Fact]
    public async Task Lists_page_by_due_date_forwards_and_back()
    {
        var beneficiary = await RegisterAsync();
        for (var i = 0; i < 7; i++)
        {
            var id = await ReadyRequestAsync(beneficiary: beneficiary);
            await CompleteAsync(id);
        }

        var queries = The<RequestQueries>();
        var act = By(StaffRole.FrontDesk);
        var first = await queries.PageAsync(act, RequestView.AwaitingReply, new PageQuery { Size = 3 }, Cancel);
        var second = await queries.PageAsync(act, RequestView.AwaitingReply, new PageQuery { Size = 3, Cursor = first.NextCursor }, Cancel);
        var back = await queries.PageAsync(act, RequestView.AwaitingReply, new PageQuery { Size = 3, Cursor = second.PreviousCursor }, Cancel);
        Assert.Equal([3, 3], new[] { first.Rows.Count, second.Rows.Count });
        Assert.Empty(first.Rows.Select(r => r.Id).Intersect(second.Rows.Select(r => r.Id)));
        Assert.Equal(first.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
        Assert.Equal((7, 15), (first.ApproximateTotal, first.Rows[0].DaysLeft));
    }
}

public sealed class RequestTests() : RequestSuite(TestDatabase.Sqlite());
