using System.Globalization;
using Mabarra.CaseManager.Contacts;

namespace Mabarra.CaseManager.Intake;

/// <summary>Addresses of requests.</summary>
public static class RequestLinks
{
    public const string List = "/requests";
    public const string Board = "/board";

    /// <summary>Whose reply date moved and who has not been told yet.</summary>
    public const string ToTell = "/requests/to-tell";
    public const string NewPage = "/requests/new";

    /// <summary>Papers noted late (R5).</summary>
    public const string BackCheck = "/requests/back-check";

    public const string Services = "/settings/services";

    /// <summary>Where a beneficiary follows her request, without an account.</summary>
    public const string Track = ContactsLinks.Track;
    public const string TrackCheck = "/track/check";
    public const string TrackLeave = "/track/leave";

    /// <summary>As the square code on her paper leads there.</summary>
    public static string TrackWith(string number, string code) => $"{Track}?number={Uri.EscapeDataString(number)}&code={Uri.EscapeDataString(code)}";

    public static string View(RequestView view) => $"{List}?view={view}";

    /// <param name="filters">As <see cref="RequestFilter"/> names them.</param>
    public static string View(RequestView view, IReadOnlyDictionary<string, string> filters) =>
        filters.Aggregate(View(view), (address, filter) => $"{address}&{filter.Key}={Uri.EscapeDataString(filter.Value)}");

    public static string Open(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static string Service(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Services}/{id}");

    /// <summary>The same again for the same person.</summary>
    public static string Repeat(Guid source, Guid beneficiary) => string.Create(CultureInfo.InvariantCulture, $"{NewPage}?beneficiary={beneficiary}&source={source}");

    /// <summary>The same for somebody else, who is then chosen.</summary>
    public static string Copy(Guid source) => string.Create(CultureInfo.InvariantCulture, $"{NewPage}?source={source}");

    public static string New(Guid? beneficiary = null, Guid? visit = null)
    {
        var parts = new List<string>();
        if (beneficiary is { } b)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"beneficiary={b}"));
        if (visit is { } v)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"visit={v}"));
        return parts.Count == 0 ? NewPage : $"{NewPage}?{string.Join('&', parts)}";
    }

    /// <summary>A service's empty form (ب-٥).</summary>
    public static string BlankForm(Guid service) => string.Create(CultureInfo.InvariantCulture, $"/services/{service}/blank-form");

    /// <summary>Issues the paper, or finds the one issued last, and shows it.</summary>
    /// <param name="paper">sheet, form, slip, deficiency or moved.</param>
    public static string Print(Guid id, string paper) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}/print/{paper}");
}
