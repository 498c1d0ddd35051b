using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Beneficiaries.Components;

/// <summary>An age in words.</summary>
internal static class AgeText
{
    public static string Of(IStringLocalizer<BeneficiariesText> words, DateOnly birth, DateOnly today)
    {
        var forms = words["age.years"].Value.Split('|', 2);
        var age = BirthDate.Age(birth, today);
        return age == 0 ? forms[0] : Plural.Of(forms[1], age);
    }
}
