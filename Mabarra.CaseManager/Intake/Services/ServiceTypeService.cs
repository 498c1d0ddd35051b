using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Services;

/// <summary>The services and what they ask for, edited by an administrator without a developer (ت-٢, ب-٥).</summary>
public sealed class ServiceTypeService(CaseWriter writer)
{
    /// <summary>Saves the next version. Requests that are open keep the one they were made under.</summary>
    public Task ReviseAsync(Act act, Guid id, Guid version, ServiceForm form, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.services.revise", async (db, service) =>
        {
            var categories = db.BeneficiaryCategories;
            var known = await categories.Select(c => c.Code).ToListAsync(cancel);
            var (words, wanted) = ServiceChecks.Of(form, known.ToHashSet(StringComparer.Ordinal));
            service.Revise(words, wanted);
        }, cancel);

    public Task ActivateAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.services.activate", (_, service) =>
        {
            service.Activate();
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Nobody may ask for it any more; requests made before go on.</summary>
    public Task DeactivateAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.services.deactivate", (_, service) =>
        {
            service.Deactivate();
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Whether the committee sees requests for it only after a researcher's study.</summary>
    public Task AskForStudyAsync(Act act, Guid id, Guid version, bool asks, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.services.study", (_, service) =>
        {
            service.AskForStudy(asks);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>A service the association adds. It begins inactive with the declaration alone; its requirements are its second version.</summary>
    /// <param name="key">The form's own key: sent twice, it makes one service (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, NewService form, CancellationToken cancel = default)
    {
        act.Require(DataModule.ListsPermission);
        var check = new FieldChecks();
        var (nameAr, nameEn) = ServiceChecks.Names(check, form.NameAr, form.NameEn);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var (services, fields) = (db.ServiceTypes, db.Set<FieldOfWork>());
            check.That(await fields.AnyAsync(f => f.Code == form.FieldCode, cancel), "intake.services.field", nameof(form.FieldCode));
            check.That(!await services.AnyAsync(s => s.NameAr == nameAr, cancel), "intake.services.exists", nameof(form.NameAr));
            check.ThrowIfAny();
            var order = await services.MaxAsync(s => (int?)s.Order, cancel) ?? 0;
            var service = ServiceType.Added(nameAr, nameEn, form.FieldCode!, order + 1);
            db.Add(service);
            db.Record(act, "intake.services.add", service, service.NameAr, "ت-2");
            return service.Id;
        }, cancel);
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, ServiceType, Task> change, CancellationToken cancel)
    {
        act.Require(DataModule.ListsPermission);
        return writer.SaveAsync(async db =>
        {
            var services = db.ServiceTypes;
            var service = await services.Include(s => s.Requirements).SingleOrDefaultAsync(s => s.Id == id, cancel)
                ?? throw new RuleViolation("intake.services.gone");
            service.ExpectVersion(version);
            await change(db, service);
            db.Record(act, action, service, service.NameAr, "ت-2");
        }, cancel);
    }
}
