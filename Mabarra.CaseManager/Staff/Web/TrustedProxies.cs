using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>Who may say for whom a request comes (B41). Nobody, unless <c>Proxies:Trusted</c> names addresses or networks (<c>10.0.0.5;10.1.0.0/16</c>).</summary>
internal static class TrustedProxies
{
    public static void Apply(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        var trusted = (configuration["Proxies:Trusted"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var one in trusted)
        {
            if (one.Contains('/', StringComparison.Ordinal))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one));
            else
                options.KnownProxies.Add(IPAddress.Parse(one));
        }
        // Never the host: links come from the configuration. With no proxy named, nothing is read at all: empty lists would mean "trust everybody".
        options.ForwardedHeaders = trusted.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    }
}
