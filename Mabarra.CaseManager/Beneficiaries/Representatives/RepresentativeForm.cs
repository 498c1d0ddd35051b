namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A guardian or agent, as typed.</summary>
public sealed record RepresentativeForm
{
    public const int LongestProof = 40;
    public const int LongestIssuer = 80;

    public RepresentativeKind? Kind { get; set; }

    public string? Name { get; set; }

    public IdKind IdKind { get; set; } = IdKind.NationalId;

    /// <summary>On a change, empty keeps the number that is saved.</summary>
    public string? IdNumber { get; set; }

    /// <summary>A number is saved, so the field may stay empty; only for the hint beside it.</summary>
    public bool HasSavedId { get; init; }

    public DateOnly? BirthOn { get; set; }

    public string? Mobile { get; set; }

    public Kinship? Kinship { get; set; }

    public string? ProofNo { get; set; }

    public string? ProofIssuer { get; set; }

    public DateOnly? ValidUntilOn { get; set; }

    public bool MaySign { get; set; } = true;

    internal (RepresentativeData Data, string? IdNumber) Check(Beneficiary file, bool isNew, DateOnly today)
    {
        var check = new FieldChecks();
        check.Chosen(Kind, nameof(Kind));
        check.Chosen(Kinship, nameof(Kinship));
        check.That(Enum.IsDefined(IdKind), "beneficiaries.file.idkind", nameof(IdKind));
        var number = !isNew && CleanText.IsBlank(IdNumber) ? null : check.Take(IdNumbers.Check(IdKind, IdNumber), nameof(IdNumber));
        CheckBirth(check, file, today);
        check.That(ValidUntilOn is null || !isNew || ValidUntilOn >= today, "registry.representative.expired", nameof(ValidUntilOn));
        var data = new RepresentativeData(
            Kind ?? default, check.FullName(Name, nameof(Name)), BirthOn, check.Required(Mobile, nameof(Mobile), SaudiPhone.CheckMobile), Kinship ?? default,
            check.Line(ProofNo, nameof(ProofNo), LongestProof), check.Line(ProofIssuer, nameof(ProofIssuer), LongestIssuer, min: 2), ValidUntilOn, MaySign);
        check.ThrowIfAny();
        return (data, number);
    }

    /// <summary>A guardian is older than the ward (B28); of an agent the date may stay unknown.</summary>
    private void CheckBirth(FieldChecks check, Beneficiary file, DateOnly today)
    {
        check.That(BirthOn is not null || Kind != RepresentativeKind.Guardian, "registry.representative.birth", nameof(BirthOn));
        if (BirthOn is not { } birth)
            return;
        if (check.Take(BirthDate.Check(birth, today), nameof(BirthOn)) != default && Kind == RepresentativeKind.Guardian)
            check.Take(BirthDate.CheckGuardian(birth, file.BirthOn), nameof(BirthOn));
    }
}
