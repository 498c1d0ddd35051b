using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>An import as the list shows it.</summary>
public sealed record ImportListRow(Guid Id, string FileName, ImportStatus Status, string UploadedByName, DateTime CreatedAt, int Rows, int Added);

/// <summary>An import with how far it is.</summary>
/// <param name="Undecided">Rows somebody has to decide of.</param>
/// <param name="Taken">Rows that would become files now.</param>
public sealed record ImportDetail(RegistryImport Import, int Handled, int Added, int Undecided, int Taken, int Broken);

/// <summary>One thing found in a row, beside what stands there.</summary>
/// <param name="Value">As typed; masked when it is somebody's whole identity number.</param>
public sealed record ImportFinding(ImportField Field, string? Value, Breach Breach, bool IsWarning);

/// <summary>One row of the preview.</summary>
public sealed record ImportRowView(int No, ImportRowState State, bool? Take, string Name, string? Birth, string? Mobile, string IdTail, IReadOnlyList<ImportFinding> Findings);

/// <summary>Reads of imports.</summary>
public sealed class ImportQueries(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, AccessLog log)
{
    /// <summary>The filter's name and its values.</summary>
    public const string StateFilter = "state";

    private const int Shown = 30;

    /// <summary>The last imports, newest first.</summary>
    public async Task<IReadOnlyList<ImportListRow>> LastAsync(Act act, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ImportPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.RegistryImports.AsNoTracking().OrderByDescending(i => i.CreatedAt).Take(Shown)
            .Select(i => new ImportListRow(i.Id, i.FileName, i.Status, i.UploadedByName, i.CreatedAt, i.Rows, i.Added)).ToListAsync(cancel);
    }

    /// <returns>Null when there is no such import.</returns>
    public async Task<ImportDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ImportPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.RegistryImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } import)
            return null;
        var progress = await db.ImportProgress.AsNoTracking().SingleOrDefaultAsync(p => p.ImportId == id, cancel);
        if (import.Status == ImportStatus.Checking)
            return new ImportDetail(import, progress?.Handled ?? 0, 0, 0, 0, 0);
        var counts = await db.ImportRows.Where(r => r.ImportId == id).GroupBy(r => new { r.State, r.Take })
            .Select(g => new { g.Key.State, g.Key.Take, Count = g.Count() }).ToListAsync(cancel);
        return new ImportDetail(
            import, progress?.Handled ?? 0, import.IsRunning ? progress?.Added ?? 0 : import.Added,
            counts.Where(c => c.State == ImportRowState.Warned && c.Take is null).Sum(c => c.Count),
            counts.Where(c => c.State == ImportRowState.Ready || (c.State == ImportRowState.Warned && c.Take == true)).Sum(c => c.Count),
            counts.Where(c => c.State == ImportRowState.Broken).Sum(c => c.Count));
    }

    /// <summary>The rows as they stand in the workbook. They are people's data: the first look at each page is written down.</summary>
    public async Task<Page<ImportRowView>> RowsAsync(Act act, Guid id, PageQuery page, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ImportPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = db.ImportRows.AsNoTracking().Where(r => r.ImportId == id);
        if (Enum.TryParse<ImportRowState>(page.Filter(StateFilter), out var state) && Enum.IsDefined(state))
            rows = rows.Where(r => r.State == state);
        var found = await rows.PageAsync(page, r => (long)r.No, descending: false, all => all, r => r.No, cancel);
        return new Page<ImportRowView>([.. found.Rows.Select(View)], found.NextCursor, found.PreviousCursor, found.ApproximateTotal);
    }

    /// <summary>Walks what was left out, with the cells as they came, for the list of mistakes. Written down.</summary>
    internal async Task<IReadOnlyList<(int No, RowContent Content)>> LeftOutAsync(Act act, Guid id, int after, int take, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ImportPermission);
        if (after == 0)
            await log.LookedAsync(act, nameof(RegistryImport), id, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == id && r.No > after && r.State == ImportRowState.Broken).OrderBy(r => r.No).Take(take).ToListAsync(cancel);
        return [.. rows.Select(r => (r.No, RowSeal.Open(cipher, r)))];
    }

    private ImportRowView View(ImportRow row)
    {
        var (cells, problems) = RowSeal.Open(cipher, row);
        string? Of(ImportField field) => ImportReading.Of(cells, field);
        return new ImportRowView(
            row.No, row.State, row.Take,
            string.Join(' ', new[] { ImportField.FirstName, ImportField.FatherName, ImportField.GrandfatherName, ImportField.FamilyName }.Select(Of).Where(n => !CleanText.IsBlank(n))),
            Of(ImportField.BirthOn), Of(ImportField.Mobile), IdNumbers.Tail(Of(ImportField.IdNumber) ?? ""),
            [.. problems.Select(p => new ImportFinding(p.Field, Value(p, Of(p.Field)), new Breach(p.Code, p.Field.ToString(), [.. p.Args]), ImportWarnings.Is(p.Code)))]);
    }

    /// <summary>A number that is somebody's is masked; one that is wrong has to be seen to be mended.</summary>
    private static string? Value(RowProblem problem, string? cell) =>
        problem.Field == ImportField.IdNumber && !problem.Code.StartsWith("kernel.", StringComparison.Ordinal) && cell is not null ? $"••••••{IdNumbers.Tail(cell)}" : cell;
}
