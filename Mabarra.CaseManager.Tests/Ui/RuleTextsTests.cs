using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Ui;

public sealed class RuleTextsTests : UiContext
{
    [Fact]
    public void The_longest_prefix_is_asked_first()
    {
        Services.AddRuleTexts<HolidaysText>("intake").AddRuleTexts<VisitsText>("intake.visit").AddRuleTexts<BeneficiariesText>("beneficiaries");
        var texts = Services.GetRequiredService<RuleTexts>();

        Assert.Contains("انتهت هذه الزيارة", texts.For(new Breach("intake.visit.closed")), StringComparison.Ordinal);
        Assert.Contains("الملف رقم 7؛", texts.For(new Breach("beneficiaries.file.duplicate", null, 7)), StringComparison.Ordinal);
        Assert.Equal("فتح الملف", texts.Act("beneficiaries.file.register"));
        Assert.Equal("intake.visits", texts.Act("intake.visits"));
    }
}
