using System.Globalization;

namespace Mabarra.CaseManager.Committee;

/// <summary>One member's vote in one round. Never changed; its mark, made with a key outside of the database, tells when somebody changed the row by hand.</summary>
public sealed class MemberVote
{
    private MemberVote()
    {
    }

    internal MemberVote(AgendaItem item, Attendance member, VoteForm form, DateTime at)
    {
        (ItemId, Round, EmployeeId, Name) = (item.Id, item.Round, member.EmployeeId, member.Name);
        (Choice, Reservation, CastAt) = (form.Choice!.Value, form.Reservation, at);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ItemId { get; private init; }

    public int Round { get; private init; }

    public Guid EmployeeId { get; private init; }

    public string Name { get; private init; } = "";

    public VoteChoice Choice { get; private init; }

    /// <summary>تحفظ وسببه.</summary>
    public string? Reservation { get; private init; }

    public DateTime CastAt { get; private init; }

    public byte[] Mark { get; private set; } = [];

    /// <summary>What the mark is made of.</summary>
    internal string Content => string.Create(
        CultureInfo.InvariantCulture, $"{ItemId:N}|{Round}|{EmployeeId:N}|{Choice}|{CastAt.Ticks}|{Name.Length}:{Name}|{Reservation}");

    internal void Seal(byte[] mark) => Mark = mark;
}

/// <summary>A member with an interest in an item (تعارض مصالح).</summary>
public sealed class Recusal
{
    private Recusal()
    {
    }

    internal Recusal(Guid itemId, Guid employeeId, string name, string reason, DateTime at) =>
        (ItemId, EmployeeId, Name, Reason, DeclaredAt) = (itemId, employeeId, name, reason, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ItemId { get; private init; }

    public Guid EmployeeId { get; private init; }

    public string Name { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public DateTime DeclaredAt { get; private init; }
}
