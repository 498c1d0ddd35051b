using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Daily;

/// <summary>A colleague something may be handed to.</summary>
public sealed record DayColleague(Guid Id, string Name);

/// <summary>Reads of those who work here.</summary>
public sealed class ColleagueQueries(IDbContextFactory<CaseDbContext> contexts)
{
    private const int Most = 500;

    /// <summary>Everybody else who has a list of his own; a house has dozens.</summary>
    public async Task<IReadOnlyList<DayColleague>> OthersAsync(Act act, CancellationToken cancel)
    {
        act.Require(DailyModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive && u.Id != act.Actor.Id).OrderBy(u => u.FullName).Take(Most).ToListAsync(cancel);
        return [.. users.Where(u => AuthorizationMatrix.ReachOf(DailyModule.ViewPermission, u.Roles) != Reach.None).Select(u => new DayColleague(u.Id, u.FullName))];
    }
}
