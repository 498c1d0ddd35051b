
namespace Mabarra.CaseManager.Tests.Kernel;

public sealed class FieldChecksTests
{
    [Fact]
    public void Good_fields_come_back_clean_and_nothing_is_thrown()
    {
        var check = new FieldChecks();

        Assert.Equal("سعد", check.PersonName(" سعد ", "First"));
        Assert.Equal("0555162333", check.Required("٥٥٥١٦٢٣٣٣", "Mobile", SaudiPhone.CheckMobile));
        Assert.Equal(Money.Of(5), check.Required("5", "Amount", MoneyInput.Check));
        Assert.Null(check.Optional(" \u200F", "Iban", Iban.Check));
        Assert.Null(check.OptionalLine(null, "Note"));
        Assert.Null(check.OptionalValue("", "Birth", DateInput.CheckHijri));
        Assert.Equal(new DateOnly(2026, 11, 23), check.OptionalValue("23/11/2026", "Birth", DateInput.CheckGregorian));
        check.That(true, "x.y.z");

        check.ThrowIfAny();
        Assert.False(check.Any);
    }

    [Fact]
    public void Every_bad_field_is_named_in_one_violation()
    {
        var check = new FieldChecks();
        check.PersonName("", "First");
        check.Line("نص طويل", "Note", max: 3);
        check.Required("123", "Id", NationalId.Check);
        Assert.Equal(default(Money), check.Required("1e5", "Amount", MoneyInput.Check));
        check.Optional("x", "Iban", Iban.Check);
        check.OptionalParagraph("\u202E.", "Story");
        check.That(false, "intake.complete.unsigned", "Declaration");

        var violation = Assert.Throws<RuleViolation>(check.ThrowIfAny);

        Assert.Equal(
            [
                ("kernel.text.required", "First"), ("kernel.text.toolong", "Note"), ("kernel.id.length", "Id"), ("kernel.money.form", "Amount"),
                ("kernel.iban.country", "Iban"), ("kernel.text.override", "Story"), ("intake.complete.unsigned", (string?)"Declaration"),
            ],
            violation.Breaches.Select(b => (b.Code, b.Field)));
        Assert.Equal([3], violation.Breaches[1].Args);
    }
}
