using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>Setting the association's own numbers.</summary>
public sealed class LimitService(CaseWriter writer)
{
    /// <param name="numbers">By <see cref="Limit.Name"/>.</param>
    public Task SaveAsync(Act act, Guid stamp, IReadOnlyDictionary<string, int?> numbers, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        Check(numbers);
        var values = Limits.All.ToDictionary(l => l.Key, l => Text(numbers[l.Name]!.Value), StringComparer.Ordinal);
        return writer.SaveAsync(
            db => SettingGroup.WriteAsync(
                db, Limits.Group, stamp, values, key => Text(Limits.All.First(l => string.Equals(l.Key, key, StringComparison.Ordinal)).Default),
                setting => db.Record(act, "settings.limit.change", setting, setting.Key), cancel),
            cancel);
    }

    private static void Check(IReadOnlyDictionary<string, int?> numbers)
    {
        var check = new FieldChecks();
        foreach (var limit in Limits.All)
        {
            var isGood = numbers.GetValueOrDefault(limit.Name) is { } number && number >= limit.Min && number <= limit.Max;
            check.That(isGood, "settings.limit.range", limit.Name, limit.Min, limit.Max);
        }

        // The second comes after the first, or it would never be seen.
        check.That(check.Any || numbers[Limits.FirstReminder.Name] < numbers[Limits.SecondReminder.Name], "settings.limit.order", Limits.SecondReminder.Name);
        check.ThrowIfAny();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
