using System.Globalization;
using System.Numerics;
using CsCheck;

namespace Mabarra.CaseManager.Tests.Kernel;

/// <summary>Identity numbers, IBANs, phones, addresses and money: what the catalogue does not cover.</summary>
public sealed class NumbersTests
{
    [Fact]
    public void NationalId_agrees_with_a_slow_model() =>
        Gen.Long[0, 9_999_999_999].Select(n => n.ToString("0000000000", CultureInfo.InvariantCulture))
            .Sample(id => Assert.Equal(id[0] is '1' or '2' && id[9] == CheckDigit(id), NationalId.Check(id).IsOk), iter: 200_000);

    [Fact]
    public void NationalId_of_every_stem_has_exactly_one_check_digit() =>
        Gen.Int[100_000_000, 299_999_999].Sample(
            stem => Assert.Single(Enumerable.Range(0, 10), d => NationalId.Check(stem.ToString(CultureInfo.InvariantCulture) + d).IsOk), iter: 50_000);

    [Theory]
    [InlineData("1058529940", NationalIdKind.Citizen, null)]
    [InlineData("2000000006", NationalIdKind.Resident, null)]
    [InlineData("2000000006", NationalIdKind.Citizen, "kernel.id.citizen")]
    [InlineData("1058529940", NationalIdKind.Resident, "kernel.id.resident")]
    [InlineData("1058529941", null, "kernel.id.checkdigit")]
    [InlineData("3000000004", null, "kernel.id.firstdigit")]
    [InlineData("105852994", null, "kernel.id.length")]
    [InlineData("10585299A0", null, "kernel.id.digits")]
    public void NationalId_says_what_is_wrong(string id, NationalIdKind? kind, string? code)
    {
        Assert.Equal(code, NationalId.Check(id, kind).Refusal?.Code);
        if (code is null)
            Assert.Equal(kind, NationalId.KindOf(id));
    }

    [Theory]
    [InlineData("a1234567", "A1234567")]
    [InlineData("AB-١٢٣", "AB123")]
    [InlineData("A1", null)]
    [InlineData("ABCDEFGHIJ12345678901", null)]
    [InlineData("سعد123", null)]
    public void OtherId_is_capitals_and_digits(string typed, string? kept) => AssertKept(kept, OtherId.Check(typed), "kernel.id.other");

    [Theory]
    [InlineData("7001234567", "7001234567")]
    [InlineData("1001234567", null)]
    [InlineData("700123456", null)]
    public void UnifiedNumber_begins_with_7(string typed, string? kept) => AssertKept(kept, UnifiedNumber.Check(typed), "kernel.unifiednumber");

    [Fact]
    public void Iban_agrees_with_a_slow_model() =>
        Gen.Select(Gen.Int[0, 99], Gen.Long[0, 99_999_999_999_999]).Sample((check, account) =>
        {
            var iban = string.Create(CultureInfo.InvariantCulture, $"SA{check:00}80{account:000000000000000000}");
            var number = BigInteger.Parse(iban[4..] + "2810" + iban[2..4], CultureInfo.InvariantCulture);
            Assert.Equal(number % 97 == 1 && check is >= 2 and <= 98, Iban.Check(iban).IsOk);
        }, iter: 200_000);

    [Theory]
    [InlineData("SA0380000000608010167518", "kernel.iban.checkdigits")]
    [InlineData("SA038000000060801016751", "kernel.iban.length")]
    [InlineData("AE070331234567890123456", "kernel.iban.country")]
    [InlineData("SA03800000006080101675_9", "kernel.iban.characters")]
    public void Iban_says_what_is_wrong(string typed, string code) => Assert.Equal(code, Iban.Check(typed).Refusal?.Code);

    [Fact]
    public void Iban_is_printed_in_fours_with_its_bank_as_a_hint()
    {
        Assert.Equal("SA03 8000 0000 6080 1016 7519", Iban.InFours("SA0380000000608010167519"));
        Assert.Equal("مصرف الراجحي", Iban.BankHint("SA0380000000608010167519", AppCulture.Arabic));
        Assert.Equal("Riyad Bank", Iban.BankHint("SA4420000001234567891234", AppCulture.English));
        Assert.Null(Iban.BankHint("SA7099000000000012345678", AppCulture.Arabic));
    }

    [Theory]
    [InlineData("0555162333", PhoneKind.Mobile, "+966555162333")]
    [InlineData("0114567890", PhoneKind.Landline, "+966114567890")]
    [InlineData("920012345", PhoneKind.Unified, "+966920012345")]
    [InlineData("8001234567", PhoneKind.TollFree, "+9668001234567")]
    public void SaudiPhone_knows_four_kinds_and_their_international_form(string phone, PhoneKind kind, string international)
    {
        Assert.Equal(phone, SaudiPhone.Check(phone).Value);
        Assert.Equal(kind, SaudiPhone.KindOf(phone));
        Assert.Equal(international, SaudiPhone.ToE164(phone));
        Assert.Equal(kind == PhoneKind.Mobile ? null : "kernel.phone.mobile", SaudiPhone.CheckMobile(phone).Refusal?.Code);
    }

