using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A guardian or agent as the file shows him.</summary>
public sealed record RepresentativeRow(
    Guid Id, Guid Version, RepresentativeKind Kind, string Name, IdKind IdKind, string IdTail, DateOnly? BirthOn, string Mobile, Kinship Kinship,
    string ProofNo, string ProofIssuer, DateOnly? ValidUntilOn, bool MaySign, DateOnly? EndedOn)
{
    /// <summary>Ready to be changed; the number stays unless another is typed.</summary>
    public RepresentativeForm ToForm() => new()
    {
        Kind = Kind,
        Name = Name,
        IdKind = IdKind,
        HasSavedId = true,
        BirthOn = BirthOn,
        Mobile = Mobile,
        Kinship = Kinship,
        ProofNo = ProofNo,
        ProofIssuer = ProofIssuer,
        ValidUntilOn = ValidUntilOn,
        MaySign = MaySign,
    };
}

/// <summary>Somebody whose paper lets him act for her on a day.</summary>
public sealed record ActingPerson(Guid Id, RepresentativeKind Kind, string Name, Kinship Kinship, string Mobile, string ProofNo, DateOnly? ValidUntilOn, bool MaySign);

/// <summary>Who may act for her on a day (ت-٤: the declaration is signed by one of them).</summary>
/// <param name="HerselfMaySign">She is of age; a minor's guardian signs.</param>
/// <param name="IsLiterate">What the file knows of her reading; null while nobody asked.</param>
public sealed record WhoMayAct(bool HerselfMaySign, IReadOnlyList<ActingPerson> Others, bool? IsLiterate = null)
{
    /// <summary>Eighteen years, by the Gregorian count (D).</summary>
    public const int OfAge = 18;

    public IEnumerable<ActingPerson> Signers => Others.Where(p => p.MaySign);

    /// <summary>Read within an act that has asked already.</summary>
    internal static async Task<WhoMayAct> ReadAsync(CaseDbContext db, Guid beneficiaryId, DateOnly day, CancellationToken cancel)
    {
        var her = await db.Beneficiaries.AsNoTracking().Where(b => b.Id == beneficiaryId).Select(b => new { b.BirthOn, b.IsLiterate }).SingleAsync(cancel);
        var people = await db.Representatives.AsNoTracking()
            .Where(r => r.BeneficiaryId == beneficiaryId && r.EndedOn == null && (r.ValidUntilOn == null || r.ValidUntilOn >= day)).OrderBy(r => r.Id)
            .Select(r => new ActingPerson(r.Id, r.Kind, r.Name, r.Kinship, r.Mobile, r.ProofNo, r.ValidUntilOn, r.MaySign)).ToListAsync(cancel);
        return new WhoMayAct(BirthDate.Age(her.BirthOn, day) >= OfAge, people, her.IsLiterate);
    }
}

/// <summary>Reads of guardians and agents.</summary>
public sealed class RepresentativeQueries(IDbContextFactory<CaseDbContext> contexts, IdNumbers ids, AccessLog log)
{
    /// <summary>Those who act first, the ended ones last.</summary>
    public async Task<IReadOnlyList<RepresentativeRow>> OfAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.RequireAsync(act, BeneficiariesModule.ViewPermission, beneficiaryId, cancel);
        var rows = await db.Representatives.AsNoTracking().Where(r => r.BeneficiaryId == beneficiaryId).OrderBy(r => r.Id)
            .Select(r => new RepresentativeRow(
                r.Id, r.Version, r.Kind, r.Name, r.IdKind, r.IdTail, r.BirthOn, r.Mobile, r.Kinship, r.ProofNo, r.ProofIssuer, r.ValidUntilOn, r.MaySign, r.EndedOn))
            .ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.EndedOn is not null)];
    }

    /// <summary>Who may act for her on the day of the act; for the desk, before a declaration is signed or a request is made in her name.</summary>
    public async Task<WhoMayAct> WhoMayActAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.RequireAsync(act, BeneficiariesModule.ViewPermission, beneficiaryId, cancel);
        return await WhoMayAct.ReadAsync(db, beneficiaryId, act.On, cancel);
    }

    /// <summary>His whole identity number, for whoever may edit the file; each time is written down on the file.</summary>
    public async Task<string?> RevealIdAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var person = await db.Representatives.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        await db.RequireAsync(act, BeneficiariesModule.EditPermission, person.BeneficiaryId, cancel);
        await log.LookedAsync(act, LookedAt.RepresentativeId, person.BeneficiaryId, cancel);
        return ids.OpenIn(RepresentativeService.Table, person.Id, person.IdSealed);
    }
}
