using Mabarra.CaseManager.Committee;

namespace Mabarra.CaseManager.Tests.Committee;

/// <summary>What a vote comes to.</summary>
public sealed class TallyTests
{
    [Theory]
    [InlineData(3, 1, 0, 4, null, true)]
    [InlineData(2, 1, 0, 3, null, true)]
    [InlineData(1, 2, 0, 3, null, false)]
    // Abstaining is being there and not for it: two of five carry nothing.
    [InlineData(2, 1, 2, 5, null, false)]
    // Who is there and does not vote counts as there too.
    [InlineData(2, 0, 0, 5, null, false)]
    // Exactly half: the chair's side.
    [InlineData(2, 2, 0, 4, VoteChoice.For, true)]
    [InlineData(2, 2, 0, 4, VoteChoice.Against, false)]
    [InlineData(2, 0, 2, 4, VoteChoice.Abstain, false)]
    [InlineData(2, 2, 0, 4, null, false)]
    [InlineData(0, 0, 0, 0, null, false)]
    public void More_than_half_of_those_present_carry_it_and_the_chair_breaks_a_tie(int yes, int no, int abstain, int present, VoteChoice? chair, bool carried) =>
        Assert.Equal(carried, new Tally(yes, no, abstain, present, 1, chair).IsCarried);

    [Fact]
    public void Quorum_is_asked_of_the_item() => Assert.False(new Tally(2, 0, 0, 2, 3, null).HasQuorum);
}
