using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>Makes the matrix from what is stored, and keeps it for a moment: every act of a liaison officer asks it whose people she reaches.</summary>
public sealed class MatrixReader(IDbContextFactory<CaseDbContext> contexts, LiveChanges live, TimeProvider clock) : IOfficerCharge
{
    /// <summary>A change made by another node is seen after this long at the latest; this node's own at once.</summary>
    private static readonly TimeSpan LongestKept = TimeSpan.FromSeconds(5);

    private Kept? kept;

    public async Task<IReadOnlySet<string>> CategoriesAsync(Guid officerId, CancellationToken cancel) =>
        (await ReadAsync(cancel)).CategoriesOf(officerId, clock.Today);

    /// <summary>For reading.</summary>
    public async Task<LiaisonMatrix> ReadAsync(CancellationToken cancel)
    {
        // Counted before reading, so that a change made meanwhile makes what is read here old.
        var changes = live.Count(typeof(LiaisonAssignment), typeof(OfficerAbsence), typeof(StaffUser), typeof(BeneficiaryCategory), typeof(FieldOfWork));
        if (kept is { } last && last.Changes == changes && clock.GetElapsedTime(last.ReadAt) < LongestKept)
            return last.Matrix;
        var readAt = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var matrix = await ReadAsync(db, cancel);
        kept = new Kept(matrix, changes, readAt);
        return matrix;
    }

    /// <summary>For acts: within their transaction.</summary>
    public static async Task<LiaisonMatrix> ReadAsync(CaseDbContext db, CancellationToken cancel)
    {
        var (categorySet, fieldSet, chargeSet, absenceSet) = (db.BeneficiaryCategories, db.FieldsOfWork, db.LiaisonAssignments, db.OfficerAbsences);
        var categories = await categorySet.AsNoTracking().Where(c => c.IsActive).OrderBy(c => c.Order).Select(c => c.Code).ToListAsync(cancel);
        var fields = await fieldSet.AsNoTracking().Where(f => f.IsActive).OrderBy(f => f.Order).Select(f => f.Code).ToListAsync(cancel);
        var charges = await chargeSet.AsNoTracking().OrderBy(a => a.No)
            .Select(a => new ChargeSpan(a.Id, a.CategoryCode, a.FieldCode, a.OfficerId, a.BackupId, a.FromOn, a.ToOn)).ToListAsync(cancel);
        var absences = await absenceSet.AsNoTracking().Select(a => new AwaySpan(a.OfficerId, a.FromOn, a.ToOn)).ToListAsync(cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive).Select(u => new { u.Id, u.Roles }).ToListAsync(cancel);
        return new LiaisonMatrix(
            categories, fields, charges, absences, users.Where(u => u.Roles.Contains(StaffRole.LiaisonOfficer)).Select(u => u.Id).ToHashSet());
    }

    private sealed record Kept(LiaisonMatrix Matrix, long Changes, long ReadAt);
}
