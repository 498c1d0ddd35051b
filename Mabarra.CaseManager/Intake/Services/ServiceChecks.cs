namespace Mabarra.CaseManager.Intake.Services;

/// <summary>What a service and its requirements may say.</summary>
internal static class ServiceChecks
{
    public const int MostRequirements = 40;
    private const int LongestService = 120;
    private const int LongestRequirement = 160;
    private const int LongestHint = 300;
    private const int OldestDays = 3650;

    /// <param name="known">Codes of the categories there are.</param>
    public static (ServiceWords Words, IReadOnlyList<RequirementWords> Wanted) Of(ServiceForm form, IReadOnlySet<string> known)
    {
        var check = new FieldChecks();
        var (nameAr, nameEn) = Names(check, form.NameAr, form.NameEn);
        check.That(form.EligibleCategories.All(known.Contains), "intake.services.category", nameof(form.EligibleCategories));
        check.That(form.Requirements.Count <= MostRequirements, "intake.services.toomany", null, MostRequirements);
        var wanted = form.Requirements.Take(MostRequirements).Select((r, i) => Of(check, r, i, known)).ToList();
        var twice = wanted.GroupBy(w => SearchKey.Of(w.NameAr), StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        check.That(twice is null, "intake.services.twice", null, twice?.First().NameAr ?? "");
        check.ThrowIfAny();
        return (new ServiceWords(nameAr, nameEn, CategoryList.Write(form.EligibleCategories)), wanted);
    }

    /// <summary>The English name is for the English screen; where nobody wrote one, the Arabic one stands there.</summary>
    public static (string Ar, string En) Names(FieldChecks check, string? nameAr, string? nameEn)
    {
        var ar = check.Line(nameAr, nameof(ServiceForm.NameAr), LongestService, min: 2);
        return (ar, check.OptionalLine(nameEn, nameof(ServiceForm.NameEn), LongestService) ?? ar);
    }

    private static RequirementWords Of(FieldChecks check, RequirementForm form, int order, IReadOnlySet<string> known)
    {
        var name = check.Line(form.NameAr, nameof(form.NameAr), LongestRequirement, min: 2);
        check.That(Enum.IsDefined(form.Handling), "intake.services.handling", nameof(form.Handling));
        check.That(Enum.IsDefined(form.Carry), "intake.services.carry", nameof(form.Carry));
        check.That(form.MaxAgeDays is null or (>= 1 and <= OldestDays), "intake.services.age", nameof(form.MaxAgeDays), OldestDays);
        check.That(form.Categories.All(known.Contains), "intake.services.category", nameof(form.Categories));
        return new RequirementWords
        {
            Order = order,
            NameAr = name,
            NameEn = check.OptionalLine(form.NameEn, nameof(form.NameEn), LongestRequirement) ?? name,
            Handling = form.Handling,
            IsMandatory = form.IsMandatory,
            MaxAgeDays = (int?)form.MaxAgeDays,
            HasExpiry = form.HasExpiry,
            Carry = form.Carry,
            Hint = check.OptionalLine(form.Hint, nameof(form.Hint), LongestHint),
            IsHealth = form.IsHealth,
            CategoryText = CategoryList.Write(form.Categories),
        };
    }
}
