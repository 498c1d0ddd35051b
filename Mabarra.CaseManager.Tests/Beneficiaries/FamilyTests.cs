using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>A family, what it lives on and where; on both databases.</summary>
public abstract class FamilySuite(TestDatabase database) : RegistryHouse(database)
{
    private static readonly MemberForm Son = new() { Name = "عبدالله ماجد القحطاني", Kinship = Kinship.Child, BirthOn = new DateOnly(2015, 3, 1), Gender = Gender.Male, Education = EducationStage.Primary };

    private HouseholdService Household => The<HouseholdService>();

    private MeansService Means => The<MeansService>();

    [Fact]
    public async Task A_member_is_added_changed_and_taken_off_and_stays_on_record()
    {
        var id = await AddAsync(Son with { IdNumber = Make.CitizenId(20) });
        var row = Assert.Single((await FamilyAsync()).Members);
        Assert.Equal((Make.CitizenId(20)[^4..], true), (row.IdTail, row.LivesWith));
        await Household.ChangeAsync(Clerk, id, row.Version, row.ToForm() with { Job = "طالب" }, Cancel);
        var changed = Assert.Single((await FamilyAsync()).Members);
        Assert.Equal(("طالب", row.IdTail), (changed.Job, changed.IdTail));
        await Assert.ThrowsAsync<StaleRecord>(() => Household.RemoveAsync(Clerk, id, row.Version, Cancel));

        await Household.RemoveAsync(Clerk, id, changed.Version, Cancel);

        Assert.Empty((await FamilyAsync()).Members);
        Assert.Equal(1, await ReadAsync(db => db.HouseholdMembers.CountAsync(Cancel)));
        var trail = await TrailAsync();
        Assert.Contains("registry.member.remove", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("عبدالله", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C6_One_form_sent_twice_makes_one_member()
    {
        var key = Guid.CreateVersion7();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Household.AddAsync(Clerk, key, File, Son, Cancel))));
        Assert.Single(made.Distinct());
        Assert.Single((await FamilyAsync()).Members);
    }

    [Fact]
    public async Task A_member_is_not_the_owner_of_the_file()
    {
        await Refused.WithAsync("registry.member.self", nameof(MemberForm.IdNumber), () => AddAsync(Son with { IdNumber = Make.CitizenId(1) }));
        Assert.Empty((await FamilyAsync()).Members);
    }

    [Fact]
    public async Task Each_look_at_a_members_number_is_written_down_and_a_number_may_be_forgotten()
    {
        var id = await AddAsync(Son with { IdNumber = Make.CitizenId(20) });
        Assert.Equal(Make.CitizenId(20), await The<FamilyQueries>().RevealIdAsync(Clerk, id, Cancel));
        Assert.Equal(["HouseholdMemberIdNumber"], await LooksAsync());
        var row = Assert.Single((await FamilyAsync()).Members);
        await Household.ChangeAsync(Clerk, id, row.Version, row.ToForm() with { ForgetId = true }, Cancel);
        Assert.Null(Assert.Single((await FamilyAsync()).Members).IdTail);
    }

    [Fact]
    public async Task Income_per_head_counts_those_who_live_with_her()
    {
        Assert.Equal(Money.Zero, (await FamilyAsync()).PerCapitaIncome);
        await Means.AddIncomeAsync(Clerk, Guid.CreateVersion7(), File, new IncomeForm { Kind = IncomeKind.SocialSecurity, MonthlyAmount = Money.Of(1000) }, Cancel);
        await AddAsync(Son);
        await AddAsync(Son with { Name = "سالم ماجد القحطاني", MonthlyIncome = Money.Of(500) });
        await AddAsync(Son with { Name = "خالد ماجد القحطاني", MonthlyIncome = Money.Of(9000), LivesWith = false });

        var family = await FamilyAsync();

        Assert.Equal((3, Money.Of(1500), Money.Of(500)), (family.Heads, family.MonthlyIncome, family.PerCapitaIncome));
        await AddAsync(Son with { Name = "فهد ماجد القحطاني" });
        await AddAsync(Son with { Name = "سعد ماجد القحطاني" });
        await AddAsync(Son with { Name = "علي ماجد القحطاني" });
        await AddAsync(Son with { Name = "عمر ماجد القحطاني" });
        Assert.Equal(new Money(21428), (await FamilyAsync()).PerCapitaIncome);
    }

