using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Committee;

/// <summary>A house with a committee and requests on their way to it, and the steps of a sitting.</summary>
public abstract class SittingHouse(TestDatabase database) : CommitteeHouse(database)
{
    protected static readonly ProposalForm Approve = new() { Outcome = DecisionOutcome.Approved, Amount = new Money(125_000), Article = "7/2" };

    /// <summary>Complete, studied where that is asked for, and ready for the committee.</summary>
    protected async Task<Guid> ReadyForCommitteeAsync(string category = "Widows")
    {
        var id = await CompleteRequestAsync(category);
        await The<StudyService>().SaveAsync(Officer(category), id, Study, isFinished: true, Cancel);
        return id;
    }

    protected async Task<Guid> CompleteRequestAsync(string category = "Widows")
    {
        var id = await ReadyRequestAsync(beneficiary: await RegisterAsync(category));
        await CompleteAsync(id);
        return id;
    }

    protected StudyForm Study => new() { VisitOn = By().On, Need = "سداد الإيجار المتأخر", Opinion = "أسرة متعففة تستحق", Recommendation = DecisionOutcome.Approved };

    protected Task<Guid> PlanAsync(int days = 3, SittingMode mode = SittingMode.InPerson) =>
        The<SittingService>().PlanAsync(As(Secretary), Guid.NewGuid(), CommitteeId, new SittingForm { On = By().On.AddDays(days), Time = "10:00", Place = "قاعة الاجتماعات", Mode = mode }, Cancel);

    /// <summary>Invited, with these requests on its agenda.</summary>
    protected async Task<Guid> InvitedAsync(SittingMode mode = SittingMode.InPerson, params Guid[] requests)
    {
        var sitting = await PlanAsync(mode: mode);
        foreach (var request in requests)
            await The<SittingService>().ListAsync(As(Secretary), sitting, request, Cancel);
        await The<SittingService>().InviteAsync(As(Chair), sitting, Cancel);
        return sitting;
    }

    protected async Task ArriveAsync(Guid sitting, params StaffUser[] members)
    {
        foreach (var member in members)
            await The<RoomService>().ArriveAsync(As(Secretary), sitting, member.Id, Cancel);
    }

    /// <summary>Open with these present, and its first item under discussion.</summary>
    protected async Task<(Guid Sitting, Guid Item, Guid Request)> DiscussingAsync(params StaffUser[] present)
    {
        var request = await ReadyForCommitteeAsync();
        var sitting = await InvitedAsync(requests: request);
        await ArriveAsync(sitting, present);
        await The<RoomService>().OpenAsync(As(Chair), sitting, Cancel);
        var item = (await ViewAsync(sitting)).Items[0].Id;
        await The<RoomService>().BeginItemAsync(As(Secretary), sitting, item, Cancel);
        return (sitting, item, request);
    }

    protected Task VoteAsync(StaffUser member, Guid sitting, Guid item, VoteChoice choice, string? reservation = null) =>
        The<VoteService>().CastAsync(As(member), sitting, item, new VoteForm { Choice = choice, Reservation = reservation }, Cancel);

    protected async Task<SittingView> ViewAsync(Guid sitting, StaffUser? reader = null) => (await The<SittingQueries>().OpenAsync(As(reader ?? Secretary), sitting, Cancel))!;
}
