namespace Mabarra.CaseManager.Kernel;

/// <summary>The days of the week that are worked, from a date on.</summary>
/// <param name="From">First day it holds; <see cref="DateOnly.MinValue"/> for "always has".</param>
public sealed record WorkWeek(DateOnly From, IReadOnlySet<DayOfWeek> Days)
{
    /// <summary>Sunday to Thursday; Friday and Saturday are rest days.</summary>
    public static WorkWeek Default { get; } = new(DateOnly.MinValue, new HashSet<DayOfWeek>
    {
        DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday,
    });
}

/// <summary>A day on which nobody works: a public holiday, its compensation, an emergency closure.</summary>
/// <param name="IsProvisional">Expected from the calendar, not yet confirmed by a circular.</param>
public sealed record Closure(DateOnly On, string Name, bool IsProvisional = false);

/// <summary>What a day is in the explanation of a due date.</summary>
public enum DayKind
{
    /// <summary>Day 0, the day the request was completed: never counted.</summary>
    Completion,
    Counted,
    WeeklyRest,
    Holiday,
}

/// <summary>One day of the explanation.</summary>
/// <param name="Number">1…n for a counted day, 0 for the day of completion, null for a skipped one.</param>
/// <param name="Closure">The holiday on that day, if there is one.</param>
public sealed record ExplainedDay(DateOnly On, DayKind Kind, int? Number, Closure? Closure);
