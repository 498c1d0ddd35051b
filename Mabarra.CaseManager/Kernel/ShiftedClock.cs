using System.Globalization;

namespace Mabarra.CaseManager.Kernel;

/// <summary>
/// A clock that was set to another day and runs on from there, for training and tests (<c>Clock:Start</c>, an ISO instant).
/// Never in Production: dates are promises to people there.
/// </summary>
public sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    /// <exception cref="InvalidOperationException">Production names a start, or the start is no instant.</exception>
    public static TimeProvider For(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Clock:Start"] is not { Length: > 0 } text)
            return System;
        if (!environment.IsDevelopment() && !environment.IsEnvironment("Testing"))
            throw new InvalidOperationException("Clock:Start is for Development and Testing only; remove it from the configuration.");
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? new ShiftedClock(start)
            : throw new InvalidOperationException($"Clock:Start is no instant: {text}. Write it as 2026-11-23T08:00:00Z.");
    }
}
