using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Demo;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Mabarra.CaseManager.Tests.Demo;

/// <summary>The demonstration data: put in once and whole, by the rules, and taken out again without a trace but the trail's.</summary>
public abstract class DemoHouse(TestDatabase database) : IntakeHouse(database)
{
    private const int EarlyKill = 60;

    private DemoData Data => The<DemoData>();

    protected override void AddTo(IServiceCollection collection) =>
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });

    protected override async Task SetUpAsync()
    {
        await base.SetUpAsync();
        await The<DemonstrationAccounts>().EnsureAsync(Cancel);
    }

    /// <summary>One long test, for putting it in takes its time.</summary>
    [Fact]
    public async Task A_start_after_a_killed_one_puts_everything_in_once_and_the_rules_hold()
    {
        await KilledAsync();
        Assert.Equal(DemoState.Filling, await Data.StateAsync(Cancel));
        Assert.True(await Data.FillAsync(Cancel));
        Assert.False(await Data.FillAsync(Cancel));

        Assert.Equal(60, (await CountAsync(db => db.Beneficiaries)).Count);
        var requests = await CountAsync(db => db.Set<ServiceRequest>().AsNoTracking());
        var today = By().On;
        Assert.Equal(140, requests.Count);
        Assert.Equal(4, requests.Count(r => r.AwaitsReply && r.DueOn < today));
        Assert.Equal(61, requests.Count(r => r.AwaitsReply && r.DueOn >= today));
        Assert.Equal(6, requests.Count(r => r.Status == RequestStatus.Incomplete && r.IsReminderDue(today)));
        Assert.Equal(6, requests.Count(r => r.Status == RequestStatus.Incomplete));
        Assert.Equal((10, 32, 27, 1), (
            requests.Count(r => r.Status == RequestStatus.Draft), requests.Count(r => r.Status == RequestStatus.Withdrawn),
            requests.Count(r => r.Status == RequestStatus.Archived), requests.Count(r => r.RevokedCount == 1)));
        Assert.Equal(today.AddMonths(-9), requests.Min(r => RiyadhTime.DayOf(r.CreatedAt)), new DayTolerance(5));
        Assert.True((await CountAsync(db => db.Visits)).TrueForAll(v => v.ArrivedAt <= Clock.Now));

        var waiting = (await CountAsync(db => db.Visits)).FindAll(v => RiyadhTime.DayOf(v.ArrivedAt) == today).ConvertAll(v => v.Status);
        Assert.Equal((3, 1), (waiting.Count(s => s == VisitStatus.Waiting), waiting.Count(s => s == VisitStatus.Called)));
        Assert.Contains(VisitStatus.Served, waiting);
        Assert.Single(await CountAsync(db => db.Visits.Where(v => v.Status == VisitStatus.HandedOver)));
        Assert.Contains(await CountAsync(db => db.Visits), v => v.VolunteerName is not null);
        Assert.NotEmpty(await CountAsync(db => db.SensitivityFlags));
        var matrix = await The<MatrixReader>().ReadAsync(Cancel);
        var liaison = (await CountAsync(db => db.Users.Where(u => u.UserName == "liaison")))[0].Id;
        Assert.Contains("Patients", matrix.CategoriesOf(liaison, today));
        Assert.Equal(["Disaster/Empowerment", "Wayfarer/Empowerment"], matrix.Gaps(today).Select(c => c.Cell).Order(StringComparer.Ordinal));
        Assert.All(requests, r => Assert.NotNull(r.LiaisonCell));
        var signatures = await CountAsync(db => db.Set<Acknowledgement>());
        Assert.Equal((25, 2, 1), (signatures.Count(a => a.Status == AckStatus.Signed), signatures.Count(a => a.IsLate(today) && a.SeniorToldAt is not null), signatures.Count(a => a.Status == AckStatus.Exempt)));
        Assert.True((await The<AuditVerifier>().VerifyAsync(cancel: Cancel)).IsWhole);

        var gone = await Data.RemoveAsync(Cancel);
        Assert.Equal((60, 140), (gone.Files, gone.Requests));
        await NothingIsLeftAsync();
        Assert.False(await Data.FillAsync(Cancel));
    }

    [Fact]
    public async Task Remove_leaves_the_rest_and_refuses_while_something_hangs_on_it()
    {
        await KilledAsync();
        var person = (await CountAsync(db => db.Beneficiaries.OrderBy(b => b.FileNo)))[0];
        var own = await OpenRequestAsync();
        var hanging = await OpenRequestAsync(beneficiary: person.Id);
        var refused = await Assert.ThrowsAsync<DemoInUse>(() => Data.RemoveAsync(Cancel));
        Assert.Equal([(await RequestAsync(hanging)).Number], refused.Requests);
        Assert.Equal(DemoState.Filling, await Data.StateAsync(Cancel));

        await using (var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel))
        {
            await db.Set<RequestItem>().Where(i => i.RequestId == hanging).ExecuteDeleteAsync(Cancel);
            await db.Set<ServiceRequest>().Where(r => r.Id == hanging).ExecuteDeleteAsync(Cancel);
        }

        await Data.RemoveAsync(Cancel);
        Assert.Equal(own, Assert.Single(await CountAsync(db => db.Set<ServiceRequest>().Select(r => r.Id))));
        Assert.Single(await CountAsync(db => db.Beneficiaries));
        Assert.Equal(4, (await CountAsync(db => db.Users.Where(u => u.IsDemonstration && (u.UserName == "reception" || u.UserName == "liaison" || u.UserName == "manager" || u.UserName == "admin")))).Count);
        Assert.Equal("demo.data.remove", (await CountAsync(db => db.AuditEntries.OrderByDescending(e => e.Sequence).Take(1).Select(e => e.Action)))[0]);
        Assert.True((await The<AuditVerifier>().VerifyAsync(cancel: Cancel)).IsWhole);
    }

    [Fact]
    public async Task Nothing_is_put_beside_somebodys_own_data()
    {
        await RegisterAsync();
        Assert.False(await Data.FillAsync(Cancel));
        Assert.Equal(DemoState.None, await Data.StateAsync(Cancel));
    }

    private async Task KilledAsync()
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Data.FillAsync(kill.Token, done =>
        {
            if (done == EarlyKill)
                kill.Cancel();
        }));
    }

    private async Task NothingIsLeftAsync()
    {
        Assert.Empty(await CountAsync(db => db.Beneficiaries));
        Assert.Empty(await CountAsync(db => db.Visits));
        Assert.Empty(await CountAsync(db => db.Set<RequestItem>().Select(i => i.Id)));
        Assert.Empty(await CountAsync(db => db.Set<StoredDocument>().Select(d => d.Id)));
        Assert.Empty(await CountAsync(db => db.Set<HouseholdMember>().Select(m => m.Id)));
        Assert.Empty(await CountAsync(db => db.Set<StaffMember>().Select(m => m.Id)));
        Assert.Empty(await CountAsync(db => db.Set<DepartmentCopy>().Select(c => c.Id)));
        Assert.DoesNotContain(await CountAsync(db => db.Set<PolicyVersion>()), v => v.Status != VersionStatus.Draft);
        Assert.True((await The<AuditVerifier>().VerifyAsync(cancel: Cancel)).IsWhole);
    }

    /// <summary>The first working day may lie a few days in.</summary>
    private sealed class DayTolerance(int days) : IEqualityComparer<DateOnly>
    {
        public bool Equals(DateOnly x, DateOnly y) => Math.Abs(x.DayNumber - y.DayNumber) <= days;

        public int GetHashCode(DateOnly obj) => 0;
    }
}

public sealed class DemoTests() : DemoHouse(TestDatabase.Sqlite());
