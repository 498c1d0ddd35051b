using System.Resources;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Kernel;

/// <summary>The bad-input catalogue, run through the kernel's checks.</summary>
public sealed class BadInputTests
{
    private static readonly ResourceManager Words = new(typeof(KernelText));

    public static TheoryData<string> Rows => BadInput.NamesFor();

    [Theory, MemberData(nameof(Rows))]
    public void Catalogue(string row)
    {
        var bad = BadInput.Named(row);

        var result = Check(bad.Field, bad.Input);

        switch (bad.Outcome)
        {
            case BadOutcome.Normalised:
                AssertKept(bad, bad.Value!, result);
                break;
            case BadOutcome.Accepted:
                AssertKept(bad, bad.Input, result);
                break;
            case BadOutcome.Limited:
                Assert.Equal("kernel.text.toolong", result.Refusal?.Code);
                break;
            default:
                AssertSays(result);
                break;
        }
    }

    [Fact]
    public void B11_one_id_in_two_digit_systems_is_one_value() =>
        Assert.Equal(NationalId.Check("١٠٥٨٥٢٩٩٤٠").Value, NationalId.Check("۱۰۵۸-۵۲۹-۹۴۰").Value);

    [Fact]
    public void Every_row_has_its_own_name() =>
        Assert.Equal(BadInput.All.Count, BadInput.All.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count());

    private static void AssertKept(BadRow bad, string expected, Checked<string> result)
    {
        Assert.Null(result.Refusal);
        Assert.Equal(expected, result.Value);
        if (bad.Field != BadField.HijriDate) // which comes out as the Gregorian day it is
            Assert.Equal(expected, Check(bad.Field, result.Value).Value);
    }

    /// <summary>A refusal names a text, in both languages, that its values fit.</summary>
    private static void AssertSays(Checked<string> result)
    {
        Assert.NotNull(result.Refusal);
        foreach (var culture in AppCulture.All)
        {
            var text = Words.GetString(result.Refusal.Code, culture);
            Assert.NotNull(text);
            Assert.DoesNotContain("{", string.Format(culture, text, [.. result.Refusal.Args]), StringComparison.Ordinal);
        }
    }

    private static Checked<string> Check(BadField field, string input) => field switch
    {
        BadField.PersonName => CleanText.PersonName(input),
        BadField.Line => CleanText.Line(input),
        BadField.Paragraph => CleanText.Paragraph(input),
        BadField.UserName => CleanText.UserName(input),
        BadField.Email => EmailText.Check(input),
        BadField.NationalId => NationalId.Check(input),
        BadField.Iban => Iban.Check(input),
        BadField.Phone => SaudiPhone.Check(input),
        BadField.HijriDate => Text(DateInput.CheckHijri(input)),
        BadField.GregorianDate => Text(DateInput.CheckGregorian(input)),
        BadField.BirthDate => Text(DateInput.CheckGregorian(input) is { IsOk: true } date ? BirthDate.Check(date.Value, BadInput.Today) : DateInput.CheckGregorian(input)),
        BadField.Amount => MoneyInput.Check(input) is { IsOk: true } money ? money.Value.ToString() : MoneyInput.Check(input).Refusal!,
        BadField.Search => SearchKey.Of(input),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static Checked<string> Text(Checked<DateOnly> date) => date.IsOk ? DateText.ShortGregorian(date.Value) : date.Refusal!;
}
