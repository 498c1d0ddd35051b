using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>
/// Moves what stood on accounts before there was a matrix into it: each category in all fields, from today on. Where two accounts had one category the first
/// to be made is its officer and the second the backup, who still gets the people when the officer is away. Does nothing once done.
/// </summary>
internal sealed class StandInMove(TimeProvider clock) : IReferenceData
{
    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        var accounts = (await db.Users.OrderBy(u => u.Id).ToListAsync(cancel)).Where(u => u.OwnCategories.Count > 0).ToList();
        if (accounts.Count == 0)
            return;
        var act = new Act(Kernel.Actor.System, clock.Now);
        var held = (await db.LiaisonAssignments.Where(a => a.FieldCode == null && a.ToOn == null).Select(a => a.CategoryCode).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var category in accounts.SelectMany(u => u.OwnCategories).Distinct(StringComparer.Ordinal).Where(c => !held.Contains(c)))
        {
            var own = accounts.Where(u => u.OwnCategories.Contains(category)).Select(u => u.Id).ToList();
            var made = new LiaisonAssignment(
                await db.NextSerialAsync("liaison", cancel), null, new LiaisonPlace(category, null), new LiaisonPair(own[0], own.Count > 1 ? own[1] : null), act.On, null);
            db.Add(made);
            db.Record(act, "liaison.charge.begin", made, LiaisonService.Label(made), "خ-1");
        }
        foreach (var user in accounts)
        {
            db.Record(act, "liaison.charge.moved", user.Id, "StaffUser", user.UserName, "خ-1");
            user.OwnCategories = new HashSet<string>(StringComparer.Ordinal);
        }
    }
}
