using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Mabarra.CaseManager.Contacts.Interactions.Components;

/// <summary>Words, colours and pictures of contacts.</summary>
public static class InteractionWords
{
    public static string Word(this IStringLocalizer<InteractionsText> t, Channel channel) => t[$"channel.{channel}"];

    public static string Word(this IStringLocalizer<InteractionsText> t, InteractionOutcome outcome) => t[$"outcome.{outcome}"];

    public static string Word(this IStringLocalizer<InteractionsText> t, ContactDirection direction) => t[$"direction.{direction}"];

    /// <summary>What it was about, or what kind of record wrote it.</summary>
    public static string About(this IStringLocalizer<InteractionsText> t, InteractionRow row) =>
        row.About.Length > 0 ? row.About : row.SourceType is { } type ? t[$"source.{type}"] : "";

    public static Tone Tone(this InteractionOutcome outcome) => outcome switch
    {
        InteractionOutcome.Received or InteractionOutcome.Reached => Ui.Tone.Good,
        InteractionOutcome.Sent or InteractionOutcome.PassedOn => Ui.Tone.Info,
        InteractionOutcome.WrongContact => Ui.Tone.Bad,
        _ => Ui.Tone.Warn,
    };

    public static string Icon(this Channel channel) => channel switch
    {
        Channel.InPerson => Icons.Material.Outlined.MeetingRoom,
        Channel.Correspondence => Icons.Material.Outlined.LocalPostOffice,
        Channel.Phone => Icons.Material.Outlined.Call,
        Channel.Fax => Icons.Material.Outlined.Fax,
        Channel.Website => Icons.Material.Outlined.Language,
        Channel.Email => Icons.Material.Outlined.Email,
        _ => Icons.Material.Outlined.VolunteerActivism,
    };

    /// <summary>The page of the record that wrote it; the modules are above this one.</summary>
    public static string? Href(string? type, Guid? id) => (type, id) switch
    {
        (nameof(Notices.Notice), { } notice) => ContactsLinks.Notice(notice),
        (nameof(Inquiries.Inquiry), { } inquiry) => Inquiries.InquiryLinks.Open(inquiry),
        ({ } other, { } record) => ContactsLinks.Record(other, record),
        _ => null,
    };
}
