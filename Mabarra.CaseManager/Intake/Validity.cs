namespace Mabarra.CaseManager.Intake;

/// <summary>How a received paper stands with its dates.</summary>
public enum ValidityState
{
    /// <summary>Nothing limits it, or it is good beyond the due date.</summary>
    Good,

    /// <summary>Good today, over before the reply is due.</summary>
    EndsBeforeReply,

    Expired,
}

/// <summary>Until when papers are good: the date printed on them, or their greatest age, whichever comes first.</summary>
public static class Validity
{
    /// <summary>The last day the paper is good; null when nothing limits it.</summary>
    public static DateOnly? LastDay(RequestItem item) =>
        item.Status == ItemStatus.Received ? LastDay(item.ExpiresOn, item.IssuedOn, item.MaxAgeDays) : null;

    internal static DateOnly? LastDay(DateOnly? expiresOn, DateOnly? issuedOn, int? maxAgeDays)
    {
        var aged = maxAgeDays is { } days ? issuedOn?.AddDays(days) : null;
        return expiresOn is { } printed && aged is { } old ? (printed < old ? printed : old) : expiresOn ?? aged;
    }

    /// <param name="day">The day it is looked at: today, or the day the request became complete.</param>
    /// <param name="replyBy">The due date, or the one it would have if it were complete today.</param>
    public static ValidityState StateOf(RequestItem item, DateOnly day, DateOnly? replyBy) => LastDay(item) switch
    {
        { } last when last < day => ValidityState.Expired,
        { } last when last < replyBy => ValidityState.EndsBeforeReply,
        _ => ValidityState.Good,
    };
}
