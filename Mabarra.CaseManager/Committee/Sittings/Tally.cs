namespace Mabarra.CaseManager.Committee;

/// <summary>
/// What a vote comes to: carried by more than half of those present who may vote on the item; with exactly half, the chair's side decides
/// (DOMAIN.md §2.4). Abstaining is being present and not for it. Nobody reckons by hand.
/// </summary>
/// <param name="Present">There, with a vote, and not recused.</param>
/// <param name="Needed">How many of them there have to be.</param>
public sealed record Tally(int For, int Against, int Abstain, int Present, int Needed, VoteChoice? ChairsVote)
{
    public bool HasQuorum => Present >= Needed;

    public bool IsLevel => For * 2 == Present && Present > 0;

    public bool IsCarried => For * 2 > Present || (IsLevel && ChairsVote == VoteChoice.For);

    public int Cast => For + Against + Abstain;
}
