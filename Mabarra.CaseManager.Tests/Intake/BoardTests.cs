using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>The desk at a glance, on both databases.</summary>
public abstract class BoardSuite(TestDatabase database) : IntakeHouse(database)
{
    private static readonly Dictionary<string, string> NoFilter = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_request_wanders_from_column_to_column()
    {
        var draft = await OpenRequestAsync();
        var incomplete = await OpenRequestAsync();
        await The<RequestService>().LeaveIncompleteAsync(By(StaffRole.FrontDesk), incomplete, await VersionAsync(incomplete), Cancel);
        var complete = await ReadyRequestAsync();
        await CompleteAsync(complete);

        await StandsAsync(RequestView.Draft, draft);
        await StandsAsync(RequestView.Incomplete, incomplete);
        await StandsAsync(RequestView.OnTrack, complete);

        // Due on 14 December: three working days before it is the ninth, and the day before that it is not soon yet.
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 8, 8, 0, 0, TimeSpan.Zero));
        await StandsAsync(RequestView.OnTrack, complete);
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 9, 8, 0, 0, TimeSpan.Zero));
        await StandsAsync(RequestView.DueSoon, complete);
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 14, 8, 0, 0, TimeSpan.Zero));
        await StandsAsync(RequestView.DueSoon, complete);
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 15, 8, 0, 0, TimeSpan.Zero));
        await StandsAsync(RequestView.Overdue, complete);
    }

    [Fact]
    public async Task A_closure_inside_the_last_days_makes_a_reply_due_soon_earlier()
    {
        var id = await ReadyRequestAsync();
        await CompleteAsync(id);
        await The<HolidayService>().AddAsync(By(StaffRole.SeniorManagement), Make.Holiday(new DateOnly(2026, 12, 10)), Cancel);
        // Due moves to 15 December; Wednesday the ninth has 13, 14, 15 left.
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 9, 8, 0, 0, TimeSpan.Zero));
        await StandsAsync(RequestView.DueSoon, id);
    }

    [Fact]
    public async Task The_longest_waiting_stands_first_and_no_more_than_fit_are_shown()
    {
        var ids = new List<Guid>();
        foreach (var n in Enumerable.Range(0, BoardQueries.Shown + 1))
            ids.Add(await OpenRequestAsync(sheet: false));
        var column = await ColumnAsync(RequestView.Draft);
        Assert.Equal(BoardQueries.Shown + 1, column.Count);
        Assert.Equal(ids[..BoardQueries.Shown], column.Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task Filters_narrow_and_unknown_ones_do_not()
    {
        var widow = await OpenRequestAsync(beneficiary: await RegisterAsync("Widows"));
        var poor = await ReadyRequestAsync(beneficiary: await RegisterAsync("LowIncome"));
        await StandsAsync(RequestView.Draft, widow, Filter(RequestFilter.CategoryName, "Widows"));
        await StandsAsync(RequestView.Draft, poor, Filter(RequestFilter.CategoryName, "LowIncome"));
        await StandsAsync(RequestView.Draft, poor, Filter(RequestFilter.ChannelName, nameof(Channel.Phone)));
        Assert.Equal(2, (await ColumnAsync(RequestView.Draft, Filter(RequestFilter.ServiceName, "Food"))).Count);
        Assert.Equal(0, (await ColumnAsync(RequestView.Draft, Filter(RequestFilter.ServiceName, "Rent"))).Count);
        Assert.Equal(2, (await ColumnAsync(RequestView.Draft, Filter(RequestFilter.ServiceName, "nothing"))).Count);
        Assert.Equal(2, (await ColumnAsync(RequestView.Draft, Filter(RequestFilter.ChannelName, "99"))).Count);
    }

    [Fact]
    public async Task A3_An_officer_sees_his_own_people_and_is_offered_his_own_categories()
    {
        var mine = await OpenRequestAsync(beneficiary: await RegisterAsync("Widows"));
        await OpenRequestAsync(beneficiary: await RegisterAsync("LowIncome"));
        var columns = await The<BoardQueries>().ReadAsync(Officer("Widows"), NoFilter, Cancel);
        Assert.Equal([mine], columns.SelectMany(c => c.Rows).Select(r => r.Id));
        var choices = await The<RequestFilterQueries>().ChoicesAsync(Officer("Widows"), Cancel);
        Assert.Equal(["Widows"], choices.Categories.Select(c => c.Code));
        Assert.Empty(choices.Officers);
        await Assert.ThrowsAsync<AccessDenied>(() => The<BoardQueries>().ReadAsync(By(StaffRole.HumanResources), NoFilter, Cancel));
    }

    [Fact]
    public async Task No_sensitive_category_is_offered_as_a_filter()
    {
        var sensitive = (await The<Mabarra.CaseManager.Beneficiaries.BeneficiaryQueries>().CategoriesAsync(Cancel)).Where(c => c.IsSensitive).Select(c => c.Code).ToList();
        Assert.NotEmpty(sensitive);
        var choices = await The<RequestFilterQueries>().ChoicesAsync(By(StaffRole.FrontDesk), Cancel);
        Assert.NotEmpty(choices.Categories);
        Assert.Empty(choices.Categories.Select(c => c.Code).Intersect(sensitive, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Filter(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private async Task<BoardColumn> ColumnAsync(RequestView view, Dictionary<string, string>? filter = null) =>
        (await The<BoardQueries>().ReadAsync(By(StaffRole.FrontDesk), filter ?? NoFilter, Cancel)).Single(c => c.View == view);

    /// <summary>In this column and in no other.</summary>
    private async Task StandsAsync(RequestView view, Guid id, Dictionary<string, string>? filter = null)
    {
        var columns = await The<BoardQueries>().ReadAsync(By(StaffRole.FrontDesk), filter ?? NoFilter, Cancel);
        Assert.Equal([view], columns.Where(c => c.Rows.Any(r => r.Id == id)).Select(c => c.View));
        Assert.Equal(1, columns.Single(c => c.View == view).Count);
    }
}

public sealed class BoardTests() : BoardSuite(TestDatabase.Sqlite());
