using PhoneNumbers;

namespace Mabarra.CaseManager.Kernel;

/// <summary>What a Saudi number reaches.</summary>
public enum PhoneKind
{
    /// <summary>05xxxxxxxx, whoever the operator: prefixes are not whitelisted, for new ones come.</summary>
    Mobile,

    /// <summary>01[123467]xxxxxxx: telephones and fax machines.</summary>
    Landline,

    /// <summary>9200xxxxx.</summary>
    Unified,

    /// <summary>800xxxxxxx.</summary>
    TollFree,
}

/// <summary>Saudi telephone numbers in the one form we store: as dialled inside the Kingdom (DOMAIN.md §2.1).</summary>
public static class SaudiPhone
{
    /// <summary>Digits of a mobile as stored.</summary>
    public const int MobileLength = 10;

    private const int CountryCode = 966;
    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    /// <summary>05xxxxxxxx. Takes 5…, 966…, +966…, 00966…, spaces, hyphens, brackets and any keyboard's digits.</summary>
    public static Checked<string> CheckMobile(string? input)
    {
        var phone = Check(input);
        return phone.IsOk && KindOf(phone.Value) != PhoneKind.Mobile ? new Refusal("kernel.phone.mobile") : phone;
    }

    /// <summary>A number of any kind.</summary>
    public static Checked<string> Check(string? input)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        var typed = input!.Length > 100 ? "" : string.Concat(Invisible.Compact(input).Where(c => c is not ('(' or ')' or '.' or '/')));
        if (!Digits.AreLatin(typed.AsSpan(typed.StartsWith('+') ? 1 : 0)))
            return new Refusal("kernel.phone.characters");
        return Parse(typed) is { } national && KindOf(national) is not null ? national : new Refusal("kernel.phone.saudi");
    }

    /// <summary>What a stored number reaches; null when it is none of ours.</summary>
    public static PhoneKind? KindOf(string phone)
    {
        if (!Digits.AreLatin(phone))
            return null;
        return phone switch
        {
            ['0', '5', ..] when phone.Length == MobileLength => PhoneKind.Mobile,
            ['0', '1', '1' or '2' or '3' or '4' or '6' or '7', ..] when phone.Length == 10 => PhoneKind.Landline,
            ['9', '2', '0', '0', ..] when phone.Length == 9 => PhoneKind.Unified,
            ['8', '0', '0', ..] when phone.Length == 10 => PhoneKind.TollFree,
            _ => null,
        };
    }

    /// <summary>+9665xxxxxxxx, for senders of messages.</summary>
    public static string ToE164(string phone) => "+966" + (phone.StartsWith('0') ? phone[1..] : phone);

    /// <summary>055 516 2333: in groups, for reading out.</summary>
    public static string InGroups(string phone) => phone.Length == 10 ? $"{phone[..3]} {phone[3..6]} {phone[6..]}" : phone;

    private static string? Parse(string typed)
    {
        try
        {
            var number = Util.Parse(typed, "SA");
            if (number.CountryCode != CountryCode)
                return null;
            var national = Util.GetNationalSignificantNumber(number);
            return national[0] is '5' or '1' ? "0" + national : national;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
