namespace Mabarra.CaseManager.Kernel;

/// <summary>How far a permission reaches for somebody.</summary>
public enum Reach
{
    None,

    /// <summary>Only the records the person is charged with (own categories, own committee).</summary>
    Own,

    /// <summary>Sensitive papers only while the request is still being taken in (ح-٢).</summary>
    Intake,

    /// <summary>Only with a reason, which the access log keeps.</summary>
    Reason,

    All,
}

/// <summary>Who stands behind an act. Made by the door (page, endpoint, job), never looked up from below.</summary>
/// <param name="Id">The staff account; <see cref="Guid.Empty"/> for the system and for the public.</param>
/// <param name="Reaches">What this person may do and how far it reaches, as the authorization matrix gives it; a permission that is absent is not held.</param>
public sealed record Actor(Guid Id, string Name, IReadOnlyDictionary<string, Reach> Reaches)
{
    /// <summary>The app itself: nightly jobs, migrations, seeds.</summary>
    public static Actor System { get; } = new(Guid.Empty, "system", new Dictionary<string, Reach>(StringComparer.Ordinal));

    /// <summary>Codes of the beneficiary categories a liaison officer is charged with (خ-١); empty for everybody else.</summary>
    public IReadOnlySet<string> OwnCategories { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>When this person last proved who it is, UTC; null when that is not known.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>Where refusals of this actor are written down; every door gives it along.</summary>
    public IRefusals? Refusals { get; init; }

    public bool IsSystem => ReferenceEquals(this, System);

    public Reach ReachOf(string permission) => IsSystem ? Reach.All : Reaches.GetValueOrDefault(permission);

    public bool May(string permission) => ReachOf(permission) != Reach.None;
}

/// <summary>Who does something, when, and why: passed into every service act, so that nothing below asks for an ambient user or clock.</summary>
/// <param name="At">The instant, UTC.</param>
/// <param name="Why">The reason typed by the person where the act asks for one.</param>
public sealed record Act(Actor Actor, DateTime At, string? Why = null)
{
    /// <summary>How long a sign-in or a confirmation stands for the acts that ask for one.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    /// <summary>The Riyadh calendar day of the act.</summary>
    public DateOnly On => RiyadhTime.DayOf(At);

    /// <exception cref="AccessDenied">The actor lacks the permission.</exception>
    public void Require(string permission)
    {
        if (!Actor.May(permission))
            throw Refuse(permission);
    }

    /// <summary>For what must not be done at a screen somebody left open (A14; ASVS 7.5.3).</summary>
    /// <exception cref="NotConfirmed">The sign-in, or the last confirmation, is older than <see cref="FreshFor"/>.</exception>
    public void RequireFresh()
    {
        if (!Actor.IsSystem && !(Actor.ConfirmedAt is { } at && (At - at).Duration() <= FreshFor))
            throw new NotConfirmed();
    }

    /// <summary>The one way to refuse an act: whatever is refused is written down, outside of whatever transaction it was tried in.</summary>
    /// <param name="record">The record the person reached for, where it is known.</param>
    public AccessDenied Refuse(string permission, Guid? record = null) =>
        new(permission, Actor.Refusals?.WriteAsync(this, permission, record) ?? Task.CompletedTask);
}

/// <summary>Keeps refusals in the audit trail. Asked for by <see cref="Act.Refuse"/> only.</summary>
public interface IRefusals
{
    /// <summary>Never throws; ends when the row is there.</summary>
    Task WriteAsync(Act act, string permission, Guid? record);
}

/// <summary>The act asks for a confirmation that it is still the same person. Nothing was saved; the page asks and tries again.</summary>
public sealed class NotConfirmed() : Exception("confirmation");

/// <summary>Somebody tried what is not theirs. Made by <see cref="Act.Refuse"/>, which writes it down.</summary>
/// <param name="written">Ends when the refusal stands in the trail; a door waits for it before it answers.</param>
public sealed class AccessDenied(string permission, Task written) : Exception(permission)
{
    public string Permission { get; } = permission;

    public Task Written { get; } = written;
}
