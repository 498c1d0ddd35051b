using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>What one browser may cost the server (RELIABILITY.md §4.1, §4.8).</summary>
public static class CircuitLimits
{
    public static void Apply(CircuitOptions options)
    {
        options.DetailedErrors = false;
        options.DisconnectedCircuitMaxRetained = 100;
        options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
        options.MaxBufferedUnacknowledgedRenderBatches = 10;
        options.PersistedCircuitInMemoryMaxRetained = 200;
        options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromHours(2);
        options.RootComponents.MaxJSRootComponents = 10;
    }

    public static void Apply(HubOptions options)
    {
        options.MaximumReceiveMessageSize = 32 * 1024;
        options.MaximumParallelInvocationsPerClient = 1;
    }

    /// <summary>Compression would tell lengths of what is secret beside what an attacker wrote; and nobody frames us.</summary>
    public static void Apply(ServerComponentsEndpointOptions options)
    {
        options.DisableWebSocketCompression = true;
        options.ContentSecurityFrameAncestorsPolicy = "'none'";
    }
}
