using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake.Replies;

/// <summary>The reply has reached the beneficiary (R5): when, by which channel, and what proves it.</summary>
/// <param name="Proof">Who answered, the server's word, who signed, the post number.</param>
/// <param name="DaysLate">Working days after the last day; 0 when on time.</param>
public sealed record RequestReply(DateOnly On, DateTime At, string ByName, Channel Channel, [property: PrivateValue] string? Proof, bool IsOnTime, int DaysLate);

/// <summary>Proof of a reply that somebody delivered, as typed.</summary>
public sealed record ReplyForm
{
    public required Channel? Channel { get; init; }

    public required string? Proof { get; init; }
}
