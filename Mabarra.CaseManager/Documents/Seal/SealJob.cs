using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>Each night, papers that could not be sealed when they were issued are tried again.</summary>
internal sealed class SealJob(PaperSeals seals, IDbContextFactory<CaseDbContext> contexts, TimeProvider clock) : IDailyJob
{
    public string Name => "seals";

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        foreach (var id in await OpenAsync(cancel))
        {
            try
            {
                await seals.SealAsync(new Act(Actor.System, clock.Now), id, cancel);
            }
            catch (RuleViolation violation)
            {
                return violation.Code;
            }
        }

        return null;
    }

    private async Task<List<Guid>> OpenAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (papers, seals) = (db.IssuedDocuments, db.IssuedSeals);
        return await papers.Where(d => d.IsToBeSealed && !seals.Any(s => s.IssuedId == d.Id)).OrderBy(d => d.IssuedAt).Select(d => d.Id).ToListAsync(cancel);
    }
}
