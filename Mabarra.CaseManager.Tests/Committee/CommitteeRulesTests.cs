using Mabarra.CaseManager.Committee;

namespace Mabarra.CaseManager.Tests.Committee;

/// <summary>What holds of a committee, without a database.</summary>
public sealed class CommitteeRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(QuorumRule.Majority, 5, 3)]
    [InlineData(QuorumRule.Majority, 4, 3)]
    [InlineData(QuorumRule.Majority, 3, 2)]
    [InlineData(QuorumRule.Majority, 1, 1)]
    [InlineData(QuorumRule.TwoThirds, 3, 2)]
    [InlineData(QuorumRule.TwoThirds, 4, 3)]
    [InlineData(QuorumRule.TwoThirds, 5, 4)]
    [InlineData(QuorumRule.TwoThirds, 6, 4)]
    [InlineData(QuorumRule.AllMembers, 5, 5)]
    [InlineData(QuorumRule.AllMembers, 0, 1)]
    public void Quorum_follows_its_rule(QuorumRule rule, int voters, int needed) => Assert.Equal(needed, rule.Needed(voters));

    [Fact]
    public void Chair_deputy_and_secretary_are_one_each_and_nobody_sits_twice()
    {
        var committee = Some();
        Appoint(committee, CommitteePosition.Chair);
        foreach (var position in new[] { CommitteePosition.Deputy, CommitteePosition.Secretary })
            Appoint(committee, position);
        foreach (var position in new[] { CommitteePosition.Chair, CommitteePosition.Deputy, CommitteePosition.Secretary })
            Assert.Equal("committees.member.taken", Assert.Throws<RuleViolation>(() => Appoint(committee, position)).Code);
        var member = Appoint(committee, CommitteePosition.Member);
        Assert.Equal("committees.member.twice", Assert.Throws<RuleViolation>(() => Appoint(committee, CommitteePosition.Member, member)).Code);
        Appoint(committee, CommitteePosition.Member);
    }

    [Fact]
    public void A_place_is_free_again_the_day_after_its_holder_left_and_he_stays_on_the_list()
    {
        var committee = Some();
        var first = Appoint(committee, CommitteePosition.Chair);
        committee.EndMember(committee.Members[0].Id, Today, "انتهت مدته");
        Assert.Throws<RuleViolation>(() => Appoint(committee, CommitteePosition.Chair));
        committee.Appoint(new Appointment(Guid.NewGuid(), "الثاني", CommitteePosition.Chair, Today.AddDays(1), null, IsVoting: true));
        Assert.Equal(first, committee.MemberOn(Today, first)!.EmployeeId);
        Assert.Null(committee.MemberOn(Today.AddDays(1), first));
        Assert.Equal(2, committee.Members.Count);
        Assert.Equal("committees.member.ended", Assert.Throws<RuleViolation>(() => committee.EndMember(committee.Members[0].Id, Today.AddDays(3), "مرة أخرى")).Code);
    }

    [Fact]
    public void It_sits_only_with_chair_secretary_and_two_votes()
    {
        var committee = Some();
        Appoint(committee, CommitteePosition.Chair);
        Assert.False(committee.CanSit(Today));
        committee.Appoint(new Appointment(Guid.NewGuid(), "الأمين", CommitteePosition.Secretary, Today, null, IsVoting: false));
        Assert.False(committee.CanSit(Today));
        Assert.Equal(1, committee.VotersOn(Today));
        Appoint(committee, CommitteePosition.Member);
        Assert.True(committee.CanSit(Today));
        Assert.False(committee.CanSit(Today.AddDays(-1)));
        committee.SetActive(false);
        Assert.False(committee.CanSit(Today));
        Assert.Throws<RuleViolation>(() => committee.SetActive(false));
    }

    private static StandingCommittee Some() => new(new CommitteeWords { NameAr = "لجنة", NameEn = "Committee", Functions = CommitteeFunction.RequestStudy, QuorumRule = QuorumRule.Majority });

    private static Guid Appoint(StandingCommittee committee, CommitteePosition position, Guid? who = null)
    {
        var id = who ?? Guid.NewGuid();
        committee.Appoint(new Appointment(id, "عضو", position, Today, null, IsVoting: true));
        return id;
    }
}
