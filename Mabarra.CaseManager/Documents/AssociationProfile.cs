using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// Who the papers come from and whose name stands on every page (DOMAIN.md part 2): the section <c>Association</c> of the configuration, and over it the
/// stored settings. Without either it is the seed, the association of the policy.
/// </summary>
public sealed record AssociationProfile
{
    public const string Section = "Association";

    /// <summary>What the keys of the stored settings begin with.</summary>
    public const string Group = "association.";

    private const string SeedName = "جمعية مبرة التطوعية";

    /// <summary>As on the licence.</summary>
    public string Name { get; set; } = SeedName;

    /// <summary>What English pages call it; without one they show <see cref="Name"/>. Papers are Arabic.</summary>
    public string? NameEn { get; set; }

    public string LicenceNumber { get; set; } = "1072";

    /// <summary>As on the licence.</summary>
    public string? SupervisedBy { get; set; } = "المركز الوطني لتنمية القطاع غير الربحي";

    /// <summary>الرقم الوطني الموحد.</summary>
    public string? UnifiedNumber { get; set; }

    public string? Phone { get; set; } = "0555162333";

    public string? Fax { get; set; }

    public string? Website { get; set; } = "www.mbrh.org";

    public string? Email { get; set; }

    /// <summary>Its name on social networks, without the at sign.</summary>
    public string? SocialHandle { get; set; } = "mbrh1";

    public string? Address { get; set; }

    /// <summary>Opening hours, <c>08:00</c>.</summary>
    public string? OpensAt { get; set; }

    public string? ClosesAt { get; set; }

    /// <summary>In words: they differ from year to year.</summary>
    public string? RamadanHours { get; set; }

    /// <summary>Colour of buttons, links and navigation, <c>#1F5C4D</c>; the app's own without one.</summary>
    public string? Colour { get; set; }

    /// <summary>The picture in force (<see cref="AssociationLogo"/>); the app's own mark without one.</summary>
    public Guid? LogoId { get; init; }

    /// <summary>The picture itself, only where a paper is drawn.</summary>
    public byte[]? Logo { get; init; }

    public string NameIn(CultureInfo culture) => AppCulture.IsArabic(culture) ? Name : NameEn ?? (string.Equals(Name, SeedName, StringComparison.Ordinal) ? "Mabarra Voluntary Association" : Name);

    /// <summary>The same house under the name it was given when it was set up.</summary>
    public AssociationProfile Called(string name) => this with { Name = name };

    /// <summary>The same house as the stored settings have it. A stored empty text means that it has none of this.</summary>
    public AssociationProfile With(IReadOnlyDictionary<string, string> stored)
    {
        var profile = this with { LogoId = Guid.TryParse(stored.GetValueOrDefault(AssociationField.LogoKey), out var id) ? id : null };
        foreach (var field in AssociationField.All)
        {
            if (stored.TryGetValue(field.Key, out var value) && !(field.Required && string.IsNullOrWhiteSpace(value)))
                field.Set(profile, value.Length == 0 ? null : value);
        }

        return profile;
    }

    public PdfLetterhead ToLetterhead() => new()
    {
        Association = Name,
        LicenceNumber = LicenceNumber,
        SupervisedBy = SupervisedBy,
        Logo = Logo is { } png ? new ReadOnlyMemory<byte>(png) : default(ReadOnlyMemory<byte>?),
        Phone = Phone,
        Fax = Fax,
        Website = Website,
        Email = Email,
    };
}
