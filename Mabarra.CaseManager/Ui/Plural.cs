using System.Globalization;

namespace Mabarra.CaseManager.Ui;

/// <summary>Counted nouns. Arabic has five forms, written in one text as <c>one|two|3–10|11–99|100…</c>; English uses <c>one|many</c>.</summary>
public static class Plural
{
    public static string Of(string forms, long count)
    {
        var all = forms.Split('|');
        var form = all.Length < 5 ? (count == 1 ? all[0] : all[^1]) : all[ArabicForm(count)];
        return string.Format(CultureInfo.CurrentCulture, form, count.ToString("N0", CultureInfo.InvariantCulture));
    }

    private static int ArabicForm(long count) => (count, count % 100) switch
    {
        (1, _) => 0,
        (2, _) => 1,
        (_, >= 3 and <= 10) => 2,
        (_, >= 11) => 3,
        _ => 4,
    };
}
