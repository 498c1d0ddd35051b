using System.Runtime.CompilerServices;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake;

/// <summary>
/// When the calendar changes, the due dates of requests that await their reply follow, each with its audit entry and somebody to be told (ت-٦; DOMAIN.md §4, 5).
/// A batch at a time along the index of open requests: never all of them in memory, never those of the archive.
/// </summary>
internal sealed class DueDateFollower(IStringLocalizer<IntakeText> words, RequestNotices told) : ICalendarFollower
{
    internal const int Batch = 500;

    /// <summary>Digits of a telephone number a preview shows.</summary>
    private const int Tail = 3;

    public string ToTellHref => RequestLinks.ToTell;

    public async IAsyncEnumerable<CalendarMove> ForeseeAsync(
        CaseDbContext db, Act act, WorkingDayCalendar calendar, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var batch in MovingAsync(db, act, calendar, cancel))
        {
            foreach (var move in batch)
                yield return move;
        }
    }

    public async IAsyncEnumerable<CalendarMove> FollowAsync(
        CaseDbContext db, Act act, WorkingDayCalendar calendar, string cause, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var batch in MovingAsync(db, act, calendar, cancel))
        {
            await MoveAsync(db, act, calendar, cause, [.. batch.Select(m => m.RecordId)], cancel);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            foreach (var move in batch)
                yield return move;
        }
    }

    public async Task<IReadOnlyList<MovedRecord>> DescribeAsync(CaseDbContext db, Act act, IReadOnlyList<CalendarMove> moves, CancellationToken cancel)
    {
        var ids = moves.Select(m => m.RecordId).ToList();
        var (requests, people) = (db.ServiceRequests.AsNoTracking(), db.Beneficiaries.AsNoTracking());
        var rows = await (from r in requests
                          join b in people on r.BeneficiaryId equals b.Id
                          where EF.Parameter(ids).Contains(r.Id)
                          select new { r.Id, r.Number, Name = b.FirstName + " " + b.FamilyName, r.AgreedContact }).ToDictionaryAsync(r => r.Id, cancel);
        // Who edits the calendar need not know people's files: a number says enough then.
        var seesPeople = act.Actor.ReachOf(IntakeModule.ViewPermission) == Reach.All;
        return [.. moves.Select(m => (Move: m, Row: rows[m.RecordId])).Select(x => new MovedRecord(
            x.Row.Number, seesPeople ? x.Row.Name : null, x.Move.TellBy, seesPeople ? Masked(x.Row.AgreedContact) : null, x.Move.From, x.Move.To))];
    }

    /// <summary>Loads and moves one batch; the reckoning is the request's own.</summary>
    private async Task MoveAsync(CaseDbContext db, Act act, WorkingDayCalendar calendar, string cause, List<Guid> ids, CancellationToken cancel)
    {
        var (requestSet, noticeSet) = (db.ServiceRequests, db.DueNotices);
        var requests = await requestSet.Where(r => EF.Parameter(ids).Contains(r.Id)).ToListAsync(cancel);
        var open = await noticeSet.Where(n => EF.Parameter(ids).Contains(n.RequestId) && n.OpenOrder != null).ToDictionaryAsync(n => n.RequestId, cancel);
        var moved = new List<(ServiceRequest, DueNotice)>();
        foreach (var request in requests.OrderBy(r => r.DueOrder))
        {
            var known = request.DueOn!.Value;
            if (!request.Reckon(calendar, act.On))
                continue;
            if (open.TryGetValue(request.Id, out var notice))
                notice.Follow(request, cause);
            else
                db.Add(notice = new DueNotice(request, known, cause));
            moved.Add((request, notice));
            db.Record(act, "intake.request.duemoved", request, request.Number, "ت-6");
        }

        await told.MovedAsync(db, act, moved, cancel);
    }

    private async IAsyncEnumerable<IReadOnlyList<CalendarMove>> MovingAsync(
        CaseDbContext db, Act act, WorkingDayCalendar calendar, [EnumeratorCancellation] CancellationToken cancel)
    {
        var last = long.MinValue;
        while (true)
        {
            var from = last;
            var batch = await db.ServiceRequests.AsNoTracking().Where(r => r.DueOrder > from).OrderBy(r => r.DueOrder).Take(Batch)
                .Select(r => new { r.Id, r.DueOrder, r.CompletedOn, r.DueOn, r.AgreedChannel }).ToListAsync(cancel);
            if (batch.Count == 0)
                yield break;
            last = batch[^1].DueOrder!.Value;
            CalendarMove[] moves =
                [.. from r in batch
                    let to = ReplyPeriod.DueOnAfterChange(calendar, r.CompletedOn!.Value, r.DueOn!.Value, act.On)
                    where to != r.DueOn
                    select new CalendarMove(r.Id, r.DueOn!.Value, to, r.AgreedChannel is { } channel ? words.Word(channel) : null)];
            if (moves.Length > 0)
                yield return moves;
            // What moved to a later day comes by once more, and moves no further.
        }
    }

    private static string? Masked(string? contact) => contact switch
    {
        null or "" => null,
        _ when contact.Contains('@', StringComparison.Ordinal) => $"{contact[0]}•••{contact[contact.IndexOf('@', StringComparison.Ordinal)..]}",
        { Length: > Tail } when contact.All(c => char.IsAsciiDigit(c) || c == '+') => $"•••{contact[^Tail..]}",
        _ => "•••",
    };
}
