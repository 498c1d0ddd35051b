namespace Mabarra.CaseManager.Intake;

/// <summary>What waits on somebody's first page: the most urgent of each, and how many.</summary>
/// <param name="Overdue">The last day of the reply has passed (ت-٦).</param>
/// <param name="Today">Today is the last day.</param>
/// <param name="Next">The last day is one of the next working days.</param>
/// <param name="Reminders">Incomplete, and a reminder is owed (ت-٣).</param>
/// <param name="Waiting">In the hall now.</param>
/// <param name="Questions">Handed over and not yet answered (ت-١).</param>
/// <param name="ToTell">Whose reply date moved and who was not told.</param>
public sealed record DayView(DayGroup Overdue, DayGroup Today, DayGroup Next, DayGroup Reminders, int Waiting, int Questions, int ToTell);

/// <summary>The first of the requests of one kind.</summary>
/// <param name="HasMore">There are more in the list of this view.</param>
public sealed record DayGroup(RequestView View, IReadOnlyList<RequestRow> Rows, bool HasMore);

/// <summary>«يومي»: read from the very lists it links to, so it shows nobody more than they do.</summary>
public sealed class DayQueries(RequestQueries requests, ReceptionQueries reception, VisitQueries visits, DueNoticeQueries notices)
{
    /// <summary>More of a kind than these stand in its list.</summary>
    public const int Shown = 6;

    public async Task<DayView> ReadAsync(Act act, CancellationToken cancel)
    {
        var soon = await requests.PageAsync(act, RequestView.DueSoon, Asked(2 * Shown), cancel);
        // Today's come first in this list; when they alone fill it, it is they that go on.
        var today = soon.Rows.Where(r => r.DaysLeft <= 0).ToList();
        var next = soon.Rows.Where(r => r.DaysLeft > 0).ToList();
        var isFullOfToday = soon.NextCursor is not null && next.Count == 0;
        return new DayView(
            await GroupAsync(act, RequestView.Overdue, cancel),
            new DayGroup(RequestView.DueSoon, today[..Math.Min(Shown, today.Count)], isFullOfToday || today.Count > Shown),
            new DayGroup(RequestView.DueSoon, next[..Math.Min(Shown, next.Count)], soon.NextCursor is not null || next.Count > Shown),
            await GroupAsync(act, RequestView.ReminderDue, cancel),
            (await reception.NowAsync(act, take: 1, cancel)).WaitingCount,
            (await visits.QuestionsAsync(act, new PageQuery { Size = 1 }, cancel)).ApproximateTotal ?? 0,
            await notices.CountAsync(act, cancel));
    }

    private async Task<DayGroup> GroupAsync(Act act, RequestView view, CancellationToken cancel)
    {
        var page = await requests.PageAsync(act, view, Asked(Shown), cancel);
        return new DayGroup(view, page.Rows, page.NextCursor is not null);
    }

    private static PageQuery Asked(int size) => new() { Size = size, Counted = false };
}
