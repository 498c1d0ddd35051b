using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace Mabarra.CaseManager.Documents;

/// <summary>Carries the reason somebody gave for opening a sensitive paper from the page to the download, sealed: what people write there must not stand in addresses, which are logged.</summary>
public sealed class OpenTickets(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Documents.OpenTickets").ToTimeLimitedDataProtector();

    /// <summary>The address that opens this document for this person for the reason in <see cref="Act.Why"/>, within five minutes.</summary>
    public string Url(Act act, Guid document, bool view = false)
    {
        var ticket = protector.Protect($"{act.Actor.Id:N}{document:N}{act.Why}", Validity);
        return string.Create(CultureInfo.InvariantCulture, $"/documents/{document}?{(view ? "view=true&" : "")}ticket={Uri.EscapeDataString(ticket)}");
    }

    /// <summary>The reason, or null when the ticket is old, another's, or for another document.</summary>
    internal string? Why(string? ticket, Guid actor, Guid document)
    {
        if (string.IsNullOrEmpty(ticket))
            return null;
        try
        {
            var plain = protector.Unprotect(ticket);
            var who = $"{actor:N}{document:N}";
            return plain.StartsWith(who, StringComparison.Ordinal) ? plain[who.Length..] : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
