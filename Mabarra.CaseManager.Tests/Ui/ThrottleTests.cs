using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Time.Testing;

namespace Mabarra.CaseManager.Tests.Ui;

public sealed class ThrottleTests
{
    [Fact]
    public void Many_askings_within_the_gap_are_one_run_and_later_ones_another()
    {
        var clock = new FakeTimeProvider();
        var runs = 0;
        using var throttle = new Throttle(clock, TimeSpan.FromSeconds(2), () => runs++);
        throttle.Ask();
        clock.Advance(TimeSpan.FromSeconds(1));
        throttle.Ask();
        Assert.Equal(0, runs);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, runs);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(1, runs);
        throttle.Ask();
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, runs);
    }
}
