namespace Mabarra.CaseManager.Contacts.Information.Components;

/// <summary>The piece of information being typed.</summary>
public sealed class InformationDraft
{
    /// <summary>The form's own key: sent twice, it is made once.</summary>
    public Guid Key { get; set; } = Guid.NewGuid();

    public InformationKind Kind { get; set; }

    public string? TitleAr { get; set; }

    public string? TitleEn { get; set; }

    public string? TextAr { get; set; }

    public string? TextEn { get; set; }

    public InformationForm ToForm() => new() { Kind = Kind, TitleAr = TitleAr, TitleEn = TitleEn, TextAr = TextAr, TextEn = TextEn };

    public static InformationDraft Of(InformationItem item) => new() { Kind = item.Kind, TitleAr = item.TitleAr, TitleEn = item.TitleEn, TextAr = item.TextAr, TextEn = item.TextEn };
}

/// <summary>The announcement being typed.</summary>
public sealed class AnnouncementDraft
{
    public string? TextAr { get; set; }

    public string? TextEn { get; set; }

    public bool IsAwareness { get; set; }

    public bool ByEmail { get; set; } = true;

    public bool ByMessage { get; set; } = true;

    public bool ByLetter { get; set; }

    public List<string> Categories { get; set; } = [];

    public AnnouncementForm ToForm() => new()
    {
        TextAr = TextAr,
        TextEn = TextEn,
        IsAwareness = IsAwareness,
        ByEmail = ByEmail,
        ByMessage = ByMessage,
        ByLetter = ByLetter,
        Categories = Categories,
    };

    public static AnnouncementDraft Of(Announcement announcement) => new()
    {
        TextAr = announcement.TextAr,
        TextEn = announcement.TextEn,
        IsAwareness = announcement.IsAwareness,
        ByEmail = announcement.ByEmail,
        ByMessage = announcement.ByMessage,
        ByLetter = announcement.ByLetter,
        Categories = [.. announcement.CategoryCodes],
    };
}
