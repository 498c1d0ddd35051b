using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>Somebody is to be told something: what a higher module hands over in its own transaction.</summary>
public sealed record NewNotice
{
    public required NoticeKind Kind { get; init; }

    public required Guid BeneficiaryId { get; init; }

    public required string RecordType { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>Number of the record; the placeholder <c>{number}</c> too.</summary>
    public required string RecordLabel { get; init; }

    /// <summary>The agreed way (ت-٥); null before one is agreed.</summary>
    public Channel? Channel { get; init; }

    public string? Contact { get; init; }

    /// <summary>The cell of the matrix its record was sent to (خ-١): whoever is in charge of it makes the calls.</summary>
    public string? LiaisonCell { get; init; }

    /// <summary>She stands at the desk and takes the paper home: a notice on paper or by voice needs nobody's call then.</summary>
    public bool IsAtDesk { get; init; }

    /// <summary>What fills the placeholders besides <c>{name}</c>, <c>{number}</c>, <c>{association}</c> and <c>{phone}</c>.</summary>
    public NoticeValues Values { get; init; } = new();
}

/// <summary>Values of placeholders, for both languages.</summary>
public sealed class NoticeValues
{
    private readonly Dictionary<string, (string Ar, string En)> values = new(StringComparer.Ordinal);

    public NoticeValues With(string name, string arabic, string? english = null)
    {
        values[name] = (arabic, english ?? arabic);
        return this;
    }

    /// <summary>A day in both calendars.</summary>
    public NoticeValues With(string name, DateOnly day) => With(name, DateText.BothWithDay(day, AppCulture.Arabic), DateText.BothWithDay(day, AppCulture.English));

    internal IReadOnlyDictionary<string, string> In(bool arabic) => values.ToDictionary(v => v.Key, v => arabic ? v.Value.Ar : v.Value.En, StringComparer.Ordinal);
}

/// <summary>Where it goes.</summary>
internal sealed record NoticeTarget(NoticeRoute Route, string? Contact, string Name);

/// <summary>What it says.</summary>
/// <param name="TextNo">Version of the template.</param>
internal sealed record NoticeBody(int TextNo, string Subject, string Arabic, string English);

/// <summary>A higher module that learns, in the same transaction, that a notice about a record of its own has reached the beneficiary, or been taken by the server.</summary>
public interface INoticeFollower
{
    Task ReachedAsync(CaseDbContext db, Act act, Notice notice, CancellationToken cancel);
}
