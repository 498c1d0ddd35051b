namespace Mabarra.CaseManager.Committee;

/// <summary>How a member signed.</summary>
public enum SigningWay
{
    /// <summary>On the screen, after it was proved to be him.</summary>
    Screen,

    /// <summary>On the printed minutes, before two witnesses; the page is kept as a scan.</summary>
    Paper,
}

/// <summary>What a signer gave, checked.</summary>
internal sealed record SignatureGiven(byte[] Seen, Guid DocumentId, string? Reservation)
{
    /// <summary>Before whom it was signed on paper.</summary>
    public string? Witnesses { get; init; }
}

/// <summary>A signature: by whom, when, confirmed when, of which hash, with which reservation. Never changed.</summary>
public sealed class MinutesSignature
{
    private MinutesSignature()
    {
    }

    internal MinutesSignature(Minutes minutes, Act act, Attendance member, MinutesPart part, SignatureGiven given)
    {
        (MinutesId, EmployeeId, Name, Position) = (minutes.Id, member.EmployeeId, member.Name, member.Position);
        (SignedAt, ConfirmedAt, Hash, DocumentId, Reservation) = (act.At, act.Actor.ConfirmedAt ?? act.At, given.Seen, given.DocumentId, given.Reservation);
        (Items, Witnesses, Way) = (part.Items, given.Witnesses, given.Witnesses is null ? SigningWay.Screen : SigningWay.Paper);
        RecordedByName = Way == SigningWay.Paper ? act.Actor.Name : null;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid MinutesId { get; private init; }

    public Guid EmployeeId { get; private init; }

    public string Name { get; private init; } = "";

    public CommitteePosition Position { get; private init; }

    public DateTime SignedAt { get; private init; }

    /// <summary>When it was last proved that it is the same person (password, code or passkey); on paper, that of whoever recorded it.</summary>
    public DateTime ConfirmedAt { get; private init; }

    public byte[] Hash { get; private init; } = [];

    /// <summary>The drawn signature, or the scan of the signed page.</summary>
    public Guid DocumentId { get; private init; }

    /// <summary>تحفظ وسببه.</summary>
    public string? Reservation { get; private init; }

    public SigningWay Way { get; private init; }

    /// <summary>Numbers of the items he was there for, when he was not there for all of them.</summary>
    public string? Items { get; private init; }

    public string? Witnesses { get; private init; }

    /// <summary>Who recorded a signature given on paper.</summary>
    public string? RecordedByName { get; private init; }
}
