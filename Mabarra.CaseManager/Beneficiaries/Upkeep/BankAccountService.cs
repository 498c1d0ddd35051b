using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The account aid is paid to.</summary>
public sealed class BankAccountService(CaseWriter writer, IbanNumbers ibans)
{
    /// <param name="version">The version the page read; null when there was no account yet.</param>
    public Task SaveAsync(Act act, Guid beneficiaryId, Guid? version, BankAccountForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var file = await db.EditableAsync(act, beneficiaryId, cancel);
            var account = await db.BankAccounts.SingleOrDefaultAsync(a => a.BeneficiaryId == beneficiaryId, cancel);
            if (account is not null && account.Version != version)
                throw new StaleRecord(nameof(BankAccount), account.Id);
            var typed = form.Check(isNew: account is null);
            if (account is null)
                db.Add(account = new BankAccount(beneficiaryId));
            account.Describe(typed.OwnerName, typed.OwnerKinship, typed.ProofRef);
            // Sealing again gives other bytes: the trail would say that the number changed.
            if (typed.Iban is { } iban && ibans.Lookup(iban) is var lookup && !lookup.AsSpan().SequenceEqual(account.IbanLookup))
                account.Hold(iban, ibans.Seal(account.Id, iban), lookup);
            db.RecordOn(act, "registry.account.save", file);
        }, cancel);
    }
}

/// <summary>An account as the file shows it: masked.</summary>
public sealed record BankAccountRow(Guid Id, Guid Version, string IbanTail, string BankCode, string? OwnerName, Kinship? OwnerKinship, string? ProofRef);

/// <summary>Reads of accounts.</summary>
public sealed class BankAccountQueries(IDbContextFactory<CaseDbContext> contexts, IbanNumbers ibans, AccessLog log)
{
    public async Task<BankAccountRow?> OfAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.RequireAsync(act, BeneficiariesModule.ViewPermission, beneficiaryId, cancel);
        return await db.BankAccounts.AsNoTracking().Where(a => a.BeneficiaryId == beneficiaryId)
            .Select(a => new BankAccountRow(a.Id, a.Version, a.IbanTail, a.BankCode, a.OwnerName, a.OwnerKinship, a.ProofRef)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The whole number, for whoever may edit the file; each time is written down.</summary>
    public async Task<string> RevealAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.RequireAsync(act, BeneficiariesModule.EditPermission, beneficiaryId, cancel);
        var account = await db.BankAccounts.AsNoTracking().SingleAsync(a => a.BeneficiaryId == beneficiaryId, cancel);
        await log.LookedAsync(act, LookedAt.Iban, beneficiaryId, cancel);
        return ibans.Open(account.Id, account.IbanSealed);
    }

    /// <summary>Another file, within the actor's reach, that is paid to the same account.</summary>
    public async Task<BeneficiaryHit?> SameIbanAsync(Act act, string? typed, Guid except, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ViewPermission);
        if (CleanText.IsBlank(typed) || Iban.Check(typed) is not { IsOk: true } iban)
            return null;
        var lookup = ibans.Lookup(iban.Value);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var holders = await db.BankAccounts.AsNoTracking().Where(a => a.IbanLookup == lookup && a.BeneficiaryId != except).Select(a => a.BeneficiaryId).Take(5).ToListAsync(cancel);
        return holders.Count == 0 ? null
            : await BeneficiarySearch.Hits(db.Beneficiaries.AsNoTracking().VisibleTo(act).Where(b => holders.Contains(b.Id))).FirstOrDefaultAsync(cancel);
    }
}

/// <summary>What a line of the access log says was looked at; each has its words.</summary>
internal static class LookedAt
{
    public const string IdNumber = "BeneficiaryIdNumber";
    public const string Iban = "BeneficiaryIban";
    public const string MemberId = "HouseholdMemberIdNumber";
    public const string RepresentativeId = "RepresentativeIdNumber";
    public const string Sensitive = "BeneficiarySensitive";
    public const string Health = "HouseholdMemberHealth";
}
