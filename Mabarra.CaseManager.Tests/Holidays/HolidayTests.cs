using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Holidays;

/// <summary>Changing the days off, and what follows for open requests (ت-٦), on both databases.</summary>
public abstract class HolidaySuite(TestDatabase database) : IntakeHouse(database)
{
    private static readonly DateOnly Closure = new(2026, 12, 1);

    private HolidayService Service => The<HolidayService>();

    private Act HumanResources => By(StaffRole.HumanResources);

    [Fact]
    public async Task Case_18_An_emergency_closure_moves_the_due_date_and_keeps_the_promise()
    {
        var id = await CompleteRequestAsync();
        Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(1, await Service.AddAsync(HumanResources, Make.Holiday(Closure), Cancel));

        Assert.Equal((new DateOnly(2026, 12, 15), new DateOnly(2026, 12, 14)), await DatesAsync(id));
        Assert.Equal("intake.request.duemoved", (await The<AuditQueries>().OfRecordAsync(id, 1, Cancel))[0].Action);
        var holiday = Assert.Single(await OfDayAsync(Closure));
        Assert.Equal("holidays.holiday.add", Assert.Single(await The<AuditQueries>().OfRecordAsync(holiday.Id, 5, Cancel)).Action);
    }

    [Fact]
    public async Task Lists_see_a_new_day_off_at_once_and_another_nodes_soon()
    {
        var reader = The<CalendarReader>();
        Assert.True((await reader.ReadAsync(Cancel)).IsWorkingDay(Closure));

        await Service.AddAsync(HumanResources, Make.Holiday(Closure), Cancel);
        Assert.False((await reader.ReadAsync(Cancel)).IsWorkingDay(Closure));

        // Another node's change: nobody here is told.
        await ReadAsync(db => db.Holidays.Where(h => h.On == Closure).ExecuteDeleteAsync(Cancel));
        Assert.Same(await reader.ReadAsync(Cancel), await reader.ReadAsync(Cancel));
        Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True((await reader.ReadAsync(Cancel)).IsWorkingDay(Closure));
    }

    [Fact]
    public async Task Case_11_A_day_added_after_Eid_moves_the_due_date()
    {
        Clock.SetUtcNow(new DateTimeOffset(2027, 2, 25, 9, 0, 0, TimeSpan.Zero));
        var id = await CompleteRequestAsync();
        Assert.Equal(new DateOnly(2027, 3, 24), (await DatesAsync(id)).Due);

        await Service.AddAsync(HumanResources, Make.Holiday(new DateOnly(2027, 3, 15), kind: HolidayKind.Compensation), Cancel);

        Assert.Equal((new DateOnly(2027, 3, 25), new DateOnly(2027, 3, 24)), await DatesAsync(id));
    }

    [Fact]
    public async Task Moving_it_to_a_rest_day_and_removing_it_give_the_day_back()
    {
        var id = await CompleteRequestAsync();
        await Service.AddAsync(HumanResources, Make.Holiday(Closure), Cancel);
        var row = Assert.Single(await OfDayAsync(Closure));

        Assert.Equal(1, await Service.ChangeAsync(HumanResources, row.Id, row.Version, Make.Holiday(new DateOnly(2026, 12, 4)), Cancel));
        Assert.Equal(new DateOnly(2026, 12, 14), (await DatesAsync(id)).Due);

        row = Assert.Single(await OfDayAsync(new DateOnly(2026, 12, 4)));
        Assert.Equal(1, await Service.ChangeAsync(HumanResources, row.Id, row.Version, Make.Holiday(Closure), Cancel));
        row = Assert.Single(await OfDayAsync(Closure));
        Assert.Equal(1, await Service.RemoveAsync(HumanResources, row.Id, row.Version, Cancel));

        Assert.Equal(new DateOnly(2026, 12, 14), (await DatesAsync(id)).Due);
        Assert.Equal(4, (await The<AuditQueries>().OfRecordAsync(id, 10, Cancel)).Count(a => string.Equals(a.Action, "intake.request.duemoved", StringComparison.Ordinal)));
        Assert.Equal("holidays.holiday.remove", (await The<AuditQueries>().OfRecordAsync(row.Id, 1, Cancel))[0].Action);
    }

