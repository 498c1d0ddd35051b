using System.Globalization;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>A reason as it was given: its words of that day, and what was added to them.</summary>
public sealed record GivenReason(string Code, string NameAr, string NameEn, [property: PrivateValue] string? Note)
{
    /// <summary>For papers, which are Arabic.</summary>
    public string Arabic => Join(NameAr, ": ");

    public string In(CultureInfo culture) => AppCulture.IsArabic(culture) ? Arabic : Join(NameEn, ": ");

    private string Join(string name, string between) => Note is null ? name : name + between + Note;
}

/// <summary>A reason as typed: one of the list, and words of one's own.</summary>
public sealed record ReasonForm
{
    /// <summary>Code of the list.</summary>
    public required string? Code { get; init; }

    public string? Note { get; init; }
}
