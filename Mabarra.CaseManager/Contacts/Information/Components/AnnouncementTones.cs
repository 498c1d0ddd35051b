using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Contacts.Information.Components;

/// <summary>Colours of announcements.</summary>
internal static class AnnouncementTones
{
    public static Tone Of(AnnouncementStatus status) => status switch
    {
        AnnouncementStatus.Done => Tone.Good,
        AnnouncementStatus.Sending => Tone.Info,
        AnnouncementStatus.Stopped => Tone.Warn,
        _ => Tone.Neutral,
    };
}
