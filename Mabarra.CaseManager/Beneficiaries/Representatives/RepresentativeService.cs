using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Who may act for a beneficiary.</summary>
public sealed class RepresentativeService(CaseWriter writer, IdNumbers ids)
{
    internal const string Table = "Representatives";

    /// <param name="key">The form's own key: sent twice, it makes one row (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, Guid beneficiaryId, RepresentativeForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var file = await db.EditableAsync(act, beneficiaryId, cancel);
            var person = new Representative(beneficiaryId);
            Describe(act, file, person, form, isNew: true);
            db.Add(person);
            db.RecordOn(act, "registry.representative.add", file);
            return person.Id;
        }, cancel);
    }

    public Task ChangeAsync(Act act, Guid id, Guid version, RepresentativeForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var (person, file) = await db.EditableRowAsync<Representative>(act, id, version, cancel);
            Describe(act, file, person, form, isNew: false);
            db.RecordOn(act, "registry.representative.change", file);
        }, cancel);
    }

    /// <summary>The paper was withdrawn, or somebody else acts for her now. The row stays on record.</summary>
    public Task EndAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var (person, file) = await db.EditableRowAsync<Representative>(act, id, version, cancel);
            person.End(act);
            db.RecordOn(act, "registry.representative.end", file);
        }, cancel);
    }

    private void Describe(Act act, Beneficiary file, Representative person, RepresentativeForm form, bool isNew)
    {
        var (data, number) = form.Check(file, isNew, act.On);
        person.Describe(data);
        if (number is null)
            return;
        var lookup = ids.Lookup(form.IdKind, number);
        if (lookup.AsSpan().SequenceEqual(file.IdLookup))
            throw new RuleViolation("registry.representative.self", nameof(form.IdNumber));
        if (!lookup.AsSpan().SequenceEqual(person.IdLookup))
            person.Identify(form.IdKind, ids.SealIn(Table, person.Id, number), lookup, IdNumbers.Tail(number));
    }
}
