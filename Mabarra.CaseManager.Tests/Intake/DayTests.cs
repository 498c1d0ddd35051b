using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>«يومي» on the first page, on both databases.</summary>
public abstract class DaySuite(TestDatabase database) : IntakeHouse(database)
{
    [Fact]
    public async Task A_request_wanders_from_the_next_days_to_today_to_overdue()
    {
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        // Due on 14 December.
        await StandsAsync(8, next: 0, today: 0, overdue: 0);
        await StandsAsync(9, next: 1, today: 0, overdue: 0);
        await StandsAsync(14, next: 0, today: 1, overdue: 0);
        await StandsAsync(15, next: 0, today: 0, overdue: 1);
        Assert.Equal(id, (await ReadAsync()).Overdue.Rows.Single().Id);

        async Task StandsAsync(int december, int next, int today, int overdue)
        {
            Clock.SetUtcNow(new DateTimeOffset(2026, 12, december, 8, 0, 0, TimeSpan.Zero));
            var day = await ReadAsync();
            Assert.Equal((next, today, overdue), (day.Next.Rows.Count, day.Today.Rows.Count, day.Overdue.Rows.Count));
        }
    }

    [Fact]
    public async Task More_due_today_than_fit_point_to_their_list()
    {
        for (var n = 0; n <= DayQueries.Shown; n++)
            await CompleteAsync(await ReadyRequestAsync());
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 14, 8, 0, 0, TimeSpan.Zero));
        var day = await ReadAsync();
        Assert.Equal(DayQueries.Shown, day.Today.Rows.Count);
        Assert.True(day.Today.HasMore);
        Assert.Empty(day.Next.Rows);
        Assert.False(day.Next.HasMore);
    }

    [Fact]
    public async Task Shows_an_officer_nothing_of_others_and_nobody_without_the_permission()
    {
        await CompleteAsync(await ReadyRequestAsync());
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 14, 8, 0, 0, TimeSpan.Zero));
        Assert.Empty((await The<DayQueries>().ReadAsync(Officer("NobodyHere"), Cancel)).Today.Rows);
        await Assert.ThrowsAsync<AccessDenied>(() => The<DayQueries>().ReadAsync(By(StaffRole.HumanResources), Cancel));
    }

    private Task<DayView> ReadAsync() => The<DayQueries>().ReadAsync(By(StaffRole.FrontDesk), Cancel);
}

public sealed class DayTests() : DaySuite(TestDatabase.Sqlite());
