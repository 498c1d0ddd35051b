using Mabarra.CaseManager.Staff.Web;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>What one browser may cost, read back (RELIABILITY.md §4.1).</summary>
public sealed class CircuitLimitsTests
{
    [Fact]
    public void Circuits_are_limited_and_tell_no_details()
    {
        var options = new CircuitOptions { DetailedErrors = true };
        CircuitLimits.Apply(options);
        Assert.False(options.DetailedErrors);
        Assert.Equal(100, options.DisconnectedCircuitMaxRetained);
        Assert.Equal(TimeSpan.FromMinutes(3), options.DisconnectedCircuitRetentionPeriod);
        Assert.Equal(TimeSpan.FromSeconds(20), options.JSInteropDefaultCallTimeout);
        Assert.Equal(10, options.MaxBufferedUnacknowledgedRenderBatches);
        Assert.Equal(200, options.PersistedCircuitInMemoryMaxRetained);
        Assert.Equal(TimeSpan.FromHours(2), options.PersistedCircuitInMemoryRetentionPeriod);
        Assert.InRange(options.RootComponents.MaxJSRootComponents, 0, 10);
    }

    [Fact]
    public void Messages_are_small_and_one_at_a_time()
    {
        var options = new HubOptions();
        CircuitLimits.Apply(options);
        Assert.Equal(32 * 1024, options.MaximumReceiveMessageSize);
        Assert.Equal(1, options.MaximumParallelInvocationsPerClient);
    }

    [Fact]
    public void Sockets_are_not_compressed_and_nobody_frames_us()
    {
        var options = new ServerComponentsEndpointOptions();
        CircuitLimits.Apply(options);
        Assert.True(options.DisableWebSocketCompression);
        Assert.Equal("'none'", options.ContentSecurityFrameAncestorsPolicy);
    }
}
