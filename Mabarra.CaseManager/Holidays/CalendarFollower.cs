using System.Security.Cryptography;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Holidays;

/// <summary>A record whose due date a change of the calendar moves.</summary>
/// <param name="TellBy">How the person concerned is reached, in the page's language; null when nothing was agreed.</param>
public sealed record CalendarMove(Guid RecordId, DateOnly From, DateOnly To, string? TellBy);

/// <summary>A moved record as the preview names it.</summary>
/// <param name="Person">Only for whoever may see people's files; null otherwise.</param>
/// <param name="Contact">Masked.</param>
public sealed record MovedRecord(string Number, string? Person, string? TellBy, string? Contact, DateOnly From, DateOnly To);

/// <summary>What must follow when the calendar changes: a higher module recomputes its open due dates, a batch at a time.</summary>
public interface ICalendarFollower
{
    /// <summary>Where those stand who must be told of a new date; null when nobody is.</summary>
    string? ToTellHref => null;

    /// <summary>What would move. Reads only; the calendar is the one that would hold.</summary>
    IAsyncEnumerable<CalendarMove> ForeseeAsync(CaseDbContext db, Act act, WorkingDayCalendar calendar, CancellationToken cancel);

    /// <summary>Moves it, in the transaction of the change, in the order of <see cref="ForeseeAsync"/>. Saves as it goes and lets go of what it has saved.</summary>
    /// <param name="cause">Name of the closure, for the notices.</param>
    IAsyncEnumerable<CalendarMove> FollowAsync(CaseDbContext db, Act act, WorkingDayCalendar calendar, string cause, CancellationToken cancel);

    /// <summary>Words for a few of the moves.</summary>
    Task<IReadOnlyList<MovedRecord>> DescribeAsync(CaseDbContext db, Act act, IReadOnlyList<CalendarMove> moves, CancellationToken cancel);
}

/// <summary>Counts moves as they pass, without keeping them: the same moves in the same order give the same fingerprint.</summary>
internal sealed class MoveTally(int keep = 0) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<(DateOnly From, DateOnly To), int> days = [];
    private readonly Dictionary<string, int> channels = new(StringComparer.Ordinal);
    private readonly List<CalendarMove> first = [];

    public int Count { get; private set; }

    public IReadOnlyList<CalendarMove> First => first;

    public IReadOnlyList<MoveGroup> Days => [.. days.OrderBy(d => d.Key).Select(d => new MoveGroup(d.Key.From, d.Key.To, d.Value))];

    public IReadOnlyList<TellGroup> Channels => [.. channels.OrderByDescending(c => c.Value).Select(c => new TellGroup(c.Key.Length == 0 ? null : c.Key, c.Value))];

    public void Add(CalendarMove move)
    {
        Count++;
        hash.AppendData(move.RecordId.ToByteArray());
        hash.AppendData(BitConverter.GetBytes(move.From.DayNumber));
        hash.AppendData(BitConverter.GetBytes(move.To.DayNumber));
        days[(move.From, move.To)] = days.GetValueOrDefault((move.From, move.To)) + 1;
        channels[move.TellBy ?? ""] = channels.GetValueOrDefault(move.TellBy ?? "") + 1;
        if (first.Count < keep)
            first.Add(move);
    }

    public string Fingerprint() => Convert.ToHexString(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();
}

/// <summary>So many records move from one day to another.</summary>
public sealed record MoveGroup(DateOnly From, DateOnly To, int Count);

/// <summary>So many people are reached one way; null: nothing agreed.</summary>
public sealed record TellGroup(string? TellBy, int Count);
