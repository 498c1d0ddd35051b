using System.Globalization;

namespace Mabarra.CaseManager.Contacts;

/// <summary>Addresses of contacts.</summary>
public static class ContactsLinks
{
    public const string Notices = "/notices";
    public const string Channels = "/channels";

    /// <summary>Where a beneficiary reads how her request stands (أ-٥).</summary>
    public const string Track = "/track";

    public const string Gateways = "/settings/sending";

    /// <summary>Only what somebody has to do something about.</summary>
    public const string ToDo = Notices + "?view=ToDo";

    public static string Notice(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Notices}/{id}");

    public static string Print(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Notices}/{id}/print");

    /// <summary>The record a notice is about, by the name of its kind: the module is above this one.</summary>
    public static string? Record(string type, Guid id) => type switch
    {
        "ServiceRequest" => string.Create(CultureInfo.InvariantCulture, $"/requests/{id}"),
        "Announcement" => string.Create(CultureInfo.InvariantCulture, $"/information/announcements/{id}"),
        "Complaint" => string.Create(CultureInfo.InvariantCulture, $"/complaints/{id}"),
        _ => null,
    };
}
