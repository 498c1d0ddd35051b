using System.ComponentModel.DataAnnotations.Schema;

namespace Mabarra.CaseManager.Beneficiaries;

/// <content>Becoming one file with another, and two again.</content>
public sealed partial class Beneficiary
{
    /// <summary>The file this one was merged into; this one only points there, and still holds its identity number so that nobody registers it again.</summary>
    public Guid? MergedIntoId { get; private set; }

    [NotMapped]
    internal FileValues Values => new(
        FirstName, FatherName, GrandfatherName, FamilyName, BirthOn, BirthEnteredAs, Gender, Mobile, Email, Address, MaritalStatus, Mobile2, Mobile2Kinship, PreferredChannel, IsLiterate);

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>A merged file is read, never written.</summary>
    internal void RequireUnmerged()
    {
        if (IsMerged)
            throw new RuleViolation("registry.file.merged");
    }

    internal void TakeOver(FileValues values)
    {
        (FirstName, FatherName, GrandfatherName, FamilyName) = (values.FirstName, values.FatherName, values.GrandfatherName, values.FamilyName);
        (BirthOn, BirthEnteredAs, Gender) = (values.BirthOn, values.BirthEnteredAs, values.Gender);
        (Mobile, Email, Address) = (values.Mobile, values.Email, values.Address);
        (MaritalStatus, PreferredChannel, IsLiterate) = (values.MaritalStatus, values.PreferredChannel, values.IsLiterate);
        (Mobile2, Mobile2Kinship) = (values.Mobile2, values.Mobile2Kinship);
        NameKey = SearchKey.Of(FullName);
        WriteSearchText();
    }

    /// <returns>The categories it did not have before.</returns>
    internal IReadOnlyList<string> AddCategories(IEnumerable<string> codes)
    {
        var added = codes.Except(_categories.Select(c => c.CategoryCode), StringComparer.Ordinal).ToList();
        _categories.AddRange(added.Select(code => new BeneficiaryCategoryLink(Id, code)));
        return added;
    }

    internal void DropCategories(IReadOnlyCollection<string> codes) => _categories.RemoveAll(c => codes.Contains(c.CategoryCode));

    internal void MergeInto(Beneficiary kept, DateOnly on, string reason)
    {
        MergedIntoId = kept.Id;
        (Status, StatusOn, StatusReason) = (BeneficiaryStatus.Merged, on, reason);
    }

    internal void Unmerge(BeneficiaryStatus status, DateOnly? on, string? reason)
    {
        MergedIntoId = null;
        (Status, StatusOn, StatusReason) = (status, on, reason);
    }
}
