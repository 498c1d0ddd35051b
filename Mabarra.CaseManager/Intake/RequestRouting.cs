using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Sends requests from before there was a matrix to their cells (خ-١), so that the lists of officers find them too. Does nothing once done.</summary>
internal sealed class RequestRouting(TimeProvider clock) : IReferenceData
{
    private const int Batch = 1000;

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        var (requests, services, links) = (db.ServiceRequests, db.ServiceTypes, db.BeneficiaryCategoryLinks);
        if (!await requests.AnyAsync(r => r.LiaisonCell == null, cancel))
            return;
        var matrix = await MatrixReader.ReadAsync(db, cancel);
        for (var after = 0L; ;)
        {
            var from = after;
            var old = await requests.AsNoTracking().Where(r => r.LiaisonCell == null && r.Serial > from).OrderBy(r => r.Serial).Take(Batch)
                .Select(r => new
                {
                    r.Id,
                    r.Serial,
                    Field = services.Where(s => s.Id == r.ServiceTypeId).Select(s => s.FieldCode).First(),
                    Categories = links.Where(l => l.BeneficiaryId == r.BeneficiaryId).Select(l => l.CategoryCode).ToList(),
                }).ToListAsync(cancel);
            if (old.Count == 0)
                return;
            after = old[^1].Serial;
            // Not an act on the request, only a column it did not have: no audit entry, no new version.
            foreach (var group in old.GroupBy(r => matrix.Route(r.Categories, r.Field, clock.Today)).Where(g => g.Key is not null))
            {
                var ids = group.Select(r => r.Id).ToList();
                await requests.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.LiaisonCell, group.Key), cancel);
            }
        }
    }
}
