using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>One attempt to bring a notice to somebody, by the app or by a person. Never changed.</summary>
public sealed class NoticeTry : IAudited
{
    public const int LongestDetail = 400;

    private NoticeTry()
    {
    }

    internal NoticeTry(Guid noticeId, DateTime at, TryOutcome outcome, string? detail, string? byName) =>
        (NoticeId, At, Outcome, Detail, ByName) = (noticeId, at, outcome, detail, byName);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid NoticeId { get; private init; }

    public DateTime At { get; private init; }

    public TryOutcome Outcome { get; private init; }

    /// <summary>The server's own words, or the person's note.</summary>
    [PrivateValue]
    public string? Detail { get; private init; }

    /// <summary>Null when the app did it.</summary>
    public string? ByName { get; private init; }

    Guid IAudited.AuditedRecordId => NoticeId;
}

/// <summary>How long the app waits before it tries again (RELIABILITY F1): 1, 5 and 30 minutes, then a person is asked.</summary>
public static class NoticeBackOff
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    /// <returns>Null when it is given up.</returns>
    public static TimeSpan? After(int failures) => failures <= Waits.Length ? Waits[failures - 1] : null;
}
