namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>What the fields of a file may hold (DOMAIN.md §2): every fault is noted, so that the form shows all messages at once.</summary>
internal static class BeneficiaryChecks
{
    private const int LongestPlace = 60;
    private const int LongestStreet = 80;
    private const int LongestNationality = 40;
    private const int LongestUnit = 20;

    public static string? IdNumber(FieldChecks check, BeneficiaryForm form)
    {
        var number = IdNumbers.Check(form.IdKind, form.IdNumber);
        check.Take(number, nameof(form.IdNumber));
        return number.ValueOrDefault;
    }

    public static BeneficiaryData Data(FieldChecks check, BeneficiaryForm form, DateOnly today, IReadOnlyCollection<string> categories, string number)
    {
        // Only a citizen's name is certain to be written in Arabic on the paper before the clerk.
        var latin = form.IdKind != IdKind.NationalId;
        check.That(form.Categories.Count > 0, "beneficiaries.file.category", nameof(form.Categories));
        check.That(form.Categories.TrueForAll(categories.Contains), "beneficiaries.file.categoryunknown", nameof(form.Categories));
        check.That(form.Gender is not null && Enum.IsDefined(form.Gender.Value), "beneficiaries.file.gender", nameof(form.Gender));
        check.That(Enum.IsDefined(form.IdKind), "beneficiaries.file.idkind", nameof(form.IdKind));
        return new BeneficiaryData
        {
            FirstName = check.PersonName(form.FirstName, nameof(form.FirstName), latin),
            FatherName = check.PersonName(form.FatherName, nameof(form.FatherName), latin),
            GrandfatherName = check.PersonName(form.GrandfatherName, nameof(form.GrandfatherName), latin),
            FamilyName = check.PersonName(form.FamilyName, nameof(form.FamilyName), latin),
            IdKind = form.IdKind,
            IdSealed = [],
            IdLookup = [],
            IdTail = IdNumbers.Tail(number),
            BirthOn = BirthOn(check, form, today),
            BirthEnteredAs = form.BirthEnteredAs,
            Gender = form.Gender ?? default,
            Nationality = Nationality(check, form),
            Mobile = check.Required(form.Mobile, nameof(form.Mobile), SaudiPhone.CheckMobile),
            Email = check.Optional(form.Email, nameof(form.Email), EmailText.Check),
            Address = Address(check, form),
            Categories = [.. form.Categories.Distinct(StringComparer.Ordinal)],
        };
    }

    private static DateOnly BirthOn(FieldChecks check, BeneficiaryForm form, DateOnly today)
    {
        if (form.BirthOn is { } birth)
            return check.Take(BirthDate.Check(birth, today), nameof(form.BirthOn));
        check.Add("beneficiaries.file.birth", nameof(form.BirthOn));
        return default;
    }

    /// <summary>A citizen's needs no asking.</summary>
    private static string Nationality(FieldChecks check, BeneficiaryForm form) =>
        form.IdKind == IdKind.NationalId ? "SA" : check.Line(form.Nationality, nameof(form.Nationality), LongestNationality, min: 2);

    private static NationalAddress Address(FieldChecks check, BeneficiaryForm form) => new(
        check.Line(form.City, nameof(form.City), LongestPlace, min: 2),
        check.Line(form.District, nameof(form.District), LongestPlace, min: 2),
        check.OptionalLine(form.Street, nameof(form.Street), LongestStreet),
        check.Optional(form.BuildingNo, nameof(form.BuildingNo), AddressNumber.CheckBuilding),
        check.Optional(form.SecondaryNo, nameof(form.SecondaryNo), AddressNumber.CheckSecondary),
        check.Optional(form.PostalCode, nameof(form.PostalCode), AddressNumber.CheckPostalCode),
        check.Optional(form.ShortAddress, nameof(form.ShortAddress), Kernel.ShortAddress.Check),
        check.OptionalLine(form.UnitNo, nameof(form.UnitNo), LongestUnit));
}
