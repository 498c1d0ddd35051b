namespace Mabarra.CaseManager.Committee;

/// <summary>A member at a sitting: as he was named and placed that day, and when he came and went. Nobody stands in for anybody.</summary>
public sealed class Attendance
{
    private readonly List<Stay> _stays = [];

    private Attendance()
    {
    }

    internal Attendance(Guid sittingId, CommitteeMember member) =>
        (SittingId, EmployeeId, Name, Position, IsVoting) = (sittingId, member.EmployeeId, member.Name, member.Position, member.IsVoting);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid SittingId { get; private init; }

    public Guid EmployeeId { get; private init; }

    public string Name { get; private init; } = "";

    public CommitteePosition Position { get; private init; }

    public bool IsVoting { get; private init; }

    public AttendanceStatus Status { get; private set; }

    public string? Excuse { get; private set; }

    public IReadOnlyList<Stay> Stays => _stays;

    /// <summary>In the room now.</summary>
    public bool IsIn => _stays.Exists(s => s.LeftAt is null);

    internal void Arrive(DateTime at)
    {
        if (IsIn)
            throw new RuleViolation("committees.presence.isin", null, Name);
        _stays.Add(new Stay(Id, at));
        (Status, Excuse) = (AttendanceStatus.Present, null);
    }

    internal void Leave(DateTime at)
    {
        var stay = _stays.Find(s => s.LeftAt is null) ?? throw new RuleViolation("committees.presence.isout", null, Name);
        stay.End(at);
    }

    internal void MarkExcused(string? excuse)
    {
        if (Status == AttendanceStatus.Present)
            throw new RuleViolation("committees.presence.was", null, Name);
        (Status, Excuse) = (AttendanceStatus.Excused, excuse);
    }

    internal void MarkAbsent()
    {
        if (Status == AttendanceStatus.Invited)
            Status = AttendanceStatus.Absent;
    }
}

/// <summary>From one arrival to the next exit.</summary>
public sealed class Stay
{
    private Stay()
    {
    }

    internal Stay(Guid attendanceId, DateTime at) => (AttendanceId, ArrivedAt) = (attendanceId, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AttendanceId { get; private init; }

    public DateTime ArrivedAt { get; private init; }

    public DateTime? LeftAt { get; private set; }

    internal void End(DateTime at) => LeftAt = at;
}
