using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Looks at every row of a workbook and writes down what would happen to it. Nothing reaches the registry. Begun again after a kill, it begins at the first row.</summary>
internal sealed class ImportChecking(
    CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, BodyStore bodies, FieldCipher cipher, IdNumbers ids, BeneficiaryQueries beneficiaries, ImportLease lease)
{
    internal const int Batch = 500;

    /// <exception cref="RuleViolation">The workbook itself is none we read.</exception>
    public async Task RunAsync(Act act, RegistryImport import, CancellationToken cancel)
    {
        await writer.SaveAsync(async db =>
        {
            await db.ImportRows.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(cancel);
        }, cancel);
        await using var stored = bodies.Open(import.BodyId!.Value, import.Length, import.Sha256);
        // Unzipping reads back and forth, the database gives one block after another: sealed again in a nameless file.
        await using var spool = await bodies.SpoolAsync(stored, WorkbookLimits.LargestFile, progress: null, cancel);
        await using var plain = spool.OpenPlain();
        using var book = Workbook.Open(plain);
        var reading = new ImportReading(await beneficiaries.CategoriesAsync(cancel), act.On);
        var (twins, handled, going) = (new ImportTwins(ids), 0, true);
        foreach (var rows in ImportSheet.Read(book).Chunk(Batch))
        {
            handled += rows.Length;
            if (!(going = await CheckAsync(import, rows, reading, twins, handled, cancel)))
                break;
        }
        if (going && handled == 0)
            throw new RuleViolation("registry.import.norows");
        if (going)
            await EndAsync(act, import.Id, cancel);
    }

    private async Task<bool> CheckAsync(
        RegistryImport import, (int No, string?[] Cells, RowProblem? Stray)[] rows, ImportReading reading, ImportTwins twins, int handled, CancellationToken cancel)
    {
        var read = rows.Select(r => (r.No, r.Cells, r.Stray, Read: reading.Read(r.Cells))).ToList();
        var good = read.Where(r => r.Read.File is not null).Select(r => (r.No, r.Read.File!)).ToList();
        ILookup<int, RowProblem> found;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
            found = await twins.FindAsync(db, good, cancel);
        var checkedRows = read.Select(r => Row(import.Id, r.No, r.Cells, [.. r.Stray is null ? [] : new[] { r.Stray }, .. r.Read.Problems, .. found[r.No]])).ToList();
        return await writer.SaveAsync(async db =>
        {
            if (!await lease.KeepAsync(db, import.Id, ImportStatus.Checking, cancel))
                return false;
            (await db.ImportProgress.SingleAsync(p => p.ImportId == import.Id, cancel)).Handled = handled;
            db.AddRange(checkedRows);
            return true;
        }, cancel);
    }

    private ImportRow Row(Guid import, int no, string?[] cells, RowProblem[] problems) => new()
    {
        ImportId = import,
        No = no,
        State = problems.Length == 0 ? ImportRowState.Ready : problems.All(p => ImportWarnings.Is(p.Code)) ? ImportRowState.Warned : ImportRowState.Broken,
        Sealed = RowSeal.Seal(cipher, import, no, new RowContent(cells, problems)),
    };

    private Task EndAsync(Act act, Guid id, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        if (!await lease.KeepAsync(db, id, ImportStatus.Checking, cancel))
            return;
        var import = await db.RegistryImports.SingleAsync(i => i.Id == id, cancel);
        var counts = await db.ImportRows.Where(r => r.ImportId == id).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        import.Check(counts.GetValueOrDefault(ImportRowState.Ready), counts.GetValueOrDefault(ImportRowState.Warned), counts.GetValueOrDefault(ImportRowState.Broken));
        Audit.AuditModule.Record(db, act, "registry.import.checked", import, null, "ح-2");
    }, cancel);
}

/// <summary>Which findings make one ask and do not forbid.</summary>
internal static class ImportWarnings
{
    public static bool Is(string code) =>
        code is "registry.import.twin.mobile" or "registry.import.twin.name" or "registry.import.row.mobile" or "registry.import.row.name";
}
