using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mabarra.CaseManager.Tests.Holidays;

/// <summary>What a change would do, shown before it is done; and what is done is what was shown (PEERS.md 23; DOMAIN.md §4, 5), on both databases.</summary>
public abstract class HolidaySimulatorSuite(TestDatabase database) : IntakeHouse(database)
{
    private static readonly DateOnly Closure = new(2026, 12, 1);

    private Act Manager => By(StaffRole.SeniorManagement);

    private HolidayPlan Plan { get; } = HolidayPlan.Add(Make.Holiday(Closure));

    [Fact]
    public async Task A_preview_saves_nothing_and_applying_it_does_what_it_showed()
    {
        var ids = new[] { await CompletedAsync(), await CompletedAsync(), await CompletedAsync() };
        var trail = await ReadAsync(db => db.AuditEntries.CountAsync(Cancel));

        var preview = await The<HolidaySimulator>().ForeseeAsync(Manager, Plan, null, Cancel);

        Assert.Equal(trail, await ReadAsync(db => db.AuditEntries.CountAsync(Cancel)));
        Assert.False(await ReadAsync(db => db.Holidays.AnyAsync(h => h.On == Closure, Cancel)));
        Assert.Equal(3, preview.Moved);
        Assert.Equal([new MoveGroup(new(2026, 12, 14), new(2026, 12, 15), 3)], preview.Days);

        Assert.Equal(preview.Moved, await The<HolidayService>().ApplyAsync(Manager, Plan, preview.Fingerprint, Cancel));

        foreach (var id in ids)
        {
            var request = await RequestAsync(id);
            var shown = Assert.Single(preview.First, m => m.Number == request.Number);
            Assert.Equal((shown.To, shown.From), (request.DueOn!.Value, request.PromisedDueOn!.Value));
        }
    }

    [Fact]
    public async Task Moving_and_removing_are_foreseen_as_they_are_done()
    {
        await CompletedAsync();
        await The<HolidayService>().AddAsync(Manager, Make.Holiday(Closure), Cancel);
        var row = await HolidayAsync(Closure);
        foreach (var plan in new[] { HolidayPlan.Change(row.Id, row.Version, Make.Holiday(new DateOnly(2026, 12, 4))), HolidayPlan.Remove(row.Id, row.Version) })
        {
            var preview = await The<HolidaySimulator>().ForeseeAsync(Manager, plan, null, Cancel);
            Assert.Equal([new MoveGroup(new(2026, 12, 15), new(2026, 12, 14), 1)], preview.Days);
        }
        var removal = HolidayPlan.Remove(row.Id, row.Version);
        var last = await The<HolidaySimulator>().ForeseeAsync(Manager, removal, null, Cancel);
        Assert.Equal(1, await The<HolidayService>().ApplyAsync(Manager, removal, last.Fingerprint, Cancel));
    }

    [Fact]
    public async Task C8_When_the_world_changed_since_the_preview_nothing_is_saved()
    {
        await CompletedAsync();
        var preview = await The<HolidaySimulator>().ForeseeAsync(Manager, Plan, null, Cancel);
        var later = await CompletedAsync();

        await Refused.WithAsync("holidays.preview.changed", null, () => The<HolidayService>().ApplyAsync(Manager, Plan, preview.Fingerprint, Cancel));

        Assert.Equal(new DateOnly(2026, 12, 14), (await RequestAsync(later)).DueOn);
        Assert.False(await ReadAsync(db => db.Holidays.AnyAsync(h => h.On == Closure, Cancel)));
        Assert.Equal(0, await The<DueNoticeQueries>().CountAsync(Manager, Cancel));
        var again = await The<HolidaySimulator>().ForeseeAsync(Manager, Plan, null, Cancel);
        Assert.Equal(2, await The<HolidayService>().ApplyAsync(Manager, Plan, again.Fingerprint, Cancel));
    }

    [Fact]
    public async Task Another_holiday_meanwhile_changes_the_preview_too()
    {
        await CompletedAsync();
        var preview = await The<HolidaySimulator>().ForeseeAsync(Manager, Plan, null, Cancel);
        await The<HolidayService>().AddAsync(Manager, Make.Holiday(new DateOnly(2026, 12, 3)), Cancel);
        await Refused.WithAsync("holidays.preview.changed", null, () => The<HolidayService>().ApplyAsync(Manager, Plan, preview.Fingerprint, Cancel));
    }

