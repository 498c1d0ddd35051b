using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A person the association serves: her file. Identity numbers are sealed; they are found by keyed hash and shown masked.</summary>
public sealed partial class Beneficiary : CaseEntity, IAudited
{
    /// <summary>A file's data is asked about again after this many months.</summary>
    public const int ReviewMonths = 12;

    private readonly List<BeneficiaryCategoryLink> _categories = [];

    private Beneficiary()
    {
    }

    internal Beneficiary(long fileNo) => FileNo = fileNo;

    /// <summary>رقم الملف.</summary>
    public long FileNo { get; private init; }

    [PrivateValue]
    public string FirstName { get; private set; } = "";

    [PrivateValue]
    public string FatherName { get; private set; } = "";

    [PrivateValue]
    public string GrandfatherName { get; private set; } = "";

    [PrivateValue]
    public string FamilyName { get; private set; } = "";

    /// <summary>Normalised name, file number and mobile: what search looks in.</summary>
    [PrivateValue]
    public string SearchText { get; private set; } = "";

    /// <summary>Normalised full name, for short words and for order.</summary>
    [PrivateValue]
    public string NameKey { get; private set; } = "";

    public IdKind IdKind { get; private set; }

    [PrivateValue]
    public byte[] IdSealed { get; private set; } = [];

    [PrivateValue]
    public byte[] IdLookup { get; private set; } = [];

    /// <summary>Last four characters: enough to recognise, too few to know.</summary>
    [PrivateValue]
    public string IdTail { get; private set; } = "";

    [PrivateValue]
    public DateOnly BirthOn { get; private set; }

    /// <summary>Which calendar the birth date was read from: the paper's date is echoed in it.</summary>
    public CalendarKind BirthEnteredAs { get; private set; }

    public Gender Gender { get; private set; }

    [PrivateValue]
    public string Nationality { get; private set; } = "";

    [PrivateValue]
    public string Mobile { get; private set; } = "";

    [PrivateValue]
    public string? Email { get; private set; }

    [PrivateValue]
    public NationalAddress Address { get; private set; } = NationalAddress.None;

    public IReadOnlyList<BeneficiaryCategoryLink> Categories => _categories;

    /// <summary>The day somebody last went through this data with her.</summary>
    public DateOnly DataReviewedOn { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    public string FullName => $"{FirstName} {FatherName} {GrandfatherName} {FamilyName}";

    /// <summary>How people name the file.</summary>
    public string Label => FileNo.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public bool IsReviewDue(DateOnly today, int months = ReviewMonths) => DataReviewedOn.AddMonths(months) < today;

    /// <summary>Takes over what was typed and checked. Saving the file counts as going through it with her.</summary>
    internal void Describe(Act act, BeneficiaryData data)
    {
        (FirstName, FatherName, GrandfatherName, FamilyName) = (data.FirstName, data.FatherName, data.GrandfatherName, data.FamilyName);
        if (IdLookup.Length > 0 && !data.IdLookup.AsSpan().SequenceEqual(IdLookup))
            ForgetSight();
        (IdKind, IdSealed, IdLookup, IdTail) = (data.IdKind, data.IdSealed, data.IdLookup, data.IdTail);
        (BirthOn, BirthEnteredAs, Gender, Nationality) = (data.BirthOn, data.BirthEnteredAs, data.Gender, data.Nationality);
        (Mobile, Email, Address) = (data.Mobile, data.Email, data.Address);
        Categorise(data.Categories);
        NameKey = SearchKey.Of(FullName);
        WriteSearchText();
        DataReviewedOn = act.On;
    }

    /// <summary>An old registry knows itself when its data was gone through last.</summary>
    internal void DateReview(DateOnly on) => DataReviewedOn = on;

    /// <summary>For a reader from whom the address is kept; never on a file that is saved.</summary>
    internal void HideAddress() => Address = NationalAddress.None;

    private void Categorise(IEnumerable<string> codes)
    {
        var wanted = codes.ToHashSet(StringComparer.Ordinal);
        _categories.RemoveAll(c => !wanted.Contains(c.CategoryCode));
        wanted.ExceptWith(_categories.Select(c => c.CategoryCode));
        _categories.AddRange(wanted.Select(code => new BeneficiaryCategoryLink(Id, code)));
    }
}

/// <summary>A beneficiary belongs to a category. Its own row so that a liaison officer's categories find their people by index.</summary>
public sealed class BeneficiaryCategoryLink : IAudited
{
    private BeneficiaryCategoryLink()
    {
    }

    internal BeneficiaryCategoryLink(Guid beneficiaryId, string categoryCode) => (BeneficiaryId, CategoryCode) = (beneficiaryId, categoryCode);

    public Guid BeneficiaryId { get; private set; }

    public string CategoryCode { get; private set; } = "";

    Guid IAudited.AuditedRecordId => BeneficiaryId;
}
