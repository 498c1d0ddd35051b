namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>Which way a contact went.</summary>
public enum ContactDirection
{
    /// <summary>وارد: somebody came, called, wrote or sent a fax.</summary>
    Incoming,

    /// <summary>صادر.</summary>
    Outgoing,
}

/// <summary>How a contact ended.</summary>
public enum InteractionOutcome
{
    /// <summary>It came in, and was dealt with there.</summary>
    Received,

    /// <summary>The person was reached: an answered call, a paper handed over.</summary>
    Reached,

    /// <summary>It left the house: posted, faxed, or taken by the mail server.</summary>
    Sent,

    /// <summary>Nobody answered: a second call is owed (أ-٣).</summary>
    NoAnswer,

    /// <summary>The number or address is somebody else's, or none.</summary>
    WrongContact,

    /// <summary>It was passed on to somebody who will answer.</summary>
    PassedOn,

    /// <summary>She left without having been served.</summary>
    Left,
}

/// <summary>What follows from channel and direction.</summary>
public static class InteractionRules
{
    /// <summary>A call nobody answered is tried again within so many working days (أ-٣).</summary>
    public const int SecondCallAfter = 2;

    /// <summary>A paper with a number of the register of correspondence (وارد/صادر); the app's own e-mails have their message number instead.</summary>
    public static bool IsCorrespondence(this Channel channel) => channel is Channel.Correspondence or Channel.Fax;

    /// <summary>What may be said of a contact registered by hand.</summary>
    public static IReadOnlyList<InteractionOutcome> OutcomesOf(Channel channel, ContactDirection direction) => (channel, direction) switch
    {
        (_, ContactDirection.Incoming) => [InteractionOutcome.Received, InteractionOutcome.PassedOn],
        (Channel.Phone or Channel.Volunteer, _) => [InteractionOutcome.Reached, InteractionOutcome.NoAnswer, InteractionOutcome.WrongContact],
        (Channel.InPerson, _) => [InteractionOutcome.Reached],
        _ => [InteractionOutcome.Sent, InteractionOutcome.WrongContact],
    };
}
