using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>Demonstration never sends: neither an app that runs for trying out, nor a record an account of nobody had a hand in.</summary>
/// <param name="environment">Absent where there is no host, which is in no production.</param>
public sealed class NoticeMode(IConfiguration configuration, IHostEnvironment? environment = null)
{
    /// <summary>Setting that forbids sending whatever the environment is.</summary>
    public const string Key = "Notices:Demonstration";

    public bool IsDemonstration { get; } = environment?.IsDevelopment() == true || configuration.GetValue(Key, defaultValue: false);

    internal static Task<bool> IsAboutNobodyAsync(CaseDbContext db, Guid recordId, CancellationToken cancel)
    {
        var trail = db.AuditEntries;
        return db.Users.AnyAsync(u => u.IsDemonstration && trail.Any(e => e.RecordId == recordId && e.ActorId == u.Id), cancel);
    }
}