    [Fact]
    public async Task A_closure_of_several_days_is_one_act_with_a_row_for_each_day()
    {
        var id = await CompletedAsync();
        var plan = HolidayPlan.Add(Make.Holiday(Closure) with { Through = Closure.AddDays(2) });

        var preview = await The<HolidaySimulator>().ForeseeAsync(Manager, plan, null, Cancel);
        await The<HolidayService>().ApplyAsync(Manager, plan, preview.Fingerprint, Cancel);

        Assert.Equal(new DateOnly(2026, 12, 17), (await RequestAsync(id)).DueOn);
        Assert.Equal(3, await ReadAsync(db => db.Holidays.CountAsync(h => h.On >= Closure && h.On <= Closure.AddDays(2), Cancel)));
        Assert.Single(await The<AuditQueries>().OfRecordAsync(id, 50, Cancel), a => a.Action == "intake.request.duemoved");
    }

    [Fact]
    public async Task A_closure_that_ends_before_it_begins_or_is_too_long_or_meets_another_is_refused_already_in_the_preview()
    {
        Task Foresee(HolidayForm form) => The<HolidaySimulator>().ForeseeAsync(Manager, HolidayPlan.Add(form), null, Cancel);
        await Refused.WithAsync("holidays.holiday.backwards", nameof(HolidayForm.Through), () => Foresee(Make.Holiday(Closure) with { Through = Closure.AddDays(-1) }));
        await Refused.WithAsync("holidays.holiday.toolong", nameof(HolidayForm.Through), () => Foresee(Make.Holiday(Closure) with { Through = Closure.AddDays(31) }));
        await Foresee(Make.Holiday(Closure) with { Through = Closure.AddDays(30) });
        await Refused.WithAsync("holidays.holiday.twice", nameof(HolidayForm.On), () => Foresee(Make.Holiday(new(2027, 2, 20)) with { Through = new(2027, 2, 23) }));
        await Assert.ThrowsAsync<AccessDenied>(() => The<HolidaySimulator>().ForeseeAsync(By(StaffRole.FrontDesk), Plan, null, Cancel));
    }

    [Fact]
    public async Task S_Who_edits_the_calendar_but_sees_no_files_gets_numbers_without_names()
    {
        await CompletedAsync();
        var seen = Assert.Single((await The<HolidaySimulator>().ForeseeAsync(Manager, Plan, null, Cancel)).First);
        Assert.Equal(("نورة العمري", "•••101"), (seen.Person, seen.Contact));

        var blind = Assert.Single((await The<HolidaySimulator>().ForeseeAsync(By(StaffRole.HumanResources), Plan, null, Cancel)).First);
        Assert.Equal((null, null, seen.Number), (blind.Person, blind.Contact, blind.Number));
    }

    [Fact]
    public async Task Who_must_be_told_stands_on_the_list_until_ticked_off_and_only_once()
    {
        var id = await CompletedAsync();
        await The<HolidayService>().ApplyAsync(Manager, Plan, null, Cancel);
        await The<HolidayService>().AddAsync(Manager, Make.Holiday(new DateOnly(2026, 12, 2)), Cancel);

        var row = Assert.Single((await The<DueNoticeQueries>().PageAsync(By(StaffRole.FrontDesk), new PageQuery(), Cancel)).Rows);
        Assert.Equal((id, new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 16), Channel.Phone), (row.RequestId, row.KnownDueOn, row.NewDueOn, row.AgreedChannel));

