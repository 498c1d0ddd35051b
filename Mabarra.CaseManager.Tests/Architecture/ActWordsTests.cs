using System.Text.RegularExpressions;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>Whoever reads the trail reads words, not codes.</summary>
public sealed class ActWordsTests
{
    /// <summary>The code of an act where one is recorded, or where a service says what to record.</summary>
    private static readonly Regex Recorded = new(
        """(?:\bRecord|\b(?:Change|Save)\w*Async)\((?:[^"();]|\([^()]*\))*?"(?<code>[a-z]+(?:\.[a-z]+){2,})" """.TrimEnd(), RegexOptions.None, TimeSpan.FromSeconds(5));

    [Fact]
    public void Every_recorded_act_has_its_words()
    {
        using var services = AppServices.Build([]);
        var (own, rules) = (services.GetRequiredService<IStringLocalizer<AuditText>>(), services.GetRequiredService<RuleTexts>());
        var codes = Sources.App.SelectMany(s => Recorded.Matches(s.Value)).Select(m => m.Groups["code"].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("intake.request.complete", codes);
        Nothing.In(codes.Where(code => own[code].ResourceNotFound && string.Equals(rules.Act(code), code, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
