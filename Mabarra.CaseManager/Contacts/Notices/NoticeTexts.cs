using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>The templates of notices (DOMAIN.md §3.9), one a kind: the same words on every channel.</summary>
internal static class NoticeTexts
{
    private static readonly ResourceManager Words = new(typeof(NoticesText));

    private static readonly Dictionary<NoticeKind, (string Clause, TextPlace[] Places)> Kinds = new()
    {
        [NoticeKind.Received] = ("ت-6", [Name, Number, new("completed"), new("channel"), new("due", IsRequired: true)]),
        [NoticeKind.Deficiency] = ("ت-3", [Name, Number, new("missing", IsRequired: true)]),
        [NoticeKind.Reminder] = ("ت-3", [Name, Number, new("missing", IsRequired: true)]),
        [NoticeKind.Revoked] = ("ت-6", [Name, Number, new("missing", IsRequired: true)]),
        [NoticeKind.Withdrawn] = ("ت-5", [Name, Number, new("on")]),
        [NoticeKind.Archived] = ("ت-3", [Name, Number, new("on")]),
        [NoticeKind.DueMoved] = ("ت-6", [Name, Number, new("due", IsRequired: true), new("cause")]),
        [NoticeKind.Decision] = ("ت-5", [Name, Number]),
        [NoticeKind.Interim] = ("ت-6", [Name, Number]),
        [NoticeKind.ComplaintReceived] = ("ج-1", [Name, Number, new("code")]),
        [NoticeKind.ComplaintClosed] = ("ج-1", [Name, Number]),
        [NoticeKind.Announcement] = ("خ-3", [Name, new("number"), new("text", IsRequired: true)]),
        [NoticeKind.Awareness] = ("خ-3", [Name, new("number"), new("text", IsRequired: true)]),
    };

    public static IReadOnlyList<EditableText> All { get; } =
        [.. Kinds.Select(k => new EditableText(CodeOf(k.Key), typeof(NoticesText), "notices") { Clause = k.Value.Clause, Places = [.. k.Value.Places, new("association"), new("phone")] })];

    private static TextPlace Name => new("name");

    private static TextPlace Number => new("number", IsRequired: true);

    public static string CodeOf(NoticeKind kind) => $"notice.{kind}";

    public static string TitleOf(NoticeKind kind, CultureInfo culture) => Words.GetString($"notice.{kind}.title", culture)!;

    /// <summary>Of an e-mail: what it is about and whose, never a person's name.</summary>
    public static string SubjectOf(NoticeKind kind, string number, string association) => $"{TitleOf(kind, AppCulture.Arabic)} {number} - {association}";
}
