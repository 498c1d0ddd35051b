using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The people of a family.</summary>
public sealed class HouseholdService(CaseWriter writer, IdNumbers ids, FieldCipher cipher)
{
    internal const string Table = "HouseholdMembers";
    internal const string HealthColumn = "Health";

    /// <param name="key">The form's own key: sent twice, it makes one row (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, Guid beneficiaryId, MemberForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var file = await db.EditableAsync(act, beneficiaryId, cancel);
            var member = new HouseholdMember(beneficiaryId);
            Describe(act, file, member, form);
            db.Add(member);
            db.RecordOn(act, "registry.member.add", file);
            return member.Id;
        }, cancel);
    }

    public Task ChangeAsync(Act act, Guid id, Guid version, MemberForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var (member, file) = await db.EditableRowAsync<HouseholdMember>(act, id, version, cancel);
            Describe(act, file, member, form);
            db.RecordOn(act, "registry.member.change", file);
        }, cancel);
    }

    /// <summary>Off the list; the row stays on record.</summary>
    public Task RemoveAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var (member, file) = await db.EditableRowAsync<HouseholdMember>(act, id, version, cancel);
            member.Remove(act);
            db.RecordOn(act, "registry.member.remove", file);
        }, cancel);
    }

    /// <summary>الحالة الصحية: sensitive, with a permission of its own; sealed.</summary>
    public Task NoteHealthAsync(Act act, Guid id, Guid version, string? note, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.SensitivePermission);
        return writer.SaveAsync(async db =>
        {
            var (member, file) = await db.SensitiveRowAsync<HouseholdMember>(act, id, version, cancel);
            var check = new FieldChecks();
            var text = check.OptionalParagraph(note, nameof(note), MemberForm.LongestHealthNote);
            check.ThrowIfAny();
            member.NoteHealth(text is null ? null : cipher.Seal(Table, HealthColumn, member.Id, text));
            db.RecordOn(act, "registry.member.health", file);
        }, cancel);
    }

    private void Describe(Act act, Beneficiary file, HouseholdMember member, MemberForm form)
    {
        var (data, number) = form.Check(act.On);
        member.Describe(data);
        if (number is null)
        {
            if (form.ForgetId)
                member.ForgetId();
            return;
        }

        var lookup = ids.Lookup(form.IdKind, number);
        if (lookup.AsSpan().SequenceEqual(file.IdLookup))
            throw new RuleViolation("registry.member.self", nameof(form.IdNumber));
        if (!lookup.AsSpan().SequenceEqual(member.IdLookup))
            member.Identify(form.IdKind, ids.SealIn(Table, member.Id, number), lookup, IdNumbers.Tail(number));
    }
}