    [Fact]
    public async Task Incomes_and_debts_are_added_changed_and_taken_off()
    {
        var income = await Means.AddIncomeAsync(Clerk, Guid.CreateVersion7(), File, new IncomeForm { Kind = IncomeKind.Salary, MonthlyAmount = Money.Of(2000), ProofRef = "ت/12" }, Cancel);
        var debt = await Means.AddDebtAsync(Clerk, Guid.CreateVersion7(), File, new DebtForm { Creditor = "شركة الكهرباء", Amount = Money.Of(3000), Monthly = Money.Of(300), IsEnforced = true }, Cancel);
        var family = await FamilyAsync();
        await Means.ChangeIncomeAsync(Clerk, income, family.Incomes[0].Version, new IncomeForm { Kind = IncomeKind.Pension, MonthlyAmount = Money.Zero }, Cancel);
        await Means.ChangeDebtAsync(Clerk, debt, family.Debts[0].Version, new DebtForm { Creditor = "شركة المياه", Amount = Money.Of(10) }, Cancel);

        family = await FamilyAsync();
        Assert.Equal((IncomeKind.Pension, Money.Zero), (family.Incomes[0].Kind, family.Incomes[0].MonthlyAmount));
        Assert.Equal(("شركة المياه", Money.Of(10), null, false), (family.Debts[0].Creditor, family.TotalDebt, family.Debts[0].Monthly, family.Debts[0].IsEnforced));
        await Means.RemoveIncomeAsync(Clerk, income, family.Incomes[0].Version, Cancel);
        await Means.RemoveDebtAsync(Clerk, debt, family.Debts[0].Version, Cancel);
        family = await FamilyAsync();
        Assert.Empty(family.Incomes);
        Assert.Empty(family.Debts);
    }

    [Fact]
    public async Task Amounts_that_cannot_be_are_refused_beside_their_fields()
    {
        await Refused.WithAsync("registry.amount.missing", nameof(IncomeForm.MonthlyAmount), () => Means.AddIncomeAsync(Clerk, Guid.CreateVersion7(), File, new IncomeForm { Kind = IncomeKind.Other }, Cancel));
        await Refused.WithAsync("registry.amount.range", nameof(IncomeForm.MonthlyAmount), () => Means.AddIncomeAsync(Clerk, Guid.CreateVersion7(), File, new IncomeForm { Kind = IncomeKind.Other, MonthlyAmount = new Money(-1) }, Cancel));
        await Refused.WithAsync("registry.amount.zero", nameof(DebtForm.Amount), () => Means.AddDebtAsync(Clerk, Guid.CreateVersion7(), File, new DebtForm { Creditor = "دائن", Amount = Money.Zero }, Cancel));
        await Refused.WithAsync("registry.debt.monthly", nameof(DebtForm.Monthly), () => Means.AddDebtAsync(Clerk, Guid.CreateVersion7(), File, new DebtForm { Creditor = "دائن", Amount = Money.Of(1), Monthly = Money.Of(2) }, Cancel));
        await Refused.WithAsync("registry.amount.range", nameof(MemberForm.MonthlyIncome), () => AddAsync(Son with { MonthlyIncome = new Money(Money.Largest.Halalas + 1) }));
        await Refused.WithAsync("registry.choice.missing", nameof(MemberForm.Kinship), () => AddAsync(Son with { Kinship = null }));
        await Refused.WithAsync("kernel.birth.future", nameof(MemberForm.BirthOn), () => AddAsync(Son with { BirthOn = Clock.Today.AddDays(1) }));
    }

    [Fact]
    public async Task There_is_one_home_and_what_belongs_to_a_rented_one_goes_with_the_rent()
    {
        var rented = new HousingForm { Tenure = Tenure.Rented, Kind = HomeKind.Apartment, Rooms = 3, AnnualRent = Money.Of(18000), ContractNo = "EJ-1", PaidUntilOn = new DateOnly(2027, 1, 1), Condition = HomeCondition.Fair, ElectricityNo = "30011223344" };
        await Means.SaveHousingAsync(Clerk, File, null, rented, Cancel);
        var home = (await FamilyAsync()).Housing!;
        Assert.Equal(rented, home.Home);
        await Assert.ThrowsAsync<StaleRecord>(() => Means.SaveHousingAsync(Clerk, File, null, rented, Cancel));

        await Means.SaveHousingAsync(Clerk, File, home.Version, rented with { Tenure = Tenure.WithFamily }, Cancel);

        Assert.Equal(rented with { Tenure = Tenure.WithFamily, AnnualRent = null, ContractNo = null, PaidUntilOn = null }, (await FamilyAsync()).Housing!.Home);
        await Refused.WithAsync("registry.housing.rooms", nameof(HousingForm.Rooms), async () => await Means.SaveHousingAsync(Clerk, File, (await FamilyAsync()).Housing!.Version, new HousingForm { Tenure = Tenure.Owned, Rooms = 0 }, Cancel));
    }

