using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Adding and changing files of the registry.</summary>
public sealed class BeneficiaryService(CaseWriter writer, IdNumbers ids, ProtectedAddresses addresses, IEnumerable<IFileFollower> followers)
{
    internal const string FileSeries = "beneficiary-file";

    /// <inheritdoc cref="RegisterAsync(Act, Guid, BeneficiaryForm, Guid?, CancellationToken)"/>
    public Task<Guid> RegisterAsync(Act act, Guid key, BeneficiaryForm form, CancellationToken cancel = default) => RegisterAsync(act, key, form, occasion: null, cancel);

    /// <param name="key">The form's own key: sent twice, it makes one file (C6).</param>
    /// <param name="occasion">What the file is opened at, a visit say; null when it is opened by itself.</param>
    /// <returns>The file's id.</returns>
    public Task<Guid> RegisterAsync(Act act, Guid key, BeneficiaryForm form, Guid? occasion, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var beneficiary = new Beneficiary(await db.NextSerialAsync(FileSeries, cancel));
            await DescribeAsync(db, act, beneficiary, form, cancel);
            BeneficiaryAccess.RequireEdit(act, beneficiary);
            db.Add(beneficiary);
            db.Record(act, "beneficiaries.file.register", beneficiary, beneficiary.Label, "ح-2");
            if (occasion is { } at)
                foreach (var follower in followers)
                    await follower.OpenedAsync(db, act, beneficiary.Id, at, cancel);
            return beneficiary.Id;
        }, cancel);
    }

    /// <param name="version">The version the page read.</param>
    /// <exception cref="StaleRecord">Somebody saved the file meanwhile.</exception>
    public Task ChangeAsync(Act act, Guid id, Guid version, BeneficiaryForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var beneficiary = await db.Beneficiaries.Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == id, cancel)
                ?? throw new RuleViolation("beneficiaries.file.gone");
            BeneficiaryAccess.RequireEdit(act, beneficiary);
            beneficiary.RequireUnmerged();
            beneficiary.ExpectVersion(version);
            if (await addresses.HidesAsync(db, act, beneficiary, cancel))
                form = form.KeepAddress(beneficiary.Address);
            await DescribeAsync(db, act, beneficiary, form, cancel);
            db.Record(act, "beneficiaries.file.change", beneficiary, beneficiary.Label, "ح-2");
        }, cancel);
    }

    private async Task DescribeAsync(CaseDbContext db, Act act, Beneficiary beneficiary, BeneficiaryForm form, CancellationToken cancel)
    {
        var check = new FieldChecks();
        var number = BeneficiaryChecks.IdNumber(check, form);
        if (number is not null)
            await RefuseDuplicateAsync(db, check, beneficiary.Id, ids.Lookup(form.IdKind, number), cancel);
        // A category put out of use stays with those who have it.
        var had = beneficiary.Categories.Select(c => c.CategoryCode).ToList();
        var known = await db.BeneficiaryCategories.Where(c => c.IsActive || had.Contains(c.Code)).Select(c => c.Code).ToListAsync(cancel);
        var data = BeneficiaryChecks.Data(check, form, act.On, known, number ?? "");
        if (data.BirthOn != beneficiary.BirthOn && beneficiary.IdLookup.Length > 0)
            await CheckGuardiansAsync(db, check, beneficiary.Id, data.BirthOn, cancel);
        check.ThrowIfAny();
        var lookup = ids.Lookup(form.IdKind, number!);
        // Sealing again gives other bytes: the trail would say that the number changed.
        var isSame = lookup.AsSpan().SequenceEqual(beneficiary.IdLookup);
        beneficiary.Describe(act, data with { IdSealed = isSame ? beneficiary.IdSealed : ids.Seal(beneficiary.Id, number!), IdLookup = lookup });
    }

    /// <summary>A guardian is older than the ward (B28), whichever of the two dates is put right.</summary>
    private static async Task CheckGuardiansAsync(CaseDbContext db, FieldChecks check, Guid ward, DateOnly birth, CancellationToken cancel)
    {
        var younger = await db.Representatives.Where(r => r.BeneficiaryId == ward && r.Kind == RepresentativeKind.Guardian && r.EndedOn == null && r.BirthOn >= birth)
            .OrderBy(r => r.Id).Select(r => r.Name).FirstOrDefaultAsync(cancel);
        check.That(younger is null, "registry.file.guardianyounger", nameof(BeneficiaryForm.BirthOn), younger ?? "");
    }

    private static async Task RefuseDuplicateAsync(CaseDbContext db, FieldChecks check, Guid self, byte[] lookup, CancellationToken cancel)
    {
        var other = await db.Beneficiaries.AsNoTracking().Where(b => b.IdLookup == lookup && b.Id != self).Select(b => new { b.Id, b.FileNo, b.MergedIntoId }).FirstOrDefaultAsync(cancel);
        // A merged file keeps its number taken; the file to open is the one it went into.
        while (other?.MergedIntoId is { } next)
            other = await db.Beneficiaries.AsNoTracking().Where(b => b.Id == next).Select(b => new { b.Id, b.FileNo, b.MergedIntoId }).SingleAsync(cancel);
        check.That(other is null, "beneficiaries.file.duplicate", nameof(BeneficiaryForm.IdNumber), other?.FileNo ?? 0);
    }
}
