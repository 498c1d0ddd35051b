using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>How the connection to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS after the greeting; refused without it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Plain: for a server on the same machine only.</summary>
    None,
}

/// <summary>A way out of the app: the mail server, the SMS gateway, the WhatsApp adapter. Off until somebody sets it up and turns it on.</summary>
public sealed class Gateway : CaseEntity, IAudited
{
    private Gateway()
    {
    }

    internal Gateway(NoticeRoute route) => Route = route;

    /// <summary>One row a route.</summary>
    public NoticeRoute Route { get; private init; }

    public bool IsOn { get; private set; }

    /// <summary>Host name of the mail server, or address of the gateway.</summary>
    public string Address { get; private set; } = "";

    public int? Port { get; private set; }

    public MailSecurity Security { get; private set; }

    public string? UserName { get; private set; }

    /// <summary>Password or token, sealed; never shown again.</summary>
    [PrivateValue]
    public byte[]? SecretSealed { get; private set; }

    /// <summary>E-mail address or sender's name messages come from.</summary>
    public string Sender { get; private set; } = "";

    /// <summary>Messages to numbers of other countries are sent; otherwise somebody calls.</summary>
    public bool SendsAbroad { get; private set; }

    public DateTime? TestedAt { get; private set; }

    /// <summary>What the last test said; null when all was well.</summary>
    public string? TestFailure { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    public bool HasSecret => SecretSealed is not null;

    internal void Set(GatewayData data)
    {
        (IsOn, Address, Port, Security) = (data.IsOn, data.Address, data.Port, data.Security);
        (UserName, Sender, SendsAbroad) = (data.UserName, data.Sender, data.SendsAbroad);
    }

    internal void SetSecret(byte[]? secret) => SecretSealed = secret;

    internal void NoteTest(DateTime at, string? failure) => (TestedAt, TestFailure) = (at, failure);
}

/// <summary>Checked settings of a gateway.</summary>
internal sealed record GatewayData(bool IsOn, string Address, int? Port, MailSecurity Security, string? UserName, string Sender, bool SendsAbroad);
