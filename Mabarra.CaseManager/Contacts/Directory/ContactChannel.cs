using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Directory;

/// <summary>One of the policy's ways to the association (أ-١ … أ-٦): who looks after it, how the public reaches it, and when somebody last tried it (خ-٢).</summary>
public sealed class ContactChannel : CaseEntity, IAudited
{
    public const int LongestContact = 200;

    private ContactChannel()
    {
    }

    internal ContactChannel(Channel channel) => Channel = channel;

    public Channel Channel { get; private init; }

    public bool IsActive { get; private set; } = true;

    public Guid? OwnerId { get; private set; }

    /// <summary>As it was when he was given it.</summary>
    public string? OwnerName { get; private set; }

    /// <summary>How the public reaches it, where the letterhead does not say it already (<see cref="ChannelContacts"/>).</summary>
    public string? OwnContact { get; private set; }

    /// <summary>The day somebody tried it and it worked.</summary>
    public DateOnly? LastVerifiedOn { get; private set; }

    public string? VerifiedByName { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    /// <summary>In use, and nobody has tried it for too long.</summary>
    public bool IsUnverified(DateOnly today, int days) => IsActive && !(LastVerifiedOn is { } on && on.AddDays(days) >= today);

    /// <param name="contactChanged">A new number is one nobody has tried yet.</param>
    internal void Set(ChannelData data, bool contactChanged)
    {
        (IsActive, OwnerId, OwnerName, OwnContact) = (data.IsActive, data.OwnerId, data.OwnerName, data.OwnContact);
        if (contactChanged)
            (LastVerifiedOn, VerifiedByName) = (null, null);
    }

    internal void Verify(Act act)
    {
        if (!IsActive)
            throw new RuleViolation("contacts.channel.inactive");
        (LastVerifiedOn, VerifiedByName) = (act.On, act.Actor.Name);
    }
}

/// <summary>A checked entry of the directory.</summary>
internal sealed record ChannelData(bool IsActive, Guid? OwnerId, string? OwnerName, string? OwnContact);

/// <summary>An entry of the directory, as typed.</summary>
public sealed record ChannelForm
{
    public bool IsActive { get; set; } = true;

    public Guid? OwnerId { get; set; }

    public string? Contact { get; set; }
}
