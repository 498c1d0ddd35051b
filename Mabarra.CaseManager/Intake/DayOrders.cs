namespace Mabarra.CaseManager.Intake;

/// <summary>A day and a number of that day in one number that orders by both.</summary>
internal static class DayOrders
{
    private const int Bits = 20;

    public static long Of(DateOnly day, long slip) => First(day) | slip;

    /// <summary>Below every number of this day, above every one of the day before.</summary>
    public static long First(DateOnly day) => (long)day.DayNumber << Bits;

    public static long SlipOf(long order) => order & ((1L << Bits) - 1);
}
