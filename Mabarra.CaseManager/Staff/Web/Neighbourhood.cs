using System.Net;
using System.Net.Sockets;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>Whom a limit counts: one address, or the /64 of IPv6 that one household or server holds whole.</summary>
public static class Neighbourhood
{
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
