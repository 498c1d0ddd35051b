using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>مصدر دخل of the family, each month.</summary>
public sealed class IncomeSource : CaseEntity, IAudited, IOfBeneficiary
{
    private IncomeSource()
    {
    }

    internal IncomeSource(Guid beneficiaryId) => BeneficiaryId = beneficiaryId;

    public Guid BeneficiaryId { get; private set; }

    [PrivateValue]
    public IncomeKind Kind { get; private set; }

    [PrivateValue]
    public Money MonthlyAmount { get; private set; }

    [PrivateValue]
    public string? ProofRef { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    Guid IAudited.AuditedRecordId => BeneficiaryId;

    internal void Describe(IncomeKind kind, Money amount, string? proofRef) => (Kind, MonthlyAmount, ProofRef) = (kind, amount, proofRef);

    internal void Remove(Act act) => RemovedAt = act.At;
}

/// <summary>دين of the family.</summary>
public sealed class Debt : CaseEntity, IAudited, IOfBeneficiary
{
    private Debt()
    {
    }

    internal Debt(Guid beneficiaryId) => BeneficiaryId = beneficiaryId;

    public Guid BeneficiaryId { get; private set; }

    [PrivateValue]
    public string Creditor { get; private set; } = "";

    [PrivateValue]
    public Money Amount { get; private set; }

    /// <summary>القسط الشهري.</summary>
    [PrivateValue]
    public Money? Monthly { get; private set; }

    [PrivateValue]
    public string? Reason { get; private set; }

    /// <summary>صدر بحقه تنفيذ.</summary>
    [PrivateValue]
    public bool IsEnforced { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    Guid IAudited.AuditedRecordId => BeneficiaryId;

    internal void Describe(string creditor, Money amount, Money? monthly, string? reason, bool isEnforced) =>
        (Creditor, Amount, Monthly, Reason, IsEnforced) = (creditor, amount, monthly, reason, isEnforced);

    internal void Remove(Act act) => RemovedAt = act.At;
}

/// <summary>السكن. One of a file.</summary>
public sealed class Housing : CaseEntity, IAudited, IOfBeneficiary
{
    private Housing()
    {
    }

    internal Housing(Guid beneficiaryId) => BeneficiaryId = beneficiaryId;

    public Guid BeneficiaryId { get; private set; }

    [PrivateValue]
    public Tenure Tenure { get; private set; }

    [PrivateValue]
    public HomeKind? Kind { get; private set; }

    [PrivateValue]
    public long? Rooms { get; private set; }

    [PrivateValue]
    public Money? AnnualRent { get; private set; }

    /// <summary>رقم عقد إيجار.</summary>
    [PrivateValue]
    public string? ContractNo { get; private set; }

    [PrivateValue]
    public DateOnly? PaidUntilOn { get; private set; }

    [PrivateValue]
    public HomeCondition? Condition { get; private set; }

    [PrivateValue]
    public string? ElectricityNo { get; private set; }

    [PrivateValue]
    public string? WaterNo { get; private set; }

    Guid IAudited.AuditedRecordId => BeneficiaryId;

    internal void Describe(HousingData data)
    {
        (Tenure, Kind, Rooms, Condition) = (data.Tenure, data.Kind, data.Rooms, data.Condition);
        (AnnualRent, ContractNo, PaidUntilOn) = (data.AnnualRent, data.ContractNo, data.PaidUntilOn);
        (ElectricityNo, WaterNo) = (data.ElectricityNo, data.WaterNo);
    }
}

/// <summary>A home, checked.</summary>
internal sealed record HousingData(
    Tenure Tenure, HomeKind? Kind, long? Rooms, HomeCondition? Condition, Money? AnnualRent, string? ContractNo, DateOnly? PaidUntilOn, string? ElectricityNo, string? WaterNo);
