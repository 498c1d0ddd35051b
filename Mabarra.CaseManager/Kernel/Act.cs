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

    public bool IsSystem => ReferenceEquals(this, System);

    public Reach ReachOf(string permission) => IsSystem ? Reach.All : Reaches.GetValueOrDefault(permission);

    public bool May(string permission) => ReachOf(permission) != Reach.None;
}

/// <summary>Who does something, when, and why: passed into every service act, so that nothing below asks for an ambient user or clock.</summary>
/// <param name="At">The instant, UTC.</param>
/// <param name="Why">The reason typed by the person where the act asks for one.</param>
public sealed record Act(Actor Actor, DateTime At, string? Why = null)
{
    /// <summary>The Riyadh calendar day of the act.</summary>
    public DateOnly On => RiyadhTime.DayOf(At);

    /// <exception cref="AccessDenied">The actor lacks the permission.</exception>
    public void Require(string permission)
    {
        if (!Actor.May(permission))
            throw new AccessDenied(permission);
    }
}

/// <summary>Somebody tried what is not theirs. Refused, and recorded in the audit trail by whoever catches it at the door.</summary>
public sealed class AccessDenied(string permission) : Exception(permission)
{
    public string Permission { get; } = permission;
}