        var told = new ToldForm { By = Channel.Phone, Note = "ردّت بنفسها" };
        await Assert.ThrowsAsync<AccessDenied>(() => The<DueNoticeService>().TellAsync(By(StaffRole.HumanResources), row.Id, row.Version, told, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<DueNoticeService>().TellAsync(Officer("Orphans"), row.Id, row.Version, told, Cancel));
        await Refused.WithAsync("intake.duenotice.how", nameof(ToldForm.By), () => The<DueNoticeService>().TellAsync(By(StaffRole.FrontDesk), row.Id, row.Version, told with { By = null }, Cancel));
        await The<DueNoticeService>().TellAsync(By(StaffRole.FrontDesk), row.Id, row.Version, told, Cancel);

        Assert.Equal(0, await The<DueNoticeQueries>().CountAsync(By(StaffRole.FrontDesk), Cancel));
        var notice = await ReadAsync(db => db.DueNotices.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal((Channel.Phone, "موظفة تجريبية", "ردّت بنفسها"), (notice.ToldBy, notice.ToldByName, notice.Note));
        Assert.Equal("intake.request.duetold", (await The<AuditQueries>().OfRecordAsync(id, 1, Cancel))[0].Action);
        await Refused.WithAsync("intake.duenotice.told", null, () => The<DueNoticeService>().TellAsync(By(StaffRole.FrontDesk), row.Id, notice.Version, told, Cancel));
    }

    [Fact]
    public async Task Back_on_the_day_she_knows_nobody_has_to_be_told()
    {
        await CompletedAsync();
        await The<HolidayService>().AddAsync(Manager, Make.Holiday(Closure), Cancel);
        Assert.Equal(1, await The<DueNoticeQueries>().CountAsync(Manager, Cancel));
        var row = await HolidayAsync(Closure);
        await The<HolidayService>().RemoveAsync(Manager, row.Id, row.Version, Cancel);
        Assert.Equal(0, await The<DueNoticeQueries>().CountAsync(Manager, Cancel));
    }

    /// <summary>Several batches, and rows that move to where the walk has not been yet.</summary>
    [Fact]
    public async Task More_than_a_batch_moves_whole_and_each_once()
    {
        await CompletedAsync();
        await CopyRequestsAsync((2 * DueDateFollower.Batch) + 50);
        var preview = await The<HolidaySimulator>().ForeseeAsync(Manager, Plan, null, Cancel);

        Assert.Equal((2 * DueDateFollower.Batch) + 51, preview.Moved);
        Assert.Equal(preview.Moved, await The<HolidayService>().ApplyAsync(Manager, Plan, preview.Fingerprint, Cancel));
        Assert.Equal(preview.Moved, await ReadAsync(db => db.DueNotices.CountAsync(n => n.OpenOrder != null, Cancel)));
        Assert.Equal(preview.Moved, await ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "intake.request.duemoved", Cancel)));
        Assert.Equal(0, await ReadAsync(db => db.ServiceRequests.CountAsync(r => r.DueOn == new DateOnly(2026, 12, 14), Cancel)));
    }

    private async Task<Guid> CompletedAsync()
    {
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        return id;
    }

    private async Task<HolidayRow> HolidayAsync(DateOnly on) => (await The<HolidayQueries>().OfYearAsync(Manager, on.Year, Cancel)).Single(h => h.On == on);

    /// <summary>Rows like the one there is, with numbers of their own; written past the desk, which would take minutes.</summary>
    private async Task CopyRequestsAsync(int count)
    {
        var columns = await ReadAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(ServiceRequest))!.GetFlattenedProperties()
            .Select(p => p.GetColumnName(StoreObjectIdentifier.Table("ServiceRequests"))).ToList()));
        var selected = string.Join(", ", columns.Select(c => c switch
        {
            "Id" or "Version" => "{0}",
            "Serial" => "{1}",
            "Number" => "{2}",
            "DueOrder" => "\"DueOrder\" + {1}",
            _ => $"\"{c}\"",
        }));
        var sql = $"INSERT INTO \"ServiceRequests\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {selected} FROM \"ServiceRequests\" WHERE \"Serial\" = 1";
        await ReadAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            foreach (var n in Enumerable.Range(1000, count))
                await db.Database.ExecuteSqlRawAsync(sql, [Guid.CreateVersion7(), (long)n, $"REQ-2026-{n:00000}"], Cancel);
            await transaction.CommitAsync(Cancel);
            return count;
        });
    }
}

public sealed class HolidaySimulatorTests() : HolidaySimulatorSuite(TestDatabase.Sqlite());
