using Mabarra.CaseManager.Contacts.Sending;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>By which way a notice goes: the agreed one (ت-٥), or where that is off or impossible, the nearest a person can do.</summary>
internal static class NoticeRouting
{
    public static NoticeTarget Of(NewNotice news, NoticePerson person, NoticeWays on)
    {
        var contact = string.IsNullOrWhiteSpace(news.Contact) ? null : news.Contact;
        return news.Channel switch
        {
            Channel.Email when on.Mail && (contact ?? person.Email) is { } address && EmailText.Check(address).IsOk => new(NoticeRoute.Email, address, person.Name),
            Channel.Correspondence => new(NoticeRoute.Letter, contact, person.Name),
            Channel.Fax => new(NoticeRoute.Fax, contact, person.Name),
            // A decision must be proven to have arrived, and a page proves nothing.
            Channel.Website when news.Kind != NoticeKind.Decision => new(NoticeRoute.Website, ContactsLinks.Track, person.Name),
            Channel.InPerson => new(NoticeRoute.Desk, person.Mobile, person.Name),
            Channel.Phone => ByNumber(news.Kind, contact ?? person.Mobile, person, on),
            _ => ByNumber(news.Kind, person.Mobile, person, on),
        };
    }

    /// <summary>A decision is told by voice: only an answered call counts (أ-٣). Everything else may be a short message where there is a gateway.</summary>
    private static NoticeTarget ByNumber(NoticeKind kind, string number, NoticePerson person, NoticeWays on)
    {
        if (kind == NoticeKind.Decision)
            return new(NoticeRoute.Call, number, person.Name);
        foreach (var gateway in new[] { on.Sms, on.WhatsApp }.OfType<Gateway>())
        {
            if (MobileOf(number, gateway.SendsAbroad) is { } mobile)
                return new(gateway.Route, mobile, person.Name);
        }

        return new(NoticeRoute.Call, number, person.Name);
    }

    /// <summary>+9665xxxxxxxx; a number of another country as it is, where the gateway sends there; null for one no message reaches.</summary>
    private static string? MobileOf(string number, bool abroad)
    {
        var mobile = SaudiPhone.CheckMobile(number);
        if (mobile.IsOk)
            return SaudiPhone.ToE164(mobile.Value);
        var digits = Invisible.Compact(number);
        var isAbroad = digits.Length is > 8 and < 17 && digits[0] == '+' && !digits.StartsWith("+966", StringComparison.Ordinal) && digits.Skip(1).All(char.IsAsciiDigit);
        return abroad && isAbroad ? digits : null;
    }
}
