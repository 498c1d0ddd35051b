using System.Globalization;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>What each of the association's details must look like (DOMAIN.md part 2, OrganizationProfile).</summary>
internal static partial class AssociationChecks
{
    private const int LongestName = 120;
    private const int LongestLine = 160;

    /// <returns>The cleaned values by field; what is empty is an empty text.</returns>
    public static Dictionary<string, string> Clean(AssociationForm form)
    {
        var check = new FieldChecks();
        var values = AssociationField.All.ToDictionary(f => f.Name, f => Clean(check, f.Name, form[f.Name]) ?? "", StringComparer.Ordinal);
        var (opens, closes) = (values[nameof(AssociationProfile.OpensAt)], values[nameof(AssociationProfile.ClosesAt)]);
        check.That((opens.Length == 0) == (closes.Length == 0), "settings.association.hours", nameof(AssociationProfile.ClosesAt));
        check.That(opens.Length == 0 || closes.Length == 0 || string.CompareOrdinal(opens, closes) < 0, "settings.association.hours", nameof(AssociationProfile.ClosesAt));
        check.ThrowIfAny();
        return values;
    }

    private static string? Clean(FieldChecks check, string field, string? typed) => field switch
    {
        nameof(AssociationProfile.Name) => check.Line(typed, field, LongestName, min: 2),
        nameof(AssociationProfile.LicenceNumber) => check.Required(typed, field, t => Fits(t, Licence(), "settings.association.licence")),
        nameof(AssociationProfile.UnifiedNumber) => check.Optional(typed, field, t => Fits(t, Unified(), "settings.association.unified")),
        nameof(AssociationProfile.Phone) or nameof(AssociationProfile.Fax) => check.Optional(typed, field, SaudiPhone.Check),
        nameof(AssociationProfile.Email) => check.Optional(typed, field, EmailText.Check),
        nameof(AssociationProfile.Website) => check.Optional(typed, field, t => Fits(Bare(t), Site(), "settings.association.site")),
        nameof(AssociationProfile.SocialHandle) => check.Optional(typed, field, t => Fits(t?.Trim().TrimStart('@'), Handle(), "settings.association.handle")),
        nameof(AssociationProfile.OpensAt) or nameof(AssociationProfile.ClosesAt) => check.Optional(typed, field, Time),
        nameof(AssociationProfile.Colour) => check.Optional(typed, field, Colour),
        _ => check.OptionalLine(typed, field, LongestLine),
    };

    private static Checked<string> Fits(string? typed, Regex shape, string code)
    {
        var text = Digits.ToLatin(typed?.Trim() ?? "");
        return shape.IsMatch(text) ? text : new Refusal(code);
    }

    /// <summary>As people paste it from the address bar.</summary>
    private static string Bare(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return text[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd('/');
    }

    private static Checked<string> Time(string? typed) =>
        TimeOnly.TryParseExact(Digits.ToLatin(typed?.Trim() ?? ""), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : new Refusal("settings.association.time");

    /// <summary>Buttons and links bear it as text or under text: unreadable colours are refused.</summary>
    private static Checked<string> Colour(string? typed)
    {
        var colour = typed?.Trim().ToLowerInvariant() ?? "";
        if (!Contrast.IsColour(colour))
            return new Refusal("settings.association.colour");
        var ratio = Contrast.Between(colour, Contrast.LightGround);
        return ratio >= Contrast.Text ? colour : new Refusal("settings.association.contrast", ratio.ToString("0.0", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\A[0-9]{1,6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Licence();

    [GeneratedRegex(@"\A7[0-9]{9}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Unified();

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,20}(/[A-Za-z0-9._~/-]{0,80})?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Site();

    [GeneratedRegex(@"\A[A-Za-z0-9_.]{2,30}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Handle();
}
