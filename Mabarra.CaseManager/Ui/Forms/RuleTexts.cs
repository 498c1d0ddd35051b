using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Ui;

/// <summary>Where codes of one area have their texts.</summary>
public sealed record RuleTextSource(string Prefix, Type Marker);

/// <summary>Turns a broken rule into the words a clerk reads.</summary>
public sealed class RuleTexts(
    IEnumerable<RuleTextSource> sources,
    IStringLocalizerFactory localizers,
    IStringLocalizer<UiText> own,
    ILogger<RuleTexts> log)
{
    /// <summary>The longest prefix first: <c>intake.visit</c> is asked before <c>intake</c>.</summary>
    private readonly RuleTextSource[] _sources = [.. sources.OrderByDescending(s => s.Prefix.Length)];

    public string For(Breach breach)
    {
        if (Find(breach.Code) is { } text)
            return string.Format(CultureInfo.CurrentCulture, text, [.. breach.Args]);
        log.LogWarning("No text for the rule {Code}", breach.Code);
        return own["rule.unknown", breach.Code];
    }

    /// <summary>The words of an act (<c>area.thing.verb</c>) for a trail; the act's own name when it has none.</summary>
    public string Act(string action) => Find(action) ?? action;

    private string? Find(string code)
    {
        foreach (var source in _sources.Where(s => Covers(s.Prefix, code)))
        {
            var text = localizers.Create(source.Marker)[code];
            if (!text.ResourceNotFound)
                return text.Value;
        }
        return null;
    }

    private static bool Covers(string prefix, string code) =>
        code.StartsWith(prefix, StringComparison.Ordinal) && (code.Length == prefix.Length || code[prefix.Length] == '.');
}
