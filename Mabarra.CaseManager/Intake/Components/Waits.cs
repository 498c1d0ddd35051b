using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake.Components;

/// <summary>Waiting times in words: whole minutes, as a clerk says them.</summary>
internal static class Waits
{
    public static string Text(IStringLocalizer<VisitsText> words, TimeSpan time)
    {
        var minutes = (long)Math.Max(0, time.TotalMinutes);
        return minutes == 0 ? words["minutes.none"] : Plural.Of(words["minutes"], minutes);
    }
}
