namespace Mabarra.CaseManager.Kernel;

/// <summary>Who stands behind an act. Made by the door (page, endpoint, job), never looked up from below.</summary>
/// <param name="Id">The staff account; <see cref="Guid.Empty"/> for the system and for the public.</param>
/// <param name="Permissions">What this person may do, as the authorization matrix gives it.</param>
public sealed record Actor(Guid Id, string Name, IReadOnlySet<string> Permissions)
{
    /// <summary>The app itself: nightly jobs, migrations, seeds.</summary>
    public static Actor System { get; } = new(Guid.Empty, "system", new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Codes of the beneficiary categories a liaison officer is charged with (خ-١); empty for everybody else.</summary>
    public IReadOnlySet<string> OwnCategories { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public bool IsSystem => ReferenceEquals(this, System);

    public bool May(string permission) => IsSystem || Permissions.Contains(permission);
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
