using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A row that belongs to a beneficiary's file. Merging two files moves them all: <see cref="BeneficiaryReferences"/> finds them.</summary>
public interface IOfBeneficiary
{
    Guid BeneficiaryId { get; }
}

/// <summary>Comes to a file the way every act and read on one of its parts has to: through the actor's reach.</summary>
internal static class FileReach
{
    /// <exception cref="RuleViolation">No such file.</exception>
    /// <exception cref="AccessDenied">Not within the actor's reach.</exception>
    public static async Task<Beneficiary> EditableAsync(this CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.EditPermission);
        var file = await db.Beneficiaries.Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == id, cancel)
            ?? throw new RuleViolation("beneficiaries.file.gone");
        BeneficiaryAccess.RequireEdit(act, file);
        file.RequireUnmerged();
        return file;
    }

    /// <summary>Nothing new begins at a file that was merged into another.</summary>
    public static async Task RequireUnmergedAsync(this CaseDbContext db, Guid id, CancellationToken cancel)
    {
        if (await db.Beneficiaries.AnyAsync(b => b.Id == id && b.MergedIntoId != null, cancel))
            throw new RuleViolation("registry.file.merged");
    }

    /// <summary>Whether the actor may see the file; false too when there is none.</summary>
    public static async Task<bool> CoversAsync(this CaseDbContext db, Act act, string permission, Guid id, CancellationToken cancel)
    {
        if (!act.Actor.May(permission))
            return false;
        var categories = await db.BeneficiaryCategoryLinks.AsNoTracking().Where(c => c.BeneficiaryId == id).Select(c => c.CategoryCode).ToListAsync(cancel);
        return categories.Count > 0 && (act.Actor.ReachOf(permission) == Reach.Reason || BeneficiaryAccess.Covers(act.Actor, permission, categories));
    }

    public static async Task RequireAsync(this CaseDbContext db, Act act, string permission, Guid id, CancellationToken cancel)
    {
        act.Require(permission);
        if (!await db.CoversAsync(act, permission, id, cancel))
            throw act.Refuse(permission, id);
    }

    /// <summary>A row of a file, if it is still there, with the file it belongs to.</summary>
    public static async Task<(TRow Row, Beneficiary File)> EditableRowAsync<TRow>(this CaseDbContext db, Act act, Guid rowId, Guid version, CancellationToken cancel)
        where TRow : CaseEntity, IOfBeneficiary
    {
        var row = await db.Set<TRow>().SingleOrDefaultAsync(r => r.Id == rowId, cancel) ?? throw new RuleViolation("registry.row.gone");
        var file = await db.EditableAsync(act, row.BeneficiaryId, cancel);
        row.ExpectVersion(version);
        return (row, file);
    }

    /// <summary>The act in the trail of the file (ح-٢).</summary>
    public static void RecordOn(this CaseDbContext db, Act act, string action, Beneficiary file) => db.Record(act, action, file, file.Label, "ح-2");
}
