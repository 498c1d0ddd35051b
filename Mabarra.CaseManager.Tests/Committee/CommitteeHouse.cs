using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Committee;

/// <summary>A house with a committee of requests that can sit: chair, secretary and two members.</summary>
public abstract class CommitteeHouse(TestDatabase database) : IntakeHouse(database)
{
    protected StaffUser Chair { get; private set; } = null!;

    protected StaffUser Secretary { get; private set; } = null!;

    protected StaffUser First { get; private set; } = null!;

    protected StaffUser Second { get; private set; } = null!;

    protected Guid CommitteeId { get; private set; }

    protected override async Task SetUpAsync()
    {
        await base.SetUpAsync();
        Chair = await AccountAsync("chair", "رئيس اللجنة");
        Secretary = await AccountAsync("secretary", "أمين اللجنة");
        First = await AccountAsync("first", "العضو الأول");
        Second = await AccountAsync("second", "العضو الثاني");
        CommitteeId = (await The<CommitteeQueries>().AllAsync(By(StaffRole.SeniorManagement), Cancel)).Single(c => c.Functions == CommitteeFunction.RequestStudy).Id;
        await AppointAsync(Chair, CommitteePosition.Chair);
        await AppointAsync(Secretary, CommitteePosition.Secretary);
        await AppointAsync(First, CommitteePosition.Member);
        await AppointAsync(Second, CommitteePosition.Member);
    }

    protected Act As(StaffUser user, string? why = null) =>
        By(user.Id, [.. user.Roles]) with { Why = why } is var act ? act with { Actor = act.Actor with { Name = user.FullName } } : null!;

    protected async Task<StaffUser> AccountAsync(string userName, string fullName, StaffRole role = StaffRole.CommitteeMember)
    {
        var user = new StaffUser(userName, fullName, role) { SecurityStamp = userName, NormalizedUserName = userName.ToUpperInvariant() };
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(user);
            return Task.CompletedTask;
        }, Cancel);
        return user;
    }

    protected async Task AppointAsync(StaffUser user, CommitteePosition position) => await The<CommitteeService>().AppointAsync(
        By(StaffRole.SeniorManagement), CommitteeId, await CommitteeVersionAsync(), new MembershipForm { EmployeeId = user.Id, Position = position, FromOn = By().On, IsVoting = true }, Cancel);

    protected async Task<StandingCommittee> CommitteeAsync(Guid? id = null) => await ReadAsync(db =>
    {
        var (committees, wanted) = (db.StandingCommittees, id ?? CommitteeId);
        return committees.AsNoTracking().Include(c => c.Members).SingleAsync(c => c.Id == wanted, Cancel);
    });

    protected async Task<Guid> CommitteeVersionAsync() => (await CommitteeAsync()).Version;
}
