namespace Mabarra.CaseManager.Kernel;

/// <summary>The association's clock: Asia/Riyadh, +03:00 all year (no daylight saving), whatever the host is set to.</summary>
public static class RiyadhTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(3);

    /// <summary>The Riyadh calendar day an instant falls on.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>The Riyadh wall-clock reading of an instant.</summary>
    public static DateTime WallClock(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The instant of a Riyadh wall-clock reading, UTC.</summary>
    public static DateTime ToUtc(DateTime wallClock) => DateTime.SpecifyKind(wallClock - Offset, DateTimeKind.Utc);

    extension(TimeProvider clock)
    {
        /// <summary>Now, UTC, to the microsecond both databases keep.</summary>
        public DateTime Now
        {
            get
            {
                var now = clock.GetUtcNow().UtcDateTime;
                return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
            }
        }

        /// <summary>Today's date in Riyadh.</summary>
        public DateOnly Today => DayOf(clock.GetUtcNow().UtcDateTime);
    }
}
