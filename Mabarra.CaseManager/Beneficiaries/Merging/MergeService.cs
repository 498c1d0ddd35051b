using System.Text.Json;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Makes one file of two that are one person's, and two again when that was a mistake.</summary>
public sealed class MergeService(CaseWriter writer, FieldCipher cipher)
{
    /// <summary>Everything moves, or nothing: one transaction. The other file stays as a pointer to the kept one.</summary>
    /// <exception cref="StaleRecord">One of the files was saved after the preview was read.</exception>
    public Task MergeAsync(Act act, Guid keptId, MergeForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.MergePermission);
        act.RequireFresh();
        var check = new FieldChecks();
        check.That(form.Other != Guid.Empty && form.Other != keptId, "registry.merge.same", nameof(form.Other));
        check.That(form.FromOther.All(Enum.IsDefined), "registry.choice.unknown", nameof(form.FromOther));
        var reason = check.Line(form.Reason, nameof(form.Reason), MergeForm.LongestReason, MergeForm.ShortestReason);
        check.ThrowIfAny();
        return writer.SaveAsync(async db =>
        {
            var (kept, other) = (await FileAsync(db, act, keptId, cancel), await FileAsync(db, act, form.Other, cancel));
            if (kept.IsMerged || other.IsMerged)
                throw new RuleViolation("registry.merge.already");
            kept.ExpectVersion(form.KeptVersion);
            other.ExpectVersion(form.OtherVersion);
            await MergeAsync(db, act with { Why = reason }, kept, other, form.FromOther, cancel);
        }, cancel);
    }

    /// <summary>Within a day, and unless something was added since that could be either file's.</summary>
    public Task UndoAsync(Act act, Guid mergeId, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.MergePermission);
        act.RequireFresh();
        return writer.SaveAsync(async db =>
        {
            var merge = await db.FileMerges.SingleOrDefaultAsync(m => m.Id == mergeId, cancel) ?? throw new RuleViolation("registry.row.gone");
            var (kept, other) = (await FileAsync(db, act, merge.KeptId, cancel), await FileAsync(db, act, merge.MergedId, cancel));
            merge.Undo(act);
            var moved = JsonSerializer.Deserialize<MovedParts>(cipher.OpenText(FileMergeMapping.Table, FileMergeMapping.MovedColumn, merge.Id, merge.MovedSealed))!;
            await RequireAsItWasAsync(db, kept, other, moved, cancel);
            await MoveBackAsync(db, kept, other, moved, cancel);
            kept.TakeOver(Restored(kept.Values, moved));
            kept.DropCategories([.. moved.Categories]);
            other.Unmerge(moved.Status, moved.StatusOn, moved.StatusReason);
            db.RecordOn(act, "registry.file.unmerge", kept);
            db.RecordOn(act, "registry.file.restore", other);
        }, cancel);
    }

    private async Task MergeAsync(CaseDbContext db, Act act, Beneficiary kept, Beneficiary other, HashSet<MergeField> fromOther, CancellationToken cancel)
    {
        var before = kept.Values;
        var after = fromOther.Aggregate(before, (values, field) => values.Take(field, other.Values));
        if (string.Equals(after.Mobile2, after.Mobile, StringComparison.Ordinal))
            after = after with { Mobile2 = null, Mobile2Kinship = null };
        await RequireOlderGuardiansAsync(db, kept.Id, other.Id, after.BirthOn, cancel);
        var (rows, counts) = await MoveAsync(db, kept.Id, other.Id, cancel);
        var moved = new MovedParts
        {
            Rows = rows,
            After = counts,
            Categories = kept.AddCategories(other.Categories.Select(c => c.CategoryCode)),
            ValuesBefore = before,
            ValuesAfter = after,
            Status = other.Status,
            StatusOn = other.StatusOn,
            StatusReason = other.StatusReason,
        };
        kept.TakeOver(after);
        other.MergeInto(kept, act.On, act.Why!);
        var merge = new FileMerge(act, kept.Id, other.Id, act.Why!);
        merge.Hold(cipher.Seal(FileMergeMapping.Table, FileMergeMapping.MovedColumn, merge.Id, JsonSerializer.Serialize(moved)));
        db.Add(merge);
        db.RecordOn(act, "registry.file.merge", kept);
        db.RecordOn(act, "registry.file.mergedaway", other);
    }

    private static async Task<(Dictionary<string, List<Guid>> Rows, Dictionary<string, int> After)> MoveAsync(CaseDbContext db, Guid kept, Guid other, CancellationToken cancel)
    {
        var (rows, after) = (new Dictionary<string, List<Guid>>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var step in await MergePlan.OfAsync(db, kept, other, cancel))
        {
            var moved = await step.Table.MoveAsync(db, step.Moving, other, kept, cancel);
            (rows[step.Table.Table], after[step.Table.Table]) = ([.. step.Moving], step.Kept + moved);
        }
        return (rows, after);
    }

    private static async Task MoveBackAsync(CaseDbContext db, Beneficiary kept, Beneficiary other, MovedParts moved, CancellationToken cancel)
    {
        foreach (var table in MergeTable.In(db))
        {
            if (moved.Rows.TryGetValue(table.Table, out var rows) && await table.MoveAsync(db, rows, kept.Id, other.Id, cancel) != rows.Count)
                throw new RuleViolation("registry.merge.added");
        }
    }

    private static async Task RequireAsItWasAsync(CaseDbContext db, Beneficiary kept, Beneficiary other, MovedParts moved, CancellationToken cancel)
    {
        if (other.MergedIntoId != kept.Id || kept.IsMerged)
            throw new RuleViolation("registry.merge.again");
        var changed = moved.ValuesBefore.Differing(moved.ValuesAfter).Intersect(kept.Values.Differing(moved.ValuesAfter)).Any();
        if (changed)
            throw new RuleViolation("registry.merge.changed");
        foreach (var table in MergeTable.In(db))
        {
            if (await table.CountAsync(db, kept.Id, cancel) != moved.After.GetValueOrDefault(table.Table))
                throw new RuleViolation("registry.merge.added");
        }
    }

    /// <summary>Only what the merge took over goes back; what was put right on the file since stays.</summary>
    private static FileValues Restored(FileValues now, MovedParts moved) =>
        moved.ValuesBefore.Differing(moved.ValuesAfter).Aggregate(now, (values, field) => values.Take(field, moved.ValuesBefore));

    private static async Task RequireOlderGuardiansAsync(CaseDbContext db, Guid kept, Guid other, DateOnly birth, CancellationToken cancel)
    {
        var younger = await db.Representatives
            .Where(r => (r.BeneficiaryId == kept || r.BeneficiaryId == other) && r.Kind == RepresentativeKind.Guardian && r.EndedOn == null && r.BirthOn >= birth)
            .OrderBy(r => r.Id).Select(r => r.Name).FirstOrDefaultAsync(cancel);
        if (younger is not null)
            throw new RuleViolation("registry.file.guardianyounger", null, younger);
    }

    private static async Task<Beneficiary> FileAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var file = await db.Beneficiaries.Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == id, cancel) ?? throw new RuleViolation("beneficiaries.file.gone");
        if (!BeneficiaryAccess.Covers(act.Actor, BeneficiariesModule.MergePermission, file.Categories.Select(c => c.CategoryCode)))
            throw act.Refuse(BeneficiariesModule.MergePermission, id);
        return file;
    }
}
