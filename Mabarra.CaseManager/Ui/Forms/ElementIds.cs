using System.Globalization;

namespace Mabarra.CaseManager.Ui;

/// <summary>Ids that tie labels and messages to their fields; unique in the process, so unique on any page.</summary>
internal static class ElementIds
{
    private static long _last;

    public static string Next(string prefix) => prefix + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}
