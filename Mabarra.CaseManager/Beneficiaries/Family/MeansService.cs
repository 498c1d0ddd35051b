using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>What a family lives on and where: income, debts, home.</summary>
public sealed class MeansService(CaseWriter writer)
{
    public Task<Guid> AddIncomeAsync(Act act, Guid key, Guid beneficiaryId, IncomeForm form, CancellationToken cancel = default) =>
        AddAsync(act, key, beneficiaryId, "registry.income.add", () => new IncomeSource(beneficiaryId), form.CheckInto, cancel);

    public Task ChangeIncomeAsync(Act act, Guid id, Guid version, IncomeForm form, CancellationToken cancel = default) =>
        ChangeAsync<IncomeSource>(act, id, version, "registry.income.change", form.CheckInto, cancel);

    public Task RemoveIncomeAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync<IncomeSource>(act, id, version, "registry.income.remove", source => source.Remove(act), cancel);

    public Task<Guid> AddDebtAsync(Act act, Guid key, Guid beneficiaryId, DebtForm form, CancellationToken cancel = default) =>
        AddAsync(act, key, beneficiaryId, "registry.debt.add", () => new Debt(beneficiaryId), form.CheckInto, cancel);

    public Task ChangeDebtAsync(Act act, Guid id, Guid version, DebtForm form, CancellationToken cancel = default) =>
        ChangeAsync<Debt>(act, id, version, "registry.debt.change", form.CheckInto, cancel);

    public Task RemoveDebtAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync<Debt>(act, id, version, "registry.debt.remove", debt => debt.Remove(act), cancel);

    /// <param name="version">The version the page read; null when no home was written down yet.</param>
    public Task SaveHousingAsync(Act act, Guid beneficiaryId, Guid? version, HousingForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var file = await db.EditableAsync(act, beneficiaryId, cancel);
            var home = await db.Housings.SingleOrDefaultAsync(h => h.BeneficiaryId == beneficiaryId, cancel);
            if (home is not null && home.Version != version)
                throw new StaleRecord(nameof(Housing), home.Id);
            var data = form.Check();
            if (home is null)
                db.Add(home = new Housing(beneficiaryId));
            home.Describe(data);
            db.RecordOn(act, "registry.housing.save", file);
        }, cancel);
    }

    private Task<Guid> AddAsync<TRow>(Act act, Guid key, Guid beneficiaryId, string action, Func<TRow> make, Action<TRow> describe, CancellationToken cancel)
        where TRow : CaseEntity
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var file = await db.EditableAsync(act, beneficiaryId, cancel);
            var row = make();
            describe(row);
            db.Add(row);
            db.RecordOn(act, action, file);
            return row.Id;
        }, cancel);
    }

    private Task ChangeAsync<TRow>(Act act, Guid id, Guid version, string action, Action<TRow> change, CancellationToken cancel)
        where TRow : CaseEntity, IOfBeneficiary
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var (row, file) = await db.EditableRowAsync<TRow>(act, id, version, cancel);
            change(row);
            db.RecordOn(act, action, file);
        }, cancel);
    }
}
