using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Documents;

/// <summary>Who the papers come from: the section <c>Association</c> of the configuration. Without one it is the seed, the association of the policy.</summary>
public sealed record AssociationProfile
{
    public const string Section = "Association";

    /// <summary>As on the licence.</summary>
    public string Name { get; set; } = "جمعية مبرة التطوعية";

    public string LicenceNumber { get; set; } = "1072";

    /// <summary>As on the licence.</summary>
    public string? SupervisedBy { get; set; } = "المركز الوطني لتنمية القطاع غير الربحي";

    public string? Phone { get; set; } = "0555162333";

    public string? Fax { get; set; }

    public string? Website { get; set; } = "www.mbrh.org";

    public string? Email { get; set; }

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
