using System.Globalization;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>One series, as typed.</summary>
public sealed class NumberForm
{
    public string? Prefix { get; set; }

    public int? Digits { get; set; }

    public NumberRestart Restart { get; set; }

    public static NumberForm Of(NumberFormat format) => new() { Prefix = format.Prefix, Digits = format.Digits, Restart = format.Restart };
}

/// <summary>How the next numbers are written. Numbers given before stay as they are: they stand on papers in people's hands.</summary>
public sealed partial class NumberService(CaseWriter writer)
{
    /// <param name="forms">By <see cref="NumberSeries.Name"/>.</param>
    public Task SaveAsync(Act act, Guid stamp, IReadOnlyDictionary<string, NumberForm> forms, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        var formats = Check(forms);
        var values = formats.SelectMany(f => Stored(f.Series, f.Format)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        var initial = NumberSeries.All.SelectMany(s => Stored(s, s.Initial)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        return writer.SaveAsync(
            db => SettingGroup.WriteAsync(db, NumberSeries.Group, stamp, values, key => initial[key], setting => db.Record(act, "settings.number.change", setting, setting.Key), cancel), cancel);
    }

    /// <summary>The field of a series on its page.</summary>
    public static string FieldOf(NumberSeries series, string part) => $"{series.Name}.{part}";

    private static List<(NumberSeries Series, NumberFormat Format)> Check(IReadOnlyDictionary<string, NumberForm> forms)
    {
        var check = new FieldChecks();
        var formats = NumberSeries.All.Select(s => (Series: s, Format: Format(check, s, forms[s.Name]))).ToList();
        // Two series under one prefix could write the same number twice.
        check.That(check.Any || formats.Select(f => f.Format.Prefix).Distinct(StringComparer.Ordinal).Count() == formats.Count, "settings.number.twice", FieldOf(formats[^1].Series, nameof(NumberForm.Prefix)));
        check.ThrowIfAny();
        return formats;
    }

    private static NumberFormat Format(FieldChecks check, NumberSeries series, NumberForm form)
    {
        var prefix = form.Prefix?.Trim().ToUpperInvariant() ?? "";
        check.That(Letters().IsMatch(prefix), "settings.number.prefix", FieldOf(series, nameof(form.Prefix)));
        check.That(form.Digits is >= NumberSeries.FewestDigits and <= NumberSeries.MostDigits, "settings.number.digits", FieldOf(series, nameof(form.Digits)), NumberSeries.FewestDigits, NumberSeries.MostDigits);
        var isChoice = Enum.IsDefined(form.Restart) && (form.Restart == NumberRestart.Day) == (series.Initial.Restart == NumberRestart.Day);
        check.That(isChoice, "settings.number.restart", FieldOf(series, nameof(form.Restart)));
        return new NumberFormat(prefix, form.Digits ?? 0, form.Restart);
    }

    private static IEnumerable<(string Key, string Value)> Stored(NumberSeries series, NumberFormat format) =>
    [
        (series.PrefixKey, format.Prefix),
        (series.DigitsKey, format.Digits.ToString(CultureInfo.InvariantCulture)),
        (series.RestartKey, format.Restart.ToString()),
    ];

    [GeneratedRegex(@"\A[A-Z]{1,5}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();
}