    [Theory]
    [InlineData("0155162333")]
    [InlineData("920112345")]
    [InlineData("80012345")]
    [InlineData("999")]
    public void SaudiPhone_refuses_the_rest(string phone) => Assert.Equal("kernel.phone.saudi", SaudiPhone.Check(phone).Refusal?.Code);

    [Fact]
    public void SaudiPhone_takes_every_mobile_in_every_form() =>
        Gen.Int[0, 99_999_999].Select(n => n.ToString("00000000", CultureInfo.InvariantCulture)).Sample(
            n => Assert.All([$"05{n}", $"5{n}", $"9665{n}", $"+9665{n}", $"009665{n}"], form => Assert.Equal($"05{n}", SaudiPhone.CheckMobile(form).ValueOrDefault)),
            iter: 20_000);

    [Fact]
    public void SaudiPhone_is_read_out_in_groups() => Assert.Equal("055 516 2333", SaudiPhone.InGroups("0555162333"));

    [Theory]
    [InlineData("RAAA2919", "RAAA2919")]
    [InlineData("rhmb2929", "RHMB2929")]
    [InlineData("rhmb ٢٩٢٩", "RHMB2929")]
    [InlineData("RHM2929", null)]
    [InlineData("RHMB292", null)]
    [InlineData("RHMB29291", null)]
    public void ShortAddress_is_four_letters_and_four_digits(string typed, string? kept) => AssertKept(kept, ShortAddress.Check(typed), "kernel.address.short");

    [Fact]
    public void ShortAddress_repeats_the_building()
    {
        Assert.True(ShortAddress.MatchesBuilding("RAAA2919", "2919"));
        Assert.False(ShortAddress.MatchesBuilding("RAAA2919", "2918"));
    }

    [Fact]
    public void Address_numbers_have_their_lengths()
    {
        Assert.Equal("12345", AddressNumber.CheckPostalCode("١٢٣٤٥").Value);
        Assert.Equal("kernel.address.postal", AddressNumber.CheckPostalCode("1234").Refusal?.Code);
        Assert.Equal("kernel.address.building", AddressNumber.CheckBuilding("12345").Refusal?.Code);
        Assert.Equal("kernel.address.secondary", AddressNumber.CheckSecondary("12a4").Refusal?.Code);
    }

    [Fact]
    public void Money_is_exact_and_never_wraps_round()
    {
        Assert.Equal("1,250.00 ريال", Money.Of(1250).ToText(AppCulture.Arabic));
        Assert.Equal("SAR 1,250.50", new Money(125_050).ToText(AppCulture.English));
        Assert.Equal(new Money(30), new Money(10) + new Money(20));
        Assert.Equal(new Money(-10), new Money(10) - new Money(20));
        Assert.Equal("-0.10", new Money(-10).ToString());
        Assert.True(new Money(10) < new Money(11) && new Money(11) >= new Money(11));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => Money.Of(long.MaxValue));
    }

    [Fact]
    public void Money_reads_back_what_it_shows() =>
        Gen.Long[0, Money.Largest.Halalas].Sample(h => Assert.Equal(new Money(h), MoneyInput.Check(new Money(h).ToString()).Value), iter: 50_000);

    [Fact]
    public void BirthDate_knows_ages_and_guardians()
    {
        Assert.Equal(17, BirthDate.Age(new(2008, 11, 24), new(2026, 11, 23)));
        Assert.Equal(18, BirthDate.Age(new(2008, 11, 23), new(2026, 11, 23)));
        Assert.Equal(17, BirthDate.Age(new(2008, 2, 29), new(2026, 2, 28)));
        Assert.Equal(18, BirthDate.Age(new(2008, 2, 29), new(2026, 3, 1)));
        Assert.Equal("kernel.birth.guardian", BirthDate.CheckGuardian(new(2010, 1, 1), new(2009, 1, 1)).Refusal?.Code);
        Assert.True(BirthDate.CheckGuardian(new(1980, 1, 1), new(2009, 1, 1)).IsOk);
    }

    [Fact]
    public void Digits_fold_three_keyboards_and_no_more()
    {
        Assert.Equal("0123456789 0123456789 0123456789", Digits.ToLatin("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ０１２３４５６７８９"));
        Assert.Equal("१२३𝟏", Digits.ToLatin("१२३𝟏"));
        Assert.False(Digits.AreLatin("१२"));
        Assert.False(Digits.AreLatin(""));
    }

    private static char CheckDigit(string id)
    {
        var sum = 0;
        for (var position = 1; position <= 9; position++)
        {
            var digit = int.Parse(id.AsSpan(position - 1, 1), CultureInfo.InvariantCulture);
            sum += position % 2 == 1 ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private static void AssertKept(string? kept, Checked<string> result, string code)
    {
        Assert.Equal(kept, result.ValueOrDefault);
        Assert.Equal(kept is null ? code : null, result.Refusal?.Code);
    }
}
