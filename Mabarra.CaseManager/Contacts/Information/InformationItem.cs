using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>What people are told about the association (خ-٣).</summary>
public enum InformationKind
{
    /// <summary>شروط الخدمات.</summary>
    Conditions,

    /// <summary>المستندات المطلوبة.</summary>
    Documents,

    /// <summary>بيانات التواصل.</summary>
    Contacts,

    /// <summary>أوقات الدوام.</summary>
    OpeningHours,

    Other,
}

/// <summary>A piece of information beneficiaries rely on, in its newest version (خ-٣). Changing it opens a draft announcement, so that it does not change unseen.</summary>
public sealed class InformationItem : CaseEntity, IAudited
{
    public const int LongestTitle = 120;
    public const int LongestText = 1500;

    private InformationItem()
    {
    }

    internal InformationItem(long serial, InformationKind kind, InformationWords words) =>
        (Serial, Kind, No, TitleAr, TitleEn, TextAr, TextEn) = (serial, kind, 1, words.TitleAr, words.TitleEn, words.TextAr, words.TextEn);

    public long Serial { get; private init; }

    public InformationKind Kind { get; private init; }

    /// <summary>Number of the version in force.</summary>
    public int No { get; private set; }

    public string TitleAr { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string TextAr { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    Guid IAudited.AuditedRecordId => Id;

    /// <returns>Whether anything is different.</returns>
    internal bool Change(InformationWords words)
    {
        if (words == new InformationWords(TitleAr, TitleEn, TextAr, TextEn))
            return false;
        (No, TitleAr, TitleEn, TextAr, TextEn) = (No + 1, words.TitleAr, words.TitleEn, words.TextAr, words.TextEn);
        return true;
    }
}

/// <summary>One version of a piece of information, as it was told from that day. Never changed.</summary>
public sealed class InformationVersion : IAudited
{
    private InformationVersion()
    {
    }

    internal InformationVersion(InformationItem item, Act act) =>
        (ItemId, No, TitleAr, TextAr, TextEn, ChangedAt, ChangedByName) = (item.Id, item.No, item.TitleAr, item.TextAr, item.TextEn, act.At, act.Actor.Name);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ItemId { get; private init; }

    public int No { get; private init; }

    public string TitleAr { get; private init; } = "";

    public string TextAr { get; private init; } = "";

    public string TextEn { get; private init; } = "";

    public DateTime ChangedAt { get; private init; }

    public string ChangedByName { get; private init; } = "";

    Guid IAudited.AuditedRecordId => ItemId;
}

/// <summary>What a piece of information says, checked.</summary>
internal sealed record InformationWords(string TitleAr, string TitleEn, string TextAr, string TextEn);
