namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A value of a file of which a merge keeps one or the other. The identity number and the file number stay with the file that is kept.</summary>
public enum MergeField
{
    Name,
    BirthOn,
    Gender,
    Mobile,
    Email,
    Address,
    MaritalStatus,
    Mobile2,
    PreferredChannel,
    IsLiterate,
}

/// <summary>What is decided about two files that are one person's.</summary>
public sealed record MergeForm
{
    public const int LongestReason = 400;

    public const int ShortestReason = 5;

    /// <summary>The file that goes into the other.</summary>
    public Guid Other { get; set; }

    public Guid KeptVersion { get; set; }

    public Guid OtherVersion { get; set; }

    /// <summary>Values taken from the other file; the rest stay as they are.</summary>
    public HashSet<MergeField> FromOther { get; set; } = [];

    public string? Reason { get; set; }
}

/// <summary>The values of a file a merge chooses among.</summary>
public sealed record FileValues(
    string FirstName, string FatherName, string GrandfatherName, string FamilyName, DateOnly BirthOn, CalendarKind BirthEnteredAs, Gender Gender, string Mobile,
    string? Email, NationalAddress Address, MaritalStatus? MaritalStatus, string? Mobile2, Kinship? Mobile2Kinship, PreferredChannel? PreferredChannel, bool? IsLiterate)
{
    public string FullName => $"{FirstName} {FatherName} {GrandfatherName} {FamilyName}";

    /// <summary>One value, as something that can be compared.</summary>
    public object? Of(MergeField field) => field switch
    {
        MergeField.Name => FullName,
        MergeField.BirthOn => (BirthOn, BirthEnteredAs),
        MergeField.Gender => Gender,
        MergeField.Mobile => Mobile,
        MergeField.Email => Email,
        MergeField.Address => Address,
        MergeField.MaritalStatus => MaritalStatus,
        MergeField.Mobile2 => Mobile2 is null ? null : (Mobile2, Mobile2Kinship),
        MergeField.PreferredChannel => PreferredChannel,
        _ => IsLiterate,
    };

    /// <summary>These values with one of them taken from another file.</summary>
    public FileValues Take(MergeField field, FileValues from) => field switch
    {
        MergeField.Name => this with { FirstName = from.FirstName, FatherName = from.FatherName, GrandfatherName = from.GrandfatherName, FamilyName = from.FamilyName },
        MergeField.BirthOn => this with { BirthOn = from.BirthOn, BirthEnteredAs = from.BirthEnteredAs },
        MergeField.Gender => this with { Gender = from.Gender },
        MergeField.Mobile => this with { Mobile = from.Mobile },
        MergeField.Email => this with { Email = from.Email },
        MergeField.Address => this with { Address = from.Address },
        MergeField.MaritalStatus => this with { MaritalStatus = from.MaritalStatus },
        MergeField.Mobile2 => this with { Mobile2 = from.Mobile2, Mobile2Kinship = from.Mobile2Kinship },
        MergeField.PreferredChannel => this with { PreferredChannel = from.PreferredChannel },
        _ => this with { IsLiterate = from.IsLiterate },
    };

    /// <summary>Values that differ, in the order a file shows them.</summary>
    public IReadOnlyList<MergeField> Differing(FileValues other) => [.. Enum.GetValues<MergeField>().Where(f => !Equals(Of(f), other.Of(f)))];
}
