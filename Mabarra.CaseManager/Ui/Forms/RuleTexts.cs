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
    private readonly ILookup<string, Type> _markers = sources.ToLookup(s => s.Prefix, s => s.Marker, StringComparer.Ordinal);

    public string For(Breach breach)
    {
        var prefix = breach.Code.Split('.', 2)[0];
        foreach (var marker in _markers[prefix])
        {
            var text = localizers.Create(marker)[breach.Code];
            if (!text.ResourceNotFound)
                return string.Format(CultureInfo.CurrentCulture, text.Value, [.. breach.Args]);
        }
        log.LogWarning("No text for the rule {Code}", breach.Code);
        return own["rule.unknown", breach.Code];
    }
}
