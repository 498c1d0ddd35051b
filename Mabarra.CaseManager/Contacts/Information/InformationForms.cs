namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>A piece of information, as typed.</summary>
public sealed record InformationForm
{
    public InformationKind Kind { get; init; }

    public string? TitleAr { get; init; }

    public string? TitleEn { get; init; }

    public string? TextAr { get; init; }

    public string? TextEn { get; init; }
}

/// <summary>An announcement, as typed.</summary>
public sealed record AnnouncementForm
{
    public string? TextAr { get; init; }

    public string? TextEn { get; init; }

    public bool IsAwareness { get; init; }

    public bool ByEmail { get; init; }

    public bool ByMessage { get; init; }

    public bool ByLetter { get; init; }

    /// <summary>Codes; none is everybody.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}
