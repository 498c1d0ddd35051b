using Mabarra.CaseManager.Audit.Heads;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mabarra.CaseManager.Audit;

/// <summary>The trail of acts and the log of looks.</summary>
public static class AuditModule
{
    public const string ViewPermission = "audit.view";
    public const string ViewAccessPermission = "access.view";

    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section);
        return services.AddParts();
    }

    private static IServiceCollection AddParts(this IServiceCollection services) => services
        .AddSingleton<IInterceptor, AuditInterceptor>()
        .AddSingleton<AuditHeads>()
        .AddSingleton<AuditVerifier>()
        .AddSingleton<AuditQueries>()
        .AddSingleton<AccessLog>()
        .AddSingleton<IRefusals, RefusalLog>()
        .AddScoped<ISecurityLog, SecurityLog>()
        .AddScoped<IExportDoor, ListExportDoor>();

    extension(CaseDbContext db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        public DbSet<AccessEntry> AccessEntries => db.Set<AccessEntry>();
    }

    /// <summary>Writes an act down in the save that carries it out. What changed is filled in from the tracked rows of <paramref name="record"/> when it is saved.</summary>
    /// <param name="action"><c>area.thing.verb</c>; also the key of its words.</param>
    /// <param name="label">How people name the record (its number).</param>
    /// <param name="clause">Clause key of the policy, e.g. <c>ت-6</c>.</param>
    public static void Record(this CaseDbContext db, Act act, string action, CaseEntity record, string? label = null, string? clause = null) =>
        db.Add(new AuditEntry(act, action, record.Id, record.GetType().Name, label, clause));

    /// <summary>For records that are not case entities (accounts, backups).</summary>
    /// <param name="changes">Old and new values as JSON, in the form <see cref="AuditChanges"/> writes.</param>
    public static void Record(
        this CaseDbContext db, Act act, string action, Guid recordId, string recordType, string? label = null, string? clause = null, string? changes = null)
    {
        var entry = new AuditEntry(act, action, recordId, recordType, label, clause);
        if (changes is not null)
            entry.Describe(changes);
        db.Add(entry);
    }
}
