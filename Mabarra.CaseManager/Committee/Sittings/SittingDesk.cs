using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>What every act on a sitting does before and after. What happens in a room happens at once: an act that met another one is tried again on what is there now.</summary>
public sealed class SittingDesk(CaseWriter writer)
{
    private const int Tries = 5;

    /// <summary>Loads the sitting with its committee, asks, changes, and writes the act down.</summary>
    internal async Task<T> ChangeAsync<T>(
        Act act, Guid id, string permission, string action, Func<SittingAtHand, bool> may, Func<SittingAtHand, Task<T>> change, CancellationToken cancel)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await writer.SaveAsync(async db =>
                {
                    var at = await LoadAsync(db, id, cancel);
                    if (!may(at with { Act = act }))
                        throw act.Refuse(permission, id);
                    var result = await change(at with { Act = act });
                    db.Record(act, action, at.Sitting, at.Sitting.Label, "ت-5");
                    return result;
                }, cancel);
            }
            catch (Exception e) when (tried < Tries && (e is StaleRecord || (e is DbUpdateException update && update.IsUniqueViolation())))
            {
                // Somebody else's act came between; the rules are asked again on what it left.
            }
        }
    }

    internal Task ChangeAsync(Act act, Guid id, string permission, string action, Func<SittingAtHand, bool> may, Func<SittingAtHand, Task> change, CancellationToken cancel) =>
        ChangeAsync(act, id, permission, action, may, async at =>
        {
            await change(at);
            return true;
        }, cancel);

    internal static async Task<SittingAtHand> LoadAsync(CaseDbContext db, Guid id, CancellationToken cancel)
    {
        var sittings = db.Sittings;
        var sitting = await sittings.Include(s => s.Items).ThenInclude(i => i.Votes).Include(s => s.Items).ThenInclude(i => i.Recusals)
            .Include(s => s.Attendances).ThenInclude(a => a.Stays).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, cancel)
            ?? throw new RuleViolation("committees.sitting.gone");
        return new SittingAtHand(db, sitting, await db.CommitteeAsync(sitting.CommitteeId, cancel));
    }
}

/// <summary>A sitting on the table, inside a transaction.</summary>
internal sealed record SittingAtHand(CaseDbContext Db, Sitting Sitting, StandingCommittee Committee)
{
    public Act Act { get; init; } = null!;

    private CommitteeMember? Me => Committee.MemberOn(Act.On, Act.Actor.Id);

    /// <summary>Chair, deputy or secretary.</summary>
    public bool Manages => Me is { Manages: true };

    /// <summary>Chair or deputy.</summary>
    public bool Leads => Me is { Leads: true };

    public bool IsMember => Me is not null;

    public async Task<ServiceRequest> RequestAsync(Guid id, CancellationToken cancel)
    {
        var requests = Db.ServiceRequests;
        return await requests.SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new RuleViolation("intake.request.gone");
    }

    /// <summary>What becomes of the request stands in its own trail too.</summary>
    public void Record(string action, ServiceRequest request) => Db.Record(Act, action, request, request.Number, "ت-5");
}
