using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A member of the family as the file shows it. Of the health note only that there is one, and that only to whoever may open it.</summary>
public sealed record MemberRow(
    Guid Id, Guid Version, string Name, Kinship Kinship, IdKind? IdKind, string? IdTail, DateOnly? BirthOn, CalendarKind BirthEnteredAs, Gender? Gender,
    EducationStage? Education, string? Job, bool LivesWith, Money MonthlyIncome, bool HasHealthNote)
{
    /// <summary>Ready to be changed; the number stays unless another is typed.</summary>
    public MemberForm ToForm() => new()
    {
        Name = Name,
        Kinship = Kinship,
        HasSavedId = IdTail is not null,
        IdKind = IdKind ?? CaseManager.Beneficiaries.IdKind.NationalId,
        BirthOn = BirthOn,
        BirthEnteredAs = BirthEnteredAs,
        Gender = Gender,
        Education = Education,
        Job = Job,
        LivesWith = LivesWith,
        MonthlyIncome = MonthlyIncome,
    };
}

/// <summary>A source of income as the file shows it.</summary>
public sealed record IncomeRow(Guid Id, Guid Version, IncomeKind Kind, Money MonthlyAmount, string? ProofRef);

/// <summary>A debt as the file shows it.</summary>
public sealed record DebtRow(Guid Id, Guid Version, string Creditor, Money Amount, Money? Monthly, string? Reason, bool IsEnforced);

/// <summary>A home as the file shows it.</summary>
public sealed record HousingRow(Guid Version, HousingForm Home);

/// <summary>A family in full, with what it comes to.</summary>
public sealed record FamilyDetail(IReadOnlyList<MemberRow> Members, IReadOnlyList<IncomeRow> Incomes, IReadOnlyList<DebtRow> Debts, HousingRow? Housing)
{
    /// <summary>She herself and whoever lives with her.</summary>
    public int Heads => 1 + Members.Count(m => m.LivesWith);

    /// <summary>Her income and that of whoever lives with her.</summary>
    public Money MonthlyIncome => new(Incomes.Sum(i => i.MonthlyAmount.Halalas) + Members.Where(m => m.LivesWith).Sum(m => m.MonthlyIncome.Halalas));

    /// <summary>نصيب الفرد: the family's income by its heads, whole halalas (DOMAIN.md §2, CaseStudy).</summary>
    public Money PerCapitaIncome => new(MonthlyIncome.Halalas / Heads);

    public Money TotalDebt => new(Debts.Sum(d => d.Amount.Halalas));
}

/// <summary>Reads of families.</summary>
public sealed class FamilyQueries(IDbContextFactory<CaseDbContext> contexts, IdNumbers ids, FieldCipher cipher, AccessLog log)
{
    public async Task<FamilyDetail> OfAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.RequireAsync(act, BeneficiariesModule.ViewPermission, beneficiaryId, cancel);
        var maySeeHealth = await db.CoversAsync(act, BeneficiariesModule.SensitivePermission, beneficiaryId, cancel);
        var members = await db.HouseholdMembers.AsNoTracking().Where(m => m.BeneficiaryId == beneficiaryId && m.RemovedAt == null).OrderBy(m => m.Id)
            .Select(m => new MemberRow(
                m.Id, m.Version, m.Name, m.Kinship, m.IdKind, m.IdTail, m.BirthOn, m.BirthEnteredAs, m.Gender, m.Education, m.Job, m.LivesWith, m.MonthlyIncome,
                maySeeHealth && m.HealthSealed != null)).ToListAsync(cancel);
        var incomes = await db.IncomeSources.AsNoTracking().Where(i => i.BeneficiaryId == beneficiaryId && i.RemovedAt == null).OrderBy(i => i.Id)
            .Select(i => new IncomeRow(i.Id, i.Version, i.Kind, i.MonthlyAmount, i.ProofRef)).ToListAsync(cancel);
        var debts = await db.Debts.AsNoTracking().Where(d => d.BeneficiaryId == beneficiaryId && d.RemovedAt == null).OrderBy(d => d.Id)
            .Select(d => new DebtRow(d.Id, d.Version, d.Creditor, d.Amount, d.Monthly, d.Reason, d.IsEnforced)).ToListAsync(cancel);
        var home = await db.Housings.AsNoTracking().SingleOrDefaultAsync(h => h.BeneficiaryId == beneficiaryId, cancel);
        return new FamilyDetail(members, incomes, debts, home is null ? null : new HousingRow(home.Version, HousingForm.Of(home)));
    }

    /// <summary>A member's whole identity number, for whoever may edit the file; each time is written down on the file.</summary>
    public async Task<string?> RevealIdAsync(Act act, Guid memberId, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var member = await db.HouseholdMembers.AsNoTracking().SingleAsync(m => m.Id == memberId, cancel);
        await db.RequireAsync(act, BeneficiariesModule.EditPermission, member.BeneficiaryId, cancel);
        await log.LookedAsync(act, LookedAt.MemberId, member.BeneficiaryId, cancel);
        return member.IdSealed is { } sealedNumber ? ids.OpenIn(HouseholdService.Table, member.Id, sealedNumber) : null;
    }

    /// <summary>A member's health note; each look is written down on the file.</summary>
    /// <exception cref="RuleViolation">Whoever reaches it only with a reason gave none.</exception>
    public async Task<string?> OpenHealthAsync(Act act, Guid memberId, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.SensitivePermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var member = await db.HouseholdMembers.AsNoTracking().SingleAsync(m => m.Id == memberId, cancel);
        await db.RequireSensitiveAsync(act, member.BeneficiaryId, cancel);
        await log.LookedAsync(act, LookedAt.Health, member.BeneficiaryId, cancel);
        return member.HealthSealed is { } note ? cipher.OpenText(HouseholdService.Table, HouseholdService.HealthColumn, member.Id, note) : null;
    }
}
