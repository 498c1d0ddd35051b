using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.PolicyLibrary.Awareness;
using Mabarra.CaseManager.PolicyLibrary.Papers;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.PolicyLibrary;

/// <summary>Reminders on their days, the head, then senior management; the device lent to who has no account; what other modules ask; awareness (مسؤوليات-١, مسؤوليات-٣; ب-٣).</summary>
public abstract class ChasingSuite(TestDatabase database) : SigningHouse(database)
{
    [Fact]
    public async Task Reminders_come_every_three_working_days_then_the_head_then_senior_management()
    {
        var (head, headAct) = await MemberAsync("هدى ناصر الشهري");
        var (member, act) = await MemberAsync("نورة سعد العمري");
        await The<DepartmentService>().ChangeAsync(Hr, await DepartmentAsync(), "خدمات المستفيدين", head, isActive: true, Cancel);
        await PublishFirstAsync();
        await WholeAsync(headAct, (await AckAsync(head)).Id);
        await RoundsAsync(new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25));
        Assert.Equal(0, (await AckAsync(member)).Reminders);
        await RoundsAsync(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 28));
        Assert.Equal(1, (await AckAsync(member)).Reminders);
        // Due on the 7th of December: on the 8th the head is told, three working days later senior management.
        await RoundsAsync([.. Enumerable.Range(1, 7).Select(d => new DateOnly(2026, 12, d))]);
        Assert.Null((await AckAsync(member)).HeadToldAt);
        await RoundsAsync(new DateOnly(2026, 12, 8));
        Assert.Equal("نورة سعد العمري", Assert.Single((await The<SigningQueries>().MineAsync(Again(headAct), Cancel)).Team).Name);
        Assert.Equal(0, await The<CoverageQueries>().EscalatedAsync(By(StaffRole.SeniorManagement), Cancel));
        await RoundsAsync(new DateOnly(2026, 12, 9), new DateOnly(2026, 12, 10), new DateOnly(2026, 12, 13));
        Assert.Equal(1, await The<CoverageQueries>().EscalatedAsync(By(StaffRole.SeniorManagement), Cancel));
        Assert.Equal(0, await The<CoverageQueries>().EscalatedAsync(By(StaffRole.FrontDesk), Cancel));
        Assert.True(await The<SigningQueries>().IsLateByAsync(Again(act), 3, Cancel));
        Assert.False(await The<SigningQueries>().IsLateByAsync(Again(act), 4, Cancel));
        await WholeAsync(act, (await AckAsync(member)).Id);
        var reminders = (await AckAsync(member)).Reminders;
        await RoundsAsync(new DateOnly(2026, 12, 20));
        Assert.Equal(reminders, (await AckAsync(member)).Reminders);
        Assert.Empty((await The<SigningQueries>().MineAsync(Again(headAct), Cancel)).Team);
    }

    [Fact]
    public async Task Who_has_no_account_reads_and_signs_in_person_on_the_device_of_human_resources()
    {
        var (member, _) = await MemberAsync("آمنة أحمد البلوي", StaffKind.Contractor, account: false);
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        Assert.True((await The<SigningQueries>().OpenAsync(Hr, ack.Id, Cancel)).IsAtDesk);
        await Assert.ThrowsAsync<AccessDenied>(() => The<SigningService>().OpenAsync(By(StaffRole.FrontDesk), ack.Id, Cancel));
        await The<SigningService>().OpenAsync(Hr, ack.Id, Cancel);
        var hash = await HashAsync(Hr, ack.Id);
        Assert.Equal("policies.read.soon", (await Assert.ThrowsAsync<RuleViolation>(() => The<SigningService>().ReadAsync(Hr, ack.Id, hash, reachedEnd: true, Cancel))).Code);
        await WholeAsync(Hr, ack.Id);
        var signed = await AckAsync(member);
        Assert.Equal((AckStatus.Signed, UnderstandingProof.Check, Hr.Actor.Name), (signed.Status, signed.UnderstoodBy, signed.RecordedByName));
    }

    [Fact]
    public async Task Who_cannot_read_is_not_left_alone_with_the_device()
    {
        var (member, _) = await MemberAsync("آمنة أحمد البلوي", StaffKind.Contractor, account: false, cannotRead: true);
        await PublishFirstAsync();
        await Assert.ThrowsAsync<AccessDenied>(async () => await The<SigningService>().OpenAsync(Hr, (await AckAsync(member)).Id, Cancel));
    }

    [Fact]
    public async Task Other_modules_ask_whether_a_policy_is_signed()
    {
        var (member, act) = await MemberAsync("أمل صالح الغامدي", StaffKind.Volunteer);
        Assert.Equal(new PolicyStanding(IsOwed: false, null, null), await StandingAsync());
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        Assert.Equal(new PolicyStanding(IsOwed: true, null, ack.Id), await StandingAsync());
        await WholeAsync(act, ack.Id);
        Assert.False((await StandingAsync()).IsOwed);
        await PublishNextAsync();
        Assert.True((await StandingAsync()).IsOwed);
        Assert.True((await ReadAsync(db => SignedPolicies.OfAccountAsync(db, PolicyKind.BeneficiaryRelations, act.Actor.Id, Cancel))).IsOwed);
        Assert.False((await ReadAsync(db => SignedPolicies.OfAccountAsync(db, PolicyKind.VolunteeringPolicy, act.Actor.Id, Cancel))).IsOwed);

        Task<PolicyStanding> StandingAsync() => ReadAsync(db => SignedPolicies.OfAsync(db, PolicyKind.BeneficiaryRelations, member, Cancel));
    }

    [Fact]
    public async Task Volunteer_who_signed_the_volunteering_policy_may_make_contacts()
    {
        var (member, act) = await MemberAsync("أمل صالح الغامدي", StaffKind.Volunteer);
        var policy = (await PolicyAsync(PolicyKind.VolunteeringPolicy)).Id;
        var draft = await The<PolicyTextService>().StartAsync(Hr, Guid.NewGuid(), policy, Cancel);
        var clause = new ClauseForm { Key = "تطوع-١", Kind = ClauseKind.Item, Mark = "١", TextAr = "يحفظ المتطوع ما يطلع عليه." };
        await The<PolicyTextService>().SaveClauseAsync(Hr, draft, (await VersionAsync(draft)).Version, null, clause, cancel: Cancel);
        await The<PublishingService>().PublishAsync(Hr, draft, (await VersionAsync(draft)).Version, Approval(), cancel: Cancel);
        Assert.Empty(await ReadAsync(db => CaseManager.Contacts.Interactions.SignedVolunteers.AllAsync(db, Cancel)));
        await WholeAsync(act, (await AckAsync(member)).Id);
        Assert.Equal(["أمل صالح الغامدي"], await ReadAsync(db => CaseManager.Contacts.Interactions.SignedVolunteers.AllAsync(db, Cancel)));
    }

    [Fact]
    public async Task Coverage_is_printed_with_its_numbers_and_late_names_for_who_follows_it_up()
    {
        var (first, act) = await MemberAsync("نورة سعد العمري");
        await MemberAsync("مها علي الحربي", StaffKind.Contractor);
        var version = await PublishFirstAsync();
        await WholeAsync(act, (await AckAsync(first)).Id);
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 10, 8, 0, 0, TimeSpan.Zero));
        var issued = await The<CoveragePapers>().PrintAsync(Hr, version, Cancel);
        var text = await PaperAsync(Hr, issued);
        Assert.Contains("50%", text, StringComparison.Ordinal);
        Assert.Contains("مها علي الحربي", text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AccessDenied>(() => PaperAsync(Again(act), issued));
        await Assert.ThrowsAsync<AccessDenied>(() => The<CoveragePapers>().PrintAsync(Hr, Guid.NewGuid(), Cancel));
    }

    [Fact]
    public async Task Attendance_is_kept_by_department_and_counted_over_the_year()
    {
        var (first, _) = await MemberAsync("نورة سعد العمري", account: false);
        var (second, _) = await MemberAsync("مها علي الحربي", account: false);
        var form = new AwarenessForm { Kind = AwarenessKind.Workshop, Title = "ورشة الاستقبال", HeldOn = new DateOnly(2026, 11, 22) };
        var id = await The<AwarenessService>().AddAsync(Hr, Guid.NewGuid(), form, Cancel);
        await The<AwarenessService>().AttendAsync(Hr, id, new HashSet<Guid> { first, second }, new HashSet<Guid> { first, second }, Cancel);
        await The<AwarenessService>().AttendAsync(Hr, id, new HashSet<Guid> { second }, new HashSet<Guid>(), Cancel);
        var people = await The<AwarenessQueries>().PeopleAsync(Hr, id, await DepartmentAsync(), Cancel);
        Assert.Equal([("مها علي الحربي", false), ("نورة سعد العمري", true)], people.Select(p => (p.Name, p.IsPresent)));
        var year = await The<AwarenessQueries>().YearAsync(Hr, Cancel);
        Assert.Equal((1, 2, 1, 50), (year.Activities, year.All.Owed, year.All.Signed, year.All.Percent));
        var coming = await The<AwarenessService>().AddAsync(Hr, Guid.NewGuid(), form with { HeldOn = new DateOnly(2026, 12, 1) }, Cancel);
        await Refused.WithAsync("policies.awareness.early", null, () => The<AwarenessService>().AttendAsync(Hr, coming, new HashSet<Guid> { first }, new HashSet<Guid> { first }, Cancel));
        var poster = await The<AwarenessService>().AddAsync(Hr, Guid.NewGuid(), form with { Kind = AwarenessKind.Poster }, Cancel);
        await Refused.WithAsync("policies.awareness.noattendance", null, () => The<AwarenessService>().AttendAsync(Hr, poster, new HashSet<Guid> { first }, new HashSet<Guid> { first }, Cancel));
    }

    /// <summary>The nightly round of each of these days.</summary>
    private async Task RoundsAsync(params DateOnly[] days)
    {
        foreach (var day in days)
        {
            Clock.SetUtcNow(new DateTimeOffset(day.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero));
            await The<PolicyReminders>().RunAsync(Cancel);
        }
    }
}

public sealed class ChasingTests() : ChasingSuite(TestDatabase.Sqlite());
