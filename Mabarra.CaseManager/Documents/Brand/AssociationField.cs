using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Documents;

/// <summary>One detail of the association, its stored setting, and how both come together.</summary>
/// <param name="Name">Of the property of <see cref="AssociationProfile"/>, of the form's field and of its words.</param>
public sealed record AssociationField(string Name, string Key, Func<AssociationProfile, string?> Get, Action<AssociationProfile, string?> Set, bool Required = false)
{
    public const string LogoKey = AssociationProfile.Group + "logo";

    public static IReadOnlyList<AssociationField> All { get; } =
    [
        new(nameof(AssociationProfile.Name), Setting.AssociationName, p => p.Name, (p, v) => p.Name = v!, Required: true),
        new(nameof(AssociationProfile.NameEn), KeyOf("nameEn"), p => p.NameEn, (p, v) => p.NameEn = v),
        new(nameof(AssociationProfile.LicenceNumber), KeyOf("licence"), p => p.LicenceNumber, (p, v) => p.LicenceNumber = v!, Required: true),
        new(nameof(AssociationProfile.SupervisedBy), KeyOf("supervisor"), p => p.SupervisedBy, (p, v) => p.SupervisedBy = v),
        new(nameof(AssociationProfile.UnifiedNumber), KeyOf("unified"), p => p.UnifiedNumber, (p, v) => p.UnifiedNumber = v),
        new(nameof(AssociationProfile.Phone), KeyOf("phone"), p => p.Phone, (p, v) => p.Phone = v),
        new(nameof(AssociationProfile.Fax), KeyOf("fax"), p => p.Fax, (p, v) => p.Fax = v),
        new(nameof(AssociationProfile.Email), KeyOf("email"), p => p.Email, (p, v) => p.Email = v),
        new(nameof(AssociationProfile.Website), KeyOf("website"), p => p.Website, (p, v) => p.Website = v),
        new(nameof(AssociationProfile.SocialHandle), KeyOf("social"), p => p.SocialHandle, (p, v) => p.SocialHandle = v),
        new(nameof(AssociationProfile.Address), KeyOf("address"), p => p.Address, (p, v) => p.Address = v),
        new(nameof(AssociationProfile.OpensAt), KeyOf("opens"), p => p.OpensAt, (p, v) => p.OpensAt = v),
        new(nameof(AssociationProfile.ClosesAt), KeyOf("closes"), p => p.ClosesAt, (p, v) => p.ClosesAt = v),
        new(nameof(AssociationProfile.RamadanHours), KeyOf("ramadan"), p => p.RamadanHours, (p, v) => p.RamadanHours = v),
        new(nameof(AssociationProfile.Colour), KeyOf("colour"), p => p.Colour, (p, v) => p.Colour = v),
    ];

    private static string KeyOf(string part) => AssociationProfile.Group + part;
}
