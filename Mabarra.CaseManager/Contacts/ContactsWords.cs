using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Mabarra.CaseManager.Contacts;

/// <summary>Enum values in the page's language, and the look that goes with them.</summary>
internal static class ContactsWords
{
    public static string Word(this IStringLocalizer<ContactsText> words, NoticeRoute route) => words[$"route.{route}"];

    public static string Word(this IStringLocalizer<ContactsText> words, NoticeStatus status) => words[$"status.{status}"];

    public static string Word(this IStringLocalizer<ContactsText> words, TryOutcome outcome) => words[$"outcome.{outcome}"];

    public static Tone Tone(this NoticeStatus status) => status switch
    {
        NoticeStatus.Delivered or NoticeStatus.Sent => Ui.Tone.Good,
        NoticeStatus.Waiting => Ui.Tone.Info,
        NoticeStatus.Task => Ui.Tone.Warn,
        NoticeStatus.Failed => Ui.Tone.Bad,
        _ => Ui.Tone.Neutral,
    };

    public static Tone Tone(this TryOutcome outcome) => outcome switch
    {
        TryOutcome.Accepted or TryOutcome.Answered or TryOutcome.Posted or TryOutcome.HandedOver => Ui.Tone.Good,
        TryOutcome.Refused => Ui.Tone.Bad,
        TryOutcome.Resent => Ui.Tone.Info,
        _ => Ui.Tone.Warn,
    };

    public static string Icon(this NoticeRoute route) => route switch
    {
        NoticeRoute.Email => Icons.Material.Outlined.Email,
        NoticeRoute.Sms => Icons.Material.Outlined.Sms,
        NoticeRoute.WhatsApp => Icons.Material.Outlined.Chat,
        NoticeRoute.Call => Icons.Material.Outlined.Call,
        NoticeRoute.Letter => Icons.Material.Outlined.LocalPostOffice,
        NoticeRoute.Fax => Icons.Material.Outlined.Fax,
        NoticeRoute.Desk => Icons.Material.Outlined.MeetingRoom,
        _ => Icons.Material.Outlined.Language,
    };
}