    [Fact]
    public async Task A_health_note_is_for_those_with_the_permission_only_and_each_look_is_written_down()
    {
        var id = await AddAsync(Son);
        var officer = ByLiaison("Widows");
        var version = (await FamilyAsync()).Members[0].Version;
        await Assert.ThrowsAsync<AccessDenied>(() => Household.NoteHealthAsync(Clerk, id, version, "فشل كلوي", Cancel));
        await Household.NoteHealthAsync(officer, id, version, "فشل كلوي", Cancel);

        Assert.False(Assert.Single((await FamilyAsync()).Members).HasHealthNote);
        Assert.True(Assert.Single((await The<FamilyQueries>().OfAsync(officer, File, Cancel)).Members).HasHealthNote);
        Assert.Equal("فشل كلوي", await The<FamilyQueries>().OpenHealthAsync(officer, id, Cancel));
        Assert.Equal(["HouseholdMemberHealth"], await LooksAsync());
        await Assert.ThrowsAsync<AccessDenied>(() => The<FamilyQueries>().OpenHealthAsync(Clerk, id, Cancel));
        await Refused.WithAsync("registry.sensitive.reason", nameof(Act.Why), () => The<FamilyQueries>().OpenHealthAsync(By(StaffRole.SeniorManagement), id, Cancel));
        Assert.NotNull(await The<FamilyQueries>().OpenHealthAsync(By(StaffRole.SeniorManagement) with { Why = "مراجعة حالة" }, id, Cancel));
        Assert.DoesNotContain("كلوي", await TrailAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(MemberForm.Name))]
    [InlineData(nameof(MemberForm.Job))]
    [InlineData(nameof(IncomeForm.ProofRef))]
    [InlineData(nameof(DebtForm.Creditor))]
    [InlineData(nameof(DebtForm.Reason))]
    [InlineData(nameof(HousingForm.ContractNo))]
    public async Task Bad_text_is_kept_clean_or_refused_beside_its_field(string field)
    {
        foreach (var row in BadInput.For(BadField.Line))
        {
            try
            {
                await TypeAsync(field, row.Input);
            }
            catch (RuleViolation violation)
            {
                Assert.All(violation.Breaches, b => Assert.Equal((row.Name, field), (row.Name, b.Field)));
                continue;
            }

            Assert.True(row.Outcome is BadOutcome.Normalised or BadOutcome.Accepted || CleanText.IsBlank(row.Input), row.Name);
            Assert.Equal((row.Name, CleanText.IsBlank(row.Input) ? null : row.Value ?? row.Input), (row.Name, await KeptAsync(field)));
        }
    }

    [Fact]
    public async Task A2_Others_may_neither_change_nor_look()
    {
        var id = await AddAsync(Son);
        var version = (await FamilyAsync()).Members[0].Version;
        foreach (var act in new[] { By(StaffRole.CommitteeMember), By(StaffRole.SystemAdmin), ByLiaison("Orphans") })
        {
            await Assert.ThrowsAsync<AccessDenied>(() => Household.AddAsync(act, Guid.CreateVersion7(), File, Son, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Household.RemoveAsync(act, id, version, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Means.SaveHousingAsync(act, File, null, new HousingForm { Tenure = Tenure.Owned }, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<FamilyQueries>().OfAsync(act, File, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<FamilyQueries>().RevealIdAsync(act, id, Cancel));
        }
        Assert.NotNull(await The<FamilyQueries>().OfAsync(By(StaffRole.SeniorManagement), File, Cancel));
    }

    private Task<Guid> AddAsync(MemberForm form) => Household.AddAsync(Clerk, Guid.CreateVersion7(), File, form, Cancel);

    private Task<FamilyDetail> FamilyAsync() => The<FamilyQueries>().OfAsync(Clerk, File, Cancel);

    private async Task TypeAsync(string field, string text)
    {
        var key = Guid.CreateVersion7();
        await (field switch
        {
            nameof(MemberForm.Name) => Household.AddAsync(Clerk, key, File, Son with { Name = text }, Cancel),
            nameof(MemberForm.Job) => Household.AddAsync(Clerk, key, File, Son with { Job = text }, Cancel),
            nameof(IncomeForm.ProofRef) => Means.AddIncomeAsync(Clerk, key, File, new IncomeForm { Kind = IncomeKind.Other, MonthlyAmount = Money.Of(1), ProofRef = text }, Cancel),
            nameof(DebtForm.Creditor) => Means.AddDebtAsync(Clerk, key, File, new DebtForm { Creditor = text, Amount = Money.Of(1) }, Cancel),
            nameof(DebtForm.Reason) => Means.AddDebtAsync(Clerk, key, File, new DebtForm { Creditor = "دائن", Amount = Money.Of(1), Reason = text }, Cancel),
            _ => Means.SaveHousingAsync(Clerk, File, (await FamilyAsync()).Housing?.Version, new HousingForm { Tenure = Tenure.Rented, ContractNo = text }, Cancel),
        });
    }

    private async Task<string?> KeptAsync(string field)
    {
        var family = await FamilyAsync();
        return field switch
        {
            nameof(MemberForm.Name) => family.Members[^1].Name,
            nameof(MemberForm.Job) => family.Members[^1].Job,
            nameof(IncomeForm.ProofRef) => family.Incomes[^1].ProofRef,
            nameof(DebtForm.Creditor) => family.Debts[^1].Creditor,
            nameof(DebtForm.Reason) => family.Debts[^1].Reason,
            _ => family.Housing!.Home.ContractNo,
        };
    }
}

public sealed class FamilyTests() : FamilySuite(TestDatabase.Sqlite());
