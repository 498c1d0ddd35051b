using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// Opens the files of an import. A batch is one transaction: the files, their entries in the trail, and that the rows are done; so a killed run goes on where it stood and nothing is there twice.
/// </summary>
internal sealed class ImportAdding(CaseWriter writer, FieldCipher cipher, IdNumbers ids, BeneficiaryQueries beneficiaries, ImportLease lease, TimeProvider clock)
{
    internal const int Batch = 200;

    public async Task RunAsync(Func<CaseDbContext, Task<Act?>> actor, Guid id, CancellationToken cancel)
    {
        var categories = await beneficiaries.CategoriesAsync(cancel);
        int? last = 0;
        while (last is { } after)
            last = await OnceMoreAsync(() => writer.SaveAsync(db => AddAsync(db, actor, id, categories, after, cancel), cancel));
    }

    /// <summary>Somebody opened one of these files at another node just now: the second look finds it and leaves the row out.</summary>
    private static async Task<T> OnceMoreAsync<T>(Func<Task<T>> save)
    {
        try
        {
            return await save();
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return await save();
        }
    }

    /// <returns>The last row of the batch; null when all is done or somebody stopped it.</returns>
    private async Task<int?> AddAsync(CaseDbContext db, Func<CaseDbContext, Task<Act?>> actor, Guid id, IReadOnlyList<CodeRow> categories, int after, CancellationToken cancel)
    {
        if (!await lease.KeepAsync(db, id, ImportStatus.Applying, cancel))
            return null;
        var progress = await db.ImportProgress.SingleAsync(p => p.ImportId == id, cancel);
        if (await actor(db) is not { } act)
        {
            await StopAsync(db, id, progress.Added, cancel);
            return null;
        }

        var rows = await db.ImportRows.Where(r => r.ImportId == id && r.No > after && (r.State == ImportRowState.Ready || (r.State == ImportRowState.Warned && r.Take == true)))
            .OrderBy(r => r.No).Take(Batch).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            await EndAsync(db, act, id, progress.Added, cancel);
            return null;
        }

        var added = await OpenAsync(db, act, rows, new ImportReading(categories, act.On), cancel);
        (progress.Handled, progress.Added) = (progress.Handled + rows.Count, progress.Added + added);
        return rows[^1].No;
    }

    /// <summary>Every row is looked at once more: since the preview a category may have gone, or the person may have come to the desk.</summary>
    private async Task<int> OpenAsync(CaseDbContext db, Act act, List<ImportRow> rows, ImportReading reading, CancellationToken cancel)
    {
        var read = rows.Select(r => (Row: r, Content: RowSeal.Open(cipher, r))).Select(r => (r.Row, r.Content, Read: reading.Read(r.Content.Cells))).ToList();
        var taken = await ImportTwins.SameIdsAsync(db, [.. read.Where(r => r.Read.File is not null).Select(r => Lookup(r.Read.File!))], cancel);
        var good = new List<(ImportRow Row, ReadFile File)>();
        foreach (var (row, content, (file, problems)) in read)
        {
            if (file is null)
                Break(row, content, problems);
            else if (taken.TryGetValue(Convert.ToHexString(Lookup(file)), out var other))
                Break(row, content, [new RowProblem(ImportField.IdNumber, "beneficiaries.file.duplicate", [other.ToString(System.Globalization.CultureInfo.InvariantCulture)])]);
            else
                good.Add((row, file));
        }

        var number = good.Count == 0 ? 0 : await db.NextSerialsAsync(BeneficiaryService.FileSeries, good.Count, cancel);
        foreach (var (row, file) in good)
        {
            Open(db, act, number++, file);
            row.State = ImportRowState.Added;
        }
        return good.Count;
    }

    private void Open(CaseDbContext db, Act act, long number, ReadFile file)
    {
        var beneficiary = new Beneficiary(number);
        beneficiary.Describe(act, file.Data with { IdSealed = ids.Seal(beneficiary.Id, file.IdNumber), IdLookup = Lookup(file) });
        beneficiary.Add(file.More);
        beneficiary.DateReview(file.ReviewedOn);
        db.Add(beneficiary);
        db.Record(act, "registry.file.import", beneficiary, beneficiary.Label, "ح-2");
    }

    private void Break(ImportRow row, RowContent content, IEnumerable<RowProblem> problems)
    {
        row.State = ImportRowState.Broken;
        row.Sealed = RowSeal.Seal(cipher, row.ImportId, row.No, content with { Problems = [.. problems] });
    }

    private byte[] Lookup(ReadFile file) => ids.Lookup(file.IdKind, file.IdNumber);

    /// <summary>Whoever began it may do so no longer; somebody who may goes on with it.</summary>
    private async Task StopAsync(CaseDbContext db, Guid id, int added, CancellationToken cancel)
    {
        var import = await db.RegistryImports.SingleAsync(i => i.Id == id, cancel);
        import.Stop(added, new Breach("registry.import.account"));
        db.Record(new Act(Actor.System, clock.Now), "registry.import.stop", import, null, "ح-2");
    }

    /// <summary>The workbook and the rows that are files now go; what was left out stays to be mended, until somebody throws it away.</summary>
    private static async Task EndAsync(CaseDbContext db, Act act, Guid id, int added, CancellationToken cancel)
    {
        var import = await db.RegistryImports.SingleAsync(i => i.Id == id, cancel);
        var broken = await db.ImportRows.CountAsync(r => r.ImportId == id && r.State == ImportRowState.Broken, cancel);
        await ImportRemains.DropAsync(db, import, r => r.State == ImportRowState.Added, cancel);
        import.End(act, added, broken);
        db.Record(act, "registry.import.done", import, null, "ح-2");
    }
}
