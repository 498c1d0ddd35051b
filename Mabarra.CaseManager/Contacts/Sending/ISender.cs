using Mabarra.CaseManager.Contacts.Notices;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>A message as it leaves the app.</summary>
/// <param name="Key">Always the same for the same notice: mail servers know a message by it, gateways a repetition.</param>
public sealed record Outgoing(string Key, string To, string Name, string Subject, string Arabic, string English, string From, string FromName);

/// <summary>How an attempt ended.</summary>
/// <param name="Outcome"><see cref="TryOutcome.Accepted"/>, <see cref="TryOutcome.Later"/> or <see cref="TryOutcome.Refused"/>.</param>
/// <param name="Words">The server's own; shown to staff, never to the public.</param>
public sealed record SendResult(TryOutcome Outcome, string? Words)
{
    internal static SendResult Later(Exception why) => new(TryOutcome.Later, why.Message);
}

/// <summary>One way out. Never throws but for cancellation: whatever goes wrong is its answer.</summary>
public interface ISender
{
    bool Serves(NoticeRoute route);

    Task<SendResult> SendAsync(Gateway gateway, string? secret, Outgoing message, CancellationToken cancel);
}
