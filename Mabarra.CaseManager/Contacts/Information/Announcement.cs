using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>Where an announcement stands.</summary>
public enum AnnouncementStatus
{
    Draft,

    /// <summary>Batch after batch goes to the outbox.</summary>
    Sending,

    /// <summary>Somebody stopped it; it may go on from where it was.</summary>
    Stopped,

    /// <summary>Everybody concerned was told.</summary>
    Done,

    /// <summary>A draft nobody needs.</summary>
    Dropped,
}

/// <summary>
/// Something beneficiaries are told (خ-٣). It goes to the people concerned in the order of their file numbers; how far it came is saved together with each
/// batch of notices, so that after a stop, a crash or on two nodes nobody is told twice and nobody is left out.
/// </summary>
public sealed class Announcement : CaseEntity, IAudited
{
    private Announcement()
    {
    }

    internal Announcement(long serial, string number, AnnouncementWords words) : this(serial, number, words, null, null)
    {
    }

    internal Announcement(long serial, string number, AnnouncementWords words, Guid? itemId, int? itemNo)
    {
        (Serial, Number, ItemId, ItemNo) = (serial, number, itemId, itemNo);
        Write(words);
    }

    public long Serial { get; private init; }

    /// <summary>رقم الإعلان, <c>ANN-2026-001</c>.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The piece of information whose change opened it, and the version it tells.</summary>
    public Guid? ItemId { get; private init; }

    public int? ItemNo { get; private set; }

    public string TextAr { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    /// <summary>توعوي: only to who consented. What a beneficiary must know about her service goes to everybody concerned.</summary>
    public bool IsAwareness { get; private set; }

    public bool ByEmail { get; private set; } = true;

    /// <summary>By short message, where a gateway is set up.</summary>
    public bool ByMessage { get; private set; } = true;

    /// <summary>Printed and posted to whoever is reached by neither.</summary>
    public bool ByLetter { get; private set; }

    /// <summary>Codes of categories with commas between; empty is everybody.</summary>
    public string Categories { get; private set; } = "";

    public AnnouncementStatus Status { get; private set; }

    /// <summary>The last file number it came to.</summary>
    public long LastFileNo { get; private set; }

    /// <summary>How many it concerned when it was published.</summary>
    public int Audience { get; private set; }

    public int Told { get; private set; }

    /// <summary>Reached by none of the chosen ways.</summary>
    public int Unreached { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public string? PublishedByName { get; private set; }

    public DateTime? EndedAt { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    public bool CanWrite => Status == AnnouncementStatus.Draft;

    public bool CanStop => Status == AnnouncementStatus.Sending;

    public bool CanResume => Status == AnnouncementStatus.Stopped;

    public IReadOnlyList<string> CategoryCodes => Categories.Split(',', StringSplitOptions.RemoveEmptyEntries);

    internal void Write(AnnouncementWords words)
    {
        Require(CanWrite, "information.announcement.notdraft");
        (TextAr, TextEn, IsAwareness, ByEmail, ByMessage, ByLetter, Categories) =
            (words.TextAr, words.TextEn, words.IsAwareness, words.ByEmail, words.ByMessage, words.ByLetter, string.Join(',', words.Categories));
    }

    /// <summary>The information changed again before anybody was told: the draft tells the newest.</summary>
    internal void Retell(int itemNo, string textAr, string textEn)
    {
        Require(CanWrite, "information.announcement.notdraft");
        (ItemNo, TextAr, TextEn) = (itemNo, textAr, textEn);
    }

    internal void Drop()
    {
        Require(CanWrite, "information.announcement.notdraft");
        Status = AnnouncementStatus.Dropped;
    }

    internal void Publish(Act act, int audience)
    {
        Require(CanWrite, "information.announcement.notdraft");
        (Status, Audience, PublishedAt, PublishedByName) = (AnnouncementStatus.Sending, audience, act.At, act.Actor.Name);
    }

    internal void Stop()
    {
        Require(CanStop, "information.announcement.notsending");
        Status = AnnouncementStatus.Stopped;
    }

    internal void Resume()
    {
        Require(CanResume, "information.announcement.notstopped");
        Status = AnnouncementStatus.Sending;
    }

    internal void Advance(long fileNo, int told, int unreached) => (LastFileNo, Told, Unreached) = (fileNo, Told + told, Unreached + unreached);

    internal void Finish(DateTime at) => (Status, EndedAt) = (AnnouncementStatus.Done, at);

    private static void Require(bool holds, string code)
    {
        if (!holds)
            throw new RuleViolation(code);
    }
}

/// <summary>An announcement, checked.</summary>
internal sealed record AnnouncementWords(
    string TextAr, string TextEn, bool IsAwareness, IReadOnlyList<string> Categories, bool ByEmail = true, bool ByMessage = true, bool ByLetter = false);
