namespace Mabarra.CaseManager.Committee;

/// <summary>Somebody's time in a committee. It ends and is never taken away: old minutes name who sat there then.</summary>
public sealed class CommitteeMember
{
    private CommitteeMember()
    {
    }

    internal CommitteeMember(Guid committeeId, Appointment appointment)
    {
        CommitteeId = committeeId;
        (EmployeeId, Name, Position, FromOn, ToOn, IsVoting) =
            (appointment.EmployeeId, appointment.Name, appointment.Position, appointment.FromOn, appointment.ToOn, appointment.IsVoting);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CommitteeId { get; private init; }

    /// <summary>The account.</summary>
    public Guid EmployeeId { get; private init; }

    /// <summary>The name as it was then.</summary>
    public string Name { get; private init; } = "";

    public CommitteePosition Position { get; private init; }

    public DateOnly FromOn { get; private init; }

    /// <summary>The last day; null while nobody has set one.</summary>
    public DateOnly? ToOn { get; private set; }

    /// <summary>A secretary may sit without a vote; then he is no part of the quorum either.</summary>
    public bool IsVoting { get; private init; }

    public string? EndReason { get; private set; }

    /// <summary>May open and close a sitting.</summary>
    public bool Leads => Position is CommitteePosition.Chair or CommitteePosition.Deputy;

    /// <summary>Draws up agendas and minutes.</summary>
    public bool Manages => Leads || Position == CommitteePosition.Secretary;

    public bool IsActive(DateOnly day) => FromOn <= day && (ToOn is null || day <= ToOn);

    internal bool Overlaps(DateOnly from, DateOnly? to) => (ToOn is null || from <= ToOn) && (to is null || FromOn <= to);

    internal void End(DateOnly on, string reason) => (ToOn, EndReason) = (on, reason);
}

/// <summary>A membership, checked.</summary>
internal sealed record Appointment(Guid EmployeeId, string Name, CommitteePosition Position, DateOnly FromOn, DateOnly? ToOn, bool IsVoting);
