using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Documents;

/// <summary>Who the papers come from and whose name stands on every page: the section <c>Association</c> of the configuration. Without one it is the seed, the association of the policy.</summary>
public sealed record AssociationProfile
{
    public const string Section = "Association";
    private const string SeedName = "جمعية مبرة التطوعية";

    /// <summary>As on the licence.</summary>
    public string Name { get; set; } = SeedName;

    /// <summary>What English pages call it; without one they show <see cref="Name"/>. Papers are Arabic.</summary>
    public string? NameEn { get; set; }

    public string LicenceNumber { get; set; } = "1072";

    /// <summary>As on the licence.</summary>
    public string? SupervisedBy { get; set; } = "المركز الوطني لتنمية القطاع غير الربحي";

    public string? Phone { get; set; } = "0555162333";

    public string? Fax { get; set; }

    public string? Website { get; set; } = "www.mbrh.org";

    public string? Email { get; set; }

    public string NameIn(CultureInfo culture) => AppCulture.IsArabic(culture) ? Name : NameEn ?? (string.Equals(Name, SeedName, StringComparison.Ordinal) ? "Mabarra Voluntary Association" : Name);

    /// <summary>The same house under the name it was given when it was set up.</summary>
    public AssociationProfile Called(string name) => this with { Name = name };

    public PdfLetterhead ToLetterhead() => new()
    {
        Association = Name,
        LicenceNumber = LicenceNumber,
        SupervisedBy = SupervisedBy,
        Phone = Phone,
        Fax = Fax,
        Website = Website,
        Email = Email,
    };
}
