using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Contacts.Inquiries.Components;

/// <summary>Words, colours and choices of inquiries.</summary>
public static class InquiryWordsExtensions
{
    public static Tone Tone(this InquiryStatus status) => status switch
    {
        InquiryStatus.Answered => Ui.Tone.Good,
        InquiryStatus.Referred => Ui.Tone.Info,
        _ => Ui.Tone.Neutral,
    };

    public static string Word(this IStringLocalizer<InquiriesText> t, InquiryKind kind) => t[$"kind.{kind}"];

    public static string Word(this IStringLocalizer<InquiriesText> t, InquiryStatus status) => t[$"status.{status}"];

    public static IReadOnlyList<Choice<InquiryKind>> Kinds(this IStringLocalizer<InquiriesText> t) =>
        [.. Enum.GetValues<InquiryKind>().Select(k => new Choice<InquiryKind>(k, t[$"kind.{k}"], t[$"kind.{k}.hint"]))];

    public static IReadOnlyList<Choice<Channel?>> Channels(this IStringLocalizer<InquiriesText> t) =>
        [.. Enum.GetValues<Channel>().Select(c => new Choice<Channel?>(c, t[$"channel.{c}"]))];
}
