using Mabarra.CaseManager.Demo;

namespace Mabarra.CaseManager.Tests.Demo;

/// <summary>The made-up people have numbers that pass every check, and the ones DOMAIN.md §7 lists.</summary>
public sealed class DemoPeopleTests
{
    [Fact]
    public void Numbers_are_valid_different_and_begin_as_listed()
    {
        var people = DemoPeople.Make();
        Assert.Equal(DemoPeople.Count, people.Count);
        Assert.All(people, p => Assert.True(NationalId.Check(p.IdNumber).IsOk, p.IdNumber));
        Assert.Equal(people.Count, people.Select(p => p.IdNumber).Distinct(StringComparer.Ordinal).Count());
        string[] citizens = ["1099000018", "1099000026", "1099000034", "1099000042", "1099000059", "1099000067", "1099000075", "1099000083", "1099000091", "1099000109", "1099000117", "1099000125"];
        Assert.Equal(citizens, people.Where(p => !p.IsResident).Take(citizens.Length).Select(p => p.IdNumber));
        Assert.Equal(["2099000016", "2099000024", "2099000032", "2099000040", "2099000057", "2099000065"], people.Where(p => p.IsResident).Select(p => p.IdNumber));
        Assert.All(DemoNumbers.Ibans, i => Assert.True(Iban.Check(i).IsOk, i));
        Assert.Equal(people.Count, people.Select(p => p.Mobile).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, InlineData("امل"), InlineData("فاطمه"), InlineData("هدي"), InlineData("عبدالله ماجد")]
    public void Search_brings_both_spellings_together(string typed) =>
        Assert.True(DemoPeople.Make().Count(p => SearchKey.Of(p.FullName).StartsWith(SearchKey.Of(typed), StringComparison.Ordinal)) >= 2);
}
