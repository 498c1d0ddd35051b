using System.Linq.Expressions;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Lets go of a workbook and of what was read from it.</summary>
internal static class ImportRemains
{
    /// <param name="which">The rows that go.</param>
    public static async Task DropAsync(CaseDbContext db, RegistryImport import, Expression<Func<ImportRow, bool>> which, CancellationToken cancel)
    {
        if (import.BodyId is { } body)
            await BodyStore.DeleteAsync(db, body, cancel);
        await db.ImportRows.Where(r => r.ImportId == import.Id).Where(which).ExecuteDeleteAsync(cancel);
    }
}
