using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Audit;

/// <summary>Writes Staff's entries through the scope's own context, which is the one Identity saves with.</summary>
internal sealed class SecurityLog(CaseDbContext db) : ISecurityLog
{
    public void Record(Act act, string action, StaffUser? about) =>
        db.Record(act, action, about?.Id ?? Guid.Empty, nameof(StaffUser), about?.UserName);

    public void Forget()
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).ToList())
            entry.State = EntityState.Detached;
    }

    public Task SaveAsync() => db.SaveChangesAsync();
}
