using System.Globalization;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Contacts.Notices;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>Settings of a way out, as typed.</summary>
public sealed record GatewayForm
{
    public bool IsOn { get; set; }

    public string? Address { get; set; }

    public string? Port { get; set; }

    public MailSecurity Security { get; set; }

    public string? UserName { get; set; }

    /// <summary>Left empty, the stored one stays.</summary>
    public string? Secret { get; set; }

    public bool ForgetSecret { get; set; }

    public string? Sender { get; set; }

    public bool SendsAbroad { get; set; }

    public static GatewayForm Of(Gateway gateway) => new()
    {
        IsOn = gateway.IsOn,
        Address = gateway.Address,
        Port = gateway.Port?.ToString(CultureInfo.InvariantCulture),
        Security = gateway.Security,
        UserName = gateway.UserName,
        Sender = gateway.Sender,
        SendsAbroad = gateway.SendsAbroad,
    };
}

/// <summary>What a server's address and its fellows must look like.</summary>
internal static partial class GatewayChecks
{
    private const int LongestSecret = 400;
    private const int LongestSender = 40;

    public static GatewayData Clean(NoticeRoute route, GatewayForm form)
    {
        var check = new FieldChecks();
        var isMail = route == NoticeRoute.Email;
        var address = check.Required(form.Address, nameof(form.Address), isMail ? Host : Url);
        int? port = isMail ? check.Required(form.Port, nameof(form.Port), Port) : null;
        var user = isMail ? check.OptionalLine(form.UserName, nameof(form.UserName)) : null;
        var sender = isMail ? check.Required(form.Sender, nameof(form.Sender), EmailText.Check) : check.Line(form.Sender, nameof(form.Sender), LongestSender);
        check.That(form.Secret is not { Length: > LongestSecret }, "contacts.gateway.secret", nameof(form.Secret));
        check.That(!isMail || form.Security != MailSecurity.None || user is null || IsHere(address), "contacts.gateway.plain", nameof(form.Security));
        check.ThrowIfAny();
        return new GatewayData(form.IsOn, address, port, isMail ? form.Security : MailSecurity.Tls, user, sender, form.SendsAbroad);
    }

    private static Checked<string> Host(string? typed)
    {
        var host = typed?.Trim().ToLowerInvariant() ?? "";
        return HostShape().IsMatch(host) ? host : new Refusal("contacts.gateway.host");
    }

    /// <summary>Numbers and tokens go there: over TLS, or to this machine.</summary>
    private static Checked<string> Url(string? typed)
    {
        if (!Uri.TryCreate(typed?.Trim(), UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.AbsoluteUri.Length > 300)
            return new Refusal("contacts.gateway.url");
        return url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback) ? url.AbsoluteUri : new Refusal("contacts.gateway.url");
    }

    private static Checked<int> Port(string? typed) =>
        int.TryParse(Digits.ToLatin(typed?.Trim() ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : new Refusal("contacts.gateway.port");

    private static bool IsHere(string host) => host is "localhost" or "127.0.0.1" or "::1";

    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,62})\.?){1,8}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HostShape();
}
