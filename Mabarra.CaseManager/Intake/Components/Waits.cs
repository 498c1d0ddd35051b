using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake.Components;

/// <summary>Waiting times in words: whole minutes, as a clerk says them.</summary>
internal static class Waits
{
    /// <summary>A length of time: «دقيقتان».</summary>
    public static string Text(IStringLocalizer<VisitsText> words, TimeSpan time)
    {
        var minutes = Minutes(time);
        return minutes == 0 ? words["minutes.none"] : Plural.Of(words["minutes"], minutes);
    }

    /// <summary>Since when somebody waits: «ينتظر منذ دقيقتين».</summary>
    public static string Waiting(IStringLocalizer<VisitsText> words, TimeSpan time)
    {
        var minutes = Minutes(time);
        return minutes == 0 ? words["waiting.new"] : Plural.Of(words["waiting.for"], minutes);
    }

    private static long Minutes(TimeSpan time) => (long)Math.Max(0, time.TotalMinutes);
}