    [Fact]
    public async Task Typing_the_circular_confirms_the_day_and_moves_nothing()
    {
        await CompleteRequestAsync();
        var founding = Assert.Single(await OfDayAsync(new DateOnly(2027, 2, 22)));
        Assert.True(founding.IsProvisional);

        Assert.Equal(0, await Service.ChangeAsync(HumanResources, founding.Id, founding.Version, Make.Holiday(founding.On, "تعميم 44", HolidayKind.FoundingDay), Cancel));

        var now = Assert.Single(await OfDayAsync(founding.On));
        Assert.Equal((false, "تعميم 44"), (now.IsProvisional, now.SourceRef));
    }

    [Fact]
    public async Task A_past_day_needs_senior_management_and_a_reason()
    {
        var past = Make.Holiday(new DateOnly(2026, 11, 22));
        await Assert.ThrowsAsync<AccessDenied>(() => Service.AddAsync(HumanResources with { Why = "خطأ" }, past, Cancel));
        await Refused.WithAsync("holidays.holiday.reason", nameof(Act.Why), () => Service.AddAsync(By(StaffRole.SeniorManagement), past, Cancel));

        await Service.AddAsync(By(StaffRole.SeniorManagement) with { Why = "أُغلق المبنى يومها" }, past, Cancel);

        var row = Assert.Single(await OfDayAsync(past.On!.Value));
        Assert.Equal("أُغلق المبنى يومها", (await The<AuditQueries>().OfRecordAsync(row.Id, 1, Cancel))[0].Reason);
        await Assert.ThrowsAsync<AccessDenied>(() => Service.RemoveAsync(HumanResources, row.Id, row.Version, Cancel));
    }

    [Fact]
    public async Task Moving_a_past_day_to_the_future_is_changing_the_past()
    {
        var national = Assert.Single(await OfDayAsync(new DateOnly(2026, 9, 23)));
        await Assert.ThrowsAsync<AccessDenied>(() => Service.ChangeAsync(HumanResources, national.Id, national.Version, Make.Holiday(Closure), Cancel));
        Assert.Empty(await OfDayAsync(Closure));
    }

    [Fact]
    public async Task Missing_and_second_days_are_refused_beside_their_fields()
    {
        var before = await CountAsync();
        var violation = await Refused.WithAsync("holidays.holiday.date", nameof(HolidayForm.On), () => Service.AddAsync(HumanResources, new HolidayForm { On = null, NameAr = " ", Kind = HolidayKind.Compensation }, Cancel));
        Assert.Contains(violation.Breaches, b => string.Equals(b.Field, nameof(HolidayForm.NameAr), StringComparison.Ordinal));
        await Refused.WithAsync("holidays.holiday.twice", nameof(HolidayForm.On), () => Service.AddAsync(HumanResources, Make.Holiday(new DateOnly(2027, 2, 22)), Cancel));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task C5_A_stale_version_is_refused()
    {
        var founding = Assert.Single(await OfDayAsync(new DateOnly(2027, 2, 22)));
        await Service.ChangeAsync(HumanResources, founding.Id, founding.Version, Make.Holiday(founding.On, "44"), Cancel);
        await Assert.ThrowsAsync<StaleRecord>(() => Service.RemoveAsync(HumanResources, founding.Id, founding.Version, Cancel));
        Assert.Single(await OfDayAsync(founding.On));
    }

    [Fact]
    public async Task A2_The_desk_may_look_but_not_change()
    {
        Assert.NotEmpty(await The<HolidayQueries>().OfYearAsync(By(StaffRole.FrontDesk), 2027, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Service.AddAsync(By(StaffRole.FrontDesk), Make.Holiday(Closure), Cancel));
    }

    /// <summary>Complete today: every paper came and the declaration was signed.</summary>
    private async Task<Guid> CompleteRequestAsync()
    {
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        return id;
    }

    private async Task<(DateOnly Due, DateOnly Promised)> DatesAsync(Guid id)
    {
        var request = await RequestAsync(id);
        return (request.DueOn!.Value, request.PromisedDueOn!.Value);
    }

    private async Task<IReadOnlyList<HolidayRow>> OfDayAsync(DateOnly day) =>
        [.. (await The<HolidayQueries>().OfYearAsync(HumanResources, day.Year, Cancel)).Where(h => h.On == day)];

    private Task<int> CountAsync() => ReadAsync(db => db.Holidays.CountAsync(Cancel));
}

public sealed class HolidayTests() : HolidaySuite(TestDatabase.Sqlite());
