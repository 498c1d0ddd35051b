using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>فرد الأسرة. Who left the family, or was written down by mistake, is taken off the list and stays on record.</summary>
public sealed class HouseholdMember : CaseEntity, IAudited, IOfBeneficiary
{
    private HouseholdMember()
    {
    }

    internal HouseholdMember(Guid beneficiaryId) => BeneficiaryId = beneficiaryId;

    public Guid BeneficiaryId { get; private set; }

    [PrivateValue]
    public string Name { get; private set; } = "";

    [PrivateValue]
    public Kinship Kinship { get; private set; }

    public IdKind? IdKind { get; private set; }

    [PrivateValue]
    public byte[]? IdSealed { get; private set; }

    [PrivateValue]
    public byte[]? IdLookup { get; private set; }

    [PrivateValue]
    public string? IdTail { get; private set; }

    [PrivateValue]
    public DateOnly? BirthOn { get; private set; }

    public CalendarKind BirthEnteredAs { get; private set; }

    [PrivateValue]
    public Gender? Gender { get; private set; }

    [PrivateValue]
    public EducationStage? Education { get; private set; }

    [PrivateValue]
    public string? Job { get; private set; }

    /// <summary>الحالة الصحية: sealed, and behind the permission for sensitive data.</summary>
    [PrivateValue]
    public byte[]? HealthSealed { get; private set; }

    /// <summary>يسكن مع الأسرة: counts in the income per head.</summary>
    [PrivateValue]
    public bool LivesWith { get; private set; }

    [PrivateValue]
    public Money MonthlyIncome { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    Guid IAudited.AuditedRecordId => BeneficiaryId;

    internal void Describe(MemberData data)
    {
        (Name, Kinship, BirthOn, BirthEnteredAs, Gender) = (data.Name, data.Kinship, data.BirthOn, data.BirthEnteredAs, data.Gender);
        (Education, Job, LivesWith, MonthlyIncome) = (data.Education, data.Job, data.LivesWith, data.MonthlyIncome);
    }

    internal void Identify(IdKind kind, byte[] sealedNumber, byte[] lookup, string tail) => (IdKind, IdSealed, IdLookup, IdTail) = (kind, sealedNumber, lookup, tail);

    internal void ForgetId() => (IdKind, IdSealed, IdLookup, IdTail) = (null, null, null, null);

    internal void NoteHealth(byte[]? sealedNote) => HealthSealed = sealedNote;

    internal void Remove(Act act) => RemovedAt = act.At;
}

/// <summary>A member of the family, checked.</summary>
internal sealed record MemberData(
    string Name, Kinship Kinship, DateOnly? BirthOn, CalendarKind BirthEnteredAs, Gender? Gender, EducationStage? Education, string? Job, bool LivesWith, Money MonthlyIncome);
