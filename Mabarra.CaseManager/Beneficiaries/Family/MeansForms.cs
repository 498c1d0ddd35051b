namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A source of income, as typed.</summary>
public sealed record IncomeForm
{
    public IncomeKind? Kind { get; set; }

    public Money? MonthlyAmount { get; set; }

    public string? ProofRef { get; set; }

    internal void CheckInto(IncomeSource source)
    {
        var check = new FieldChecks();
        check.Chosen(Kind, nameof(Kind));
        var amount = check.Amount(MonthlyAmount, nameof(MonthlyAmount), zeroAllowed: true);
        var proof = check.OptionalLine(ProofRef, nameof(ProofRef), 80);
        check.ThrowIfAny();
        source.Describe(Kind!.Value, amount, proof);
    }
}

/// <summary>A debt, as typed.</summary>
public sealed record DebtForm
{
    public string? Creditor { get; set; }

    public Money? Amount { get; set; }

    public Money? Monthly { get; set; }

    public string? Reason { get; set; }

    public bool IsEnforced { get; set; }

    internal void CheckInto(Debt debt)
    {
        var check = new FieldChecks();
        var creditor = check.Line(Creditor, nameof(Creditor), 120, min: 2);
        var amount = check.Amount(Amount, nameof(Amount));
        Money? monthly = Monthly is { } m ? check.AmountOr(m, nameof(Monthly)) : null;
        check.That(monthly is null || Amount is null || monthly <= amount, "registry.debt.monthly", nameof(Monthly));
        var reason = check.OptionalLine(Reason, nameof(Reason));
        check.ThrowIfAny();
        debt.Describe(creditor, amount, monthly, reason, IsEnforced);
    }
}

/// <summary>A home, as typed.</summary>
public sealed record HousingForm
{
    private const int LongestNumber = 40;
    private const int MostRooms = 60;

    public Tenure? Tenure { get; set; }

    public HomeKind? Kind { get; set; }

    public long? Rooms { get; set; }

    public Money? AnnualRent { get; set; }

    public string? ContractNo { get; set; }

    public DateOnly? PaidUntilOn { get; set; }

    public HomeCondition? Condition { get; set; }

    public string? ElectricityNo { get; set; }

    public string? WaterNo { get; set; }

    internal HousingData Check()
    {
        var check = new FieldChecks();
        check.Chosen(Tenure, nameof(Tenure));
        check.Known(Kind, nameof(Kind));
        check.Known(Condition, nameof(Condition));
        check.That(Rooms is null or (>= 1 and <= MostRooms), "registry.housing.rooms", nameof(Rooms), MostRooms);
        var isRented = Tenure == CaseManager.Beneficiaries.Tenure.Rented;
        Money? rent = AnnualRent is { } typed ? check.AmountOr(typed, nameof(AnnualRent)) : null;
        // What belongs to a rented home is not kept for another.
        var data = new HousingData(
            Tenure ?? default, Kind, Rooms, Condition, isRented ? rent : null,
            isRented ? check.OptionalLine(ContractNo, nameof(ContractNo), LongestNumber) : null, isRented ? PaidUntilOn : null,
            check.OptionalLine(ElectricityNo, nameof(ElectricityNo), LongestNumber), check.OptionalLine(WaterNo, nameof(WaterNo), LongestNumber));
        check.ThrowIfAny();
        return data;
    }

    internal static HousingForm Of(Housing home) => new()
    {
        Tenure = home.Tenure,
        Kind = home.Kind,
        Rooms = home.Rooms,
        AnnualRent = home.AnnualRent,
        ContractNo = home.ContractNo,
        PaidUntilOn = home.PaidUntilOn,
        Condition = home.Condition,
        ElectricityNo = home.ElectricityNo,
        WaterNo = home.WaterNo,
    };
}
