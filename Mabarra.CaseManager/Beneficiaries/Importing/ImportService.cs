using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>What is to happen to rows with mistakes in them.</summary>
public enum BrokenRows
{
    /// <summary>The right rows become files, the broken ones are left out to be mended.</summary>
    LeaveOut,

    /// <summary>Nothing at all until every row is right.</summary>
    NothingUntilRight,
}

/// <summary>Bringing a registry in from a workbook: handing it in, deciding, having the files opened by <see cref="ImportRunner"/>, stopping, throwing away.</summary>
public sealed class ImportService(CaseWriter writer, BodyStore bodies)
{
    /// <param name="key">Sent twice, handed in once (C6).</param>
    /// <returns>The import's id; its rows are looked at in the background.</returns>
    /// <exception cref="RuleViolation"><c>ui.workbook.…</c>: not a workbook we read.</exception>
    public async Task<Guid> UploadAsync(Act act, Guid key, string fileName, Stream content, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.ImportPermission);
        await using var spool = await bodies.SpoolAsync(content, WorkbookLimits.LargestFile, progress: null, cancel);
        // Off the caller's thread: a page's circuit must not stand still while it is looked through.
        await Task.Run(() => Look(spool), cancel);
        return await writer.SaveOnceAsync(key, act, async db =>
        {
            var body = await BodyStore.WriteAsync(db, spool, cancel);
            var import = new RegistryImport(act, WorkbookName.Shown(fileName), body.Id, body.Length, body.Sha256);
            db.Add(import);
            db.Record(act, "registry.import.upload", import, null, "ح-2");
            return import.Id;
        }, cancel);
    }

    /// <summary>Decides of a row that may be somebody's second file.</summary>
    public Task ChooseAsync(Act act, Guid id, int row, bool take, CancellationToken cancel = default) =>
        ChooseAsync(act, id, r => r.No == row, take, cancel);

    /// <summary>The same of all that are not decided yet.</summary>
    public Task ChooseRestAsync(Act act, Guid id, bool take, CancellationToken cancel = default) => ChooseAsync(act, id, r => r.Take == null, take, cancel);

    /// <summary>Has the files opened, or goes on where it was stopped. Asks who it is once more: it may be a hundred thousand files.</summary>
    /// <param name="broken">Asked only when rows are broken.</param>
    public Task ApplyAsync(Act act, Guid id, Guid version, BrokenRows? broken, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.ImportPermission);
        act.RequireFresh();
        return ChangeAsync(act, id, version, "registry.import.apply", async (db, import) =>
        {
            if (!import.CanApply)
                throw new RuleViolation("registry.import.state");
            var check = new FieldChecks();
            if (import.Broken > 0)
                check.That(broken is not null, "registry.import.choose", nameof(broken));
            check.That(import.Broken == 0 || broken != BrokenRows.NothingUntilRight, "registry.import.broken", null, import.Broken);
            var open = await db.ImportRows.CountAsync(r => r.ImportId == id && r.State == ImportRowState.Warned && r.Take == null, cancel);
            check.That(open == 0, "registry.import.undecided", null, open);
            check.That(import.Status == ImportStatus.Stopped || await db.ImportRows.AnyAsync(r => r.ImportId == id && (r.State == ImportRowState.Ready || r.Take == true), cancel), "registry.import.nothing");
            check.ThrowIfAny();
            import.Apply(act);
        }, cancel);
    }

    /// <summary>Stops the opening of files after the present batch; what was added stays.</summary>
    public Task StopAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, id, null, "registry.import.stop", async (db, import) =>
        import.Stop(await AddedAsync(db, id, cancel)), cancel);

    /// <summary>Looks at every row again: the registry may have changed since.</summary>
    public Task RecheckAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, id, null, "registry.import.recheck", (_, import) =>
    {
        import.Recheck();
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Throws away the workbook and all that was read from it. Files it opened stay in the registry.</summary>
    public Task DiscardAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, id, null, "registry.import.discard", async (db, import) =>
    {
        await ImportRemains.DropAsync(db, import, r => true, cancel);
        import.Discard(act, await AddedAsync(db, id, cancel));
    }, cancel);

    private Task ChangeAsync(Act act, Guid id, Guid? version, string action, Func<CaseDbContext, RegistryImport, Task> change, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ImportPermission);
        return writer.SaveAsync(async db =>
        {
            var import = await db.RegistryImports.SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new RuleViolation("registry.import.gone");
            if (version is { } read)
                import.ExpectVersion(read);
            await change(db, import);
            db.Record(act, action, import, null, "ح-2");
        }, cancel);
    }

    private Task ChooseAsync(Act act, Guid id, System.Linq.Expressions.Expression<Func<ImportRow, bool>> which, bool take, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ImportPermission);
        return writer.SaveAsync(async db =>
        {
            var mayChoose = await db.RegistryImports.AnyAsync(i => i.Id == id && (i.Status == ImportStatus.Checked || i.Status == ImportStatus.Stopped), cancel);
            if (!mayChoose)
                throw new RuleViolation("registry.import.state");
            await db.ImportRows.Where(r => r.ImportId == id && r.State == ImportRowState.Warned).Where(which).ExecuteUpdateAsync(s => s.SetProperty(r => r.Take, take), cancel);
        }, cancel);
    }

    private static Task<int> AddedAsync(CaseDbContext db, Guid id, CancellationToken cancel) =>
        db.ImportProgress.Where(p => p.ImportId == id).Select(p => p.Added).SingleOrDefaultAsync(cancel);

    private static void Look(SpooledBody spool)
    {
        using var plain = spool.OpenPlain();
        using var book = Workbook.Open(plain);
    }
}

/// <summary>The workbook's name as pages show it.</summary>
internal static class WorkbookName
{
    public static string Shown(string given) => FileNames.Shown(given, DocumentKind.Pdf)[..^DocumentKind.Pdf.Extension().Length];
}
