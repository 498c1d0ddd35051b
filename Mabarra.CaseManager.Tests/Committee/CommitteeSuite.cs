using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Committee;

/// <summary>Committees as data, on both databases.</summary>
public abstract class CommitteeSuite(TestDatabase database) : CommitteeHouse(database)
{
    private static readonly CommitteeForm Own = new() { NameAr = "لجنة المساعدات", Functions = [CommitteeFunction.RequestStudy], FormationNo = "17/1448", FormedOn = new DateOnly(2026, 6, 20) };

    [Fact]
    public async Task The_three_committees_of_the_policy_are_there_once_and_one_more_can_be_added_once()
    {
        await AddReferenceDataAsync();
        var manager = By(StaffRole.SeniorManagement);
        var all = await The<CommitteeQueries>().AllAsync(manager, Cancel);
        Assert.Equal([CommitteeFunction.RequestStudy, CommitteeFunction.ComplaintFollowUp, CommitteeFunction.Investigation], all.Select(c => c.Functions));
        Assert.Equal([true, false, false], all.Select(c => c.CanSit));

        var key = Guid.NewGuid();
        var id = await The<CommitteeService>().AddAsync(manager, key, Own, Cancel);
        Assert.Equal(id, await The<CommitteeService>().AddAsync(manager, key, Own, Cancel));
        Assert.Equal(4, (await The<CommitteeQueries>().AllAsync(manager, Cancel)).Count);
        await Refused.WithAsync("committees.committee.exists", nameof(CommitteeForm.NameAr), () => The<CommitteeService>().AddAsync(manager, Guid.NewGuid(), Own, Cancel));
        Assert.Equal("17/1448", (await CommitteeAsync(id)).FormationNo);
    }

    [Fact]
    public async Task What_is_said_of_a_committee_must_hold()
    {
        Task Add(CommitteeForm form) => The<CommitteeService>().AddAsync(By(StaffRole.SystemAdmin), Guid.NewGuid(), form, Cancel);
        await Refused.WithAsync("committees.committee.functions", nameof(CommitteeForm.Functions), () => Add(Own with { Functions = [] }));
        await Refused.WithAsync("committees.committee.allmembers", nameof(CommitteeForm.QuorumRule), () => Add(Own with { Functions = [CommitteeFunction.Investigation] }));
        await Refused.WithAsync("committees.committee.future", nameof(CommitteeForm.FormedOn), () => Add(Own with { FormedOn = By().On.AddDays(1) }));
        await Refused.WithAsync("committees.committee.term", nameof(CommitteeForm.TermEndsOn), () => Add(Own with { TermEndsOn = Own.FormedOn }));
        await Refused.WithAsync("committees.committee.services", nameof(CommitteeForm.Services), () => Add(Own with { Services = ["nothing"] }));
        await Refused.WithAsync("kernel.text.required", nameof(CommitteeForm.NameAr), () => Add(Own with { NameAr = " " }));
    }

    [Fact]
    public async Task The_chair_mans_his_own_committee_and_no_other_and_a_member_none()
    {
        var newcomer = await AccountAsync("newcomer", "عضو جديد");
        var form = new MembershipForm { EmployeeId = newcomer.Id, FromOn = By().On };
        await Assert.ThrowsAsync<AccessDenied>(async () => await The<CommitteeService>().AppointAsync(As(First), CommitteeId, await CommitteeVersionAsync(), form, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<CommitteeService>().AddAsync(As(Chair), Guid.NewGuid(), Own, Cancel));
        await The<CommitteeService>().AppointAsync(As(Chair), CommitteeId, await CommitteeVersionAsync(), form, Cancel);
        Assert.Equal(5, (await CommitteeAsync()).Members.Count);

        var other = await The<CommitteeService>().AddAsync(By(StaffRole.SystemAdmin), Guid.NewGuid(), Own, Cancel);
        await Assert.ThrowsAsync<AccessDenied>(() => The<CommitteeQueries>().OpenAsync(As(Chair), other, Cancel));
        var (version, hr) = ((await CommitteeAsync(other)).Version, await AccountAsync("hr", "موارد", StaffRole.HumanResources));
        await Assert.ThrowsAsync<AccessDenied>(() => The<CommitteeService>().AppointAsync(As(Chair), other, version, form, Cancel));
        await Refused.WithAsync("committees.member.role", nameof(form.EmployeeId), () =>
            The<CommitteeService>().AppointAsync(By(StaffRole.SystemAdmin), other, version, form with { EmployeeId = hr.Id }, Cancel));
        Assert.Single(await The<CommitteeQueries>().AllAsync(As(Chair), Cancel));
        Assert.Equal(4, (await The<CommitteeQueries>().CandidatesAsync(As(Chair), Cancel)).Count(c => c.Id != newcomer.Id));
    }

    [Fact]
    public async Task An_ended_membership_stays_with_its_reason_and_a_stale_page_ends_nothing()
    {
        var committee = await CommitteeAsync();
        var member = committee.Members.Single(m => m.EmployeeId == Second.Id);
        var end = new EndForm(By().On, "اعتذر عن الاستمرار");
        await The<CommitteeService>().EndMemberAsync(As(Chair), CommitteeId, committee.Version, member.Id, end, Cancel);
        await Assert.ThrowsAsync<StaleRecord>(() => The<CommitteeService>().EndMemberAsync(As(Chair), CommitteeId, committee.Version, member.Id, end, Cancel));
        Clock.Advance(TimeSpan.FromDays(1));
        var after = await CommitteeAsync();
        Assert.Equal(4, after.Members.Count);
        Assert.Equal(3, after.ActiveOn(By().On).Count());
        Assert.Equal("اعتذر عن الاستمرار", after.Members.Single(m => m.Id == member.Id).EndReason);
        var acts = await CountAsync(db => db.AuditEntries.Where(e => e.RecordId == CommitteeId).Select(e => e.Action));
        Assert.Equal(["committees.committee.add", "committees.member.appoint", "committees.member.end"], acts.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_formation_decision_is_added_by_whoever_may_change_the_committee_only()
    {
        NewDocument File() => new() { Key = Guid.NewGuid(), OwnerId = CommitteeId, OwnerType = nameof(StandingCommittee), FileName = "قرار.png", Sensitivity = Sensitivity.Normal };
        await Assert.ThrowsAsync<AccessDenied>(() => The<DocumentService>().StoreBytesAsync(As(First), File(), Make.Signature(), Cancel));
        var document = await The<DocumentService>().StoreBytesAsync(As(Chair), File(), Make.Signature(), Cancel);
        await The<CommitteeService>().ChangeAsync(As(Chair), CommitteeId, await CommitteeVersionAsync(), Own with { FormationDocumentId = document }, Cancel);
        Assert.Equal(document, (await CommitteeAsync()).FormationDocumentId);
        await using var opened = await The<DocumentQueries>().OpenAsync(As(First), document, Cancel);
        await Assert.ThrowsAsync<AccessDenied>(() => The<DocumentQueries>().OpenAsync(By(StaffRole.HumanResources), document, Cancel));
    }
}

public sealed class CommitteeTests() : CommitteeSuite(TestDatabase.Sqlite());
