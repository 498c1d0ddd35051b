using System.Resources;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Mabarra.CaseManager.Intake;

/// <summary>Enum values in the page's language, and the look that goes with them.</summary>
internal static class IntakeWords
{
    private static readonly ResourceManager Texts = new(typeof(IntakeText));

    /// <summary>For messages, whose language is not the screen's.</summary>
    public static string Arabic(string key) => Texts.GetString(key, AppCulture.Arabic)!;

    public static string English(string key) => Texts.GetString(key, AppCulture.English)!;

    public static string Word(this IStringLocalizer<IntakeText> words, RequestStatus status) => words[$"status.{status}"];

    public static string Word(this IStringLocalizer<IntakeText> words, ItemStatus status) => words[$"item.{status}"];

    public static string Word(this IStringLocalizer<IntakeText> words, Handling handling) => words[$"handling.{handling}"];

    public static string Word(this IStringLocalizer<IntakeText> words, Channel channel) => words[$"channel.{channel}"];

    public static string Word(this IStringLocalizer<IntakeText> words, SignatureMethod method) => words[$"method.{method}"];

    public static Tone Tone(this RequestStatus status) => status switch
    {
        RequestStatus.Draft => Ui.Tone.Neutral,
        RequestStatus.Incomplete => Ui.Tone.Warn,
        RequestStatus.Responded or RequestStatus.Closed => Ui.Tone.Good,
        RequestStatus.Withdrawn or RequestStatus.Archived => Ui.Tone.Neutral,
        _ => Ui.Tone.Info,
    };

    public static Tone Tone(this ItemStatus status) => status switch
    {
        ItemStatus.Received => Ui.Tone.Good,
        ItemStatus.Exempted => Ui.Tone.Info,
        ItemStatus.Rejected => Ui.Tone.Bad,
        _ => Ui.Tone.Warn,
    };

    public static string? Icon(this RequestStatus status) => status switch
    {
        RequestStatus.Draft => Icons.Material.Outlined.EditNote,
        RequestStatus.Complete => Icons.Material.Outlined.TaskAlt,
        _ => null,
    };
}
