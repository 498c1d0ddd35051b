namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A member of the family, as typed.</summary>
public sealed record MemberForm
{
    public const int LongestJob = 80;
    public const int LongestHealthNote = 1000;

    public string? Name { get; set; }

    public Kinship? Kinship { get; set; }

    public IdKind IdKind { get; set; } = IdKind.NationalId;

    /// <summary>May stay empty; on a change, empty keeps the number that is saved unless <see cref="ForgetId"/>.</summary>
    public string? IdNumber { get; set; }

    /// <summary>A number is saved, so the field may stay empty; only for the hint beside it.</summary>
    public bool HasSavedId { get; init; }

    /// <summary>The saved number goes.</summary>
    public bool ForgetId { get; set; }

    public DateOnly? BirthOn { get; set; }

    public CalendarKind BirthEnteredAs { get; set; } = CalendarKind.Hijri;

    public Gender? Gender { get; set; }

    public EducationStage? Education { get; set; }

    public string? Job { get; set; }

    public bool LivesWith { get; set; } = true;

    public Money? MonthlyIncome { get; set; }

    internal (MemberData Data, string? IdNumber) Check(DateOnly today)
    {
        var check = new FieldChecks();
        var number = CleanText.IsBlank(IdNumber) ? null : check.Take(IdNumbers.Check(IdKind, IdNumber), nameof(IdNumber));
        check.That(Enum.IsDefined(IdKind), "beneficiaries.file.idkind", nameof(IdKind));
        check.Chosen(Kinship, nameof(Kinship));
        check.Known(Gender, nameof(Gender));
        check.Known(Education, nameof(Education));
        if (BirthOn is { } birth)
            check.Take(BirthDate.Check(birth, today), nameof(BirthOn));
        var data = new MemberData(
            check.FullName(Name, nameof(Name)), Kinship ?? default, BirthOn, BirthEnteredAs, Gender, Education,
            check.OptionalLine(Job, nameof(Job), LongestJob), LivesWith, check.AmountOr(MonthlyIncome ?? Money.Zero, nameof(MonthlyIncome)));
        check.ThrowIfAny();
        return (data, number);
    }
}
