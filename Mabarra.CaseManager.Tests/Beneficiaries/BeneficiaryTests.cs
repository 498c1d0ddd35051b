using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>Adding and changing files, on both databases.</summary>
public abstract class BeneficiarySuite(TestDatabase database) : House(database)
{
    private Act Clerk => By(StaffRole.FrontDesk);

    private BeneficiaryService Service => The<BeneficiaryService>();

    private BeneficiaryQueries Queries => The<BeneficiaryQueries>();

    protected override Task SetUpAsync() => AddReferenceDataAsync();

    [Fact]
    public async Task A_new_file_is_kept_as_typed_with_its_number_sealed_and_an_audit_entry()
    {
        var id = await RegisterAsync(Make.Person());

        var file = (await Queries.OpenAsync(Clerk, id, Cancel))!.File;
        Assert.Equal((1L, "نورة سعد فهد العمري", "0018"), (file.FileNo, file.FullName, file.IdTail));
        Assert.DoesNotContain(Make.CitizenId(1), System.Text.Encoding.UTF8.GetString(file.IdSealed), StringComparison.Ordinal);
        Assert.Equal(Make.CitizenId(1), await Queries.RevealIdAsync(Clerk, id, Cancel));
        var entry = Assert.Single(await The<AuditQueries>().OfRecordAsync(id, 10, Cancel));
        Assert.Equal("beneficiaries.file.register", entry.Action);
        Assert.DoesNotContain("نورة", entry.Changes!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1099000018")]
    [InlineData("١٠٩٩٠٠٠٠١٨")]
    [InlineData("۱۰۹۹-۰۰۰-۰۱۸")]
    [InlineData("\u202B1099 000 018\u202C")]
    public async Task B7_B11_An_identity_number_is_one_however_it_is_written(string typed)
    {
        await RegisterAsync(Make.Person());

        var violation = await Refused.WithAsync("beneficiaries.file.duplicate", nameof(BeneficiaryForm.IdNumber), () => RegisterAsync(Make.Person(2) with { IdNumber = typed }));

        Assert.Equal(1L, violation.Breaches[0].Args[0]);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_same_digits_on_another_kind_of_paper_are_another_number()
    {
        await RegisterAsync(Make.Person());
        await RegisterAsync(Make.Person(2) with { IdKind = IdKind.Passport, IdNumber = Make.CitizenId(1), Nationality = "مصري" });
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Changing_to_the_number_of_another_file_is_refused_and_keeping_ones_own_is_not()
    {
        await RegisterAsync(Make.Person());
        var second = await RegisterAsync(Make.Person(2));

        await Refused.WithAsync("beneficiaries.file.duplicate", nameof(BeneficiaryForm.IdNumber), () => ChangeAsync(second, Make.Person(2) with { IdNumber = Make.CitizenId(1) }));
        await ChangeAsync(second, Make.Person(2) with { City = "ينبع" });

        Assert.Equal("ينبع", (await Queries.OpenAsync(Clerk, second, Cancel))!.File.Address.City);
    }

    [Fact]
    public async Task Every_empty_field_is_told_at_once()
    {
        var violation = await Assert.ThrowsAsync<RuleViolation>(() => RegisterAsync(new BeneficiaryForm()));

        string[] required =
        [
            nameof(BeneficiaryForm.FirstName), nameof(BeneficiaryForm.FatherName), nameof(BeneficiaryForm.GrandfatherName), nameof(BeneficiaryForm.FamilyName),
            nameof(BeneficiaryForm.IdNumber), nameof(BeneficiaryForm.BirthOn), nameof(BeneficiaryForm.Gender), nameof(BeneficiaryForm.Mobile),
            nameof(BeneficiaryForm.Categories), nameof(BeneficiaryForm.City), nameof(BeneficiaryForm.District),
        ];
        Assert.Equal(required.Order(StringComparer.Ordinal), violation.Breaches.Select(b => b.Field!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task C6_Two_submits_of_one_form_make_one_file()
    {
        var (key, form) = (Guid.CreateVersion7(), Make.Person());
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Service.RegisterAsync(Clerk, key, form, Cancel))));
        Assert.Single(made.Distinct());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task C5_The_second_of_two_clerks_is_told_and_overwrites_nothing()
    {
        var id = await RegisterAsync(Make.Person());
        var read = (await Queries.EditAsync(Clerk, id, Cancel))!.Version;
        await Service.ChangeAsync(Clerk, id, read, Make.Person() with { City = "ينبع" }, Cancel);

        var stale = await Assert.ThrowsAsync<StaleRecord>(() => Service.ChangeAsync(Clerk, id, read, Make.Person() with { City = "العلا" }, Cancel));

        Assert.Equal(id, stale.RecordId);
        Assert.Equal("ينبع", (await Queries.OpenAsync(Clerk, id, Cancel))!.File.Address.City);
        var last = (await The<AuditQueries>().OfRecordAsync(id, 1, Cancel))[0];
        Assert.Equal(["Address.City"], ChangedNames.Of(last.Changes));
        Assert.DoesNotContain("ينبع", last.Changes!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A2_Somebody_without_the_permission_may_neither_add_nor_look()
    {
        var id = await RegisterAsync(Make.Person());
        foreach (var act in new[] { By(StaffRole.CommitteeMember), By(StaffRole.HumanResources), By(StaffRole.SystemAdmin) })
        {
            await Assert.ThrowsAsync<AccessDenied>(() => Service.RegisterAsync(act, Guid.CreateVersion7(), Make.Person(2), Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Queries.OpenAsync(act, id, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<BeneficiarySearch>().FindAsync(act, "نورة", 5, Cancel));
        }
        await Assert.ThrowsAsync<AccessDenied>(() => Queries.RevealIdAsync(By(StaffRole.SeniorManagement), id, Cancel));
    }

    [Fact]
    public async Task A2_A_liaison_officer_stays_within_his_categories()
    {
        var id = await RegisterAsync(Make.Person(1, categories: "Widows"));
        var officer = ByLiaison("Orphans");

        await (await Assert.ThrowsAsync<AccessDenied>(() => Queries.OpenAsync(officer, id, Cancel))).Written;
        await (await Assert.ThrowsAsync<AccessDenied>(() => Queries.RevealIdAsync(officer, id, Cancel))).Written;
        var version = (await Queries.OpenAsync(Clerk, id, Cancel))!.Version;
        await (await Assert.ThrowsAsync<AccessDenied>(() => Service.ChangeAsync(officer, id, version, Make.Person(1, categories: "Orphans"), Cancel))).Written;
        await Assert.ThrowsAsync<AccessDenied>(() => Service.RegisterAsync(officer, Guid.CreateVersion7(), Make.Person(2, categories: "Widows"), Cancel));

        var refusals = (await The<AuditQueries>().OfRecordAsync(id, 9, Cancel)).Where(e => e.Action == "access.denied").Select(e => e.Reason);
        Assert.Equal([BeneficiariesModule.EditPermission, BeneficiariesModule.EditPermission, BeneficiariesModule.ViewPermission], refusals);
        Assert.Empty((await Queries.PageAsync(officer, new PageQuery(), Cancel)).Rows);
        var own = await Service.RegisterAsync(officer, Guid.CreateVersion7(), Make.Person(3, categories: "Orphans"), Cancel);
        Assert.NotNull(await Queries.OpenAsync(officer, own, Cancel));
    }

    [Fact]
    public async Task Each_look_at_a_file_and_at_its_number_is_written_down()
    {
        var id = await RegisterAsync(Make.Person());
        await Queries.OpenAsync(Clerk, id, Cancel);
        await Queries.RevealIdAsync(Clerk, id, Cancel);

        var looks = await The<AuditQueries>().AccessOfRecordAsync(By(StaffRole.SeniorManagement), id, 10, Cancel);

        Assert.Equal(["Beneficiary", "BeneficiaryIdNumber"], looks.Select(l => l.RecordType).Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<AccessDenied>(() => The<AuditQueries>().AccessOfRecordAsync(Clerk, id, 10, Cancel));
    }

    [Fact]
    public async Task Saving_a_file_counts_as_going_through_it()
    {
        var id = await RegisterAsync(Make.Person());
        Clock.Advance(TimeSpan.FromDays(400));
        Assert.True((await Queries.EditAsync(Clerk, id, Cancel))!.IsReviewDue);

        await ChangeAsync(id, Make.Person());

        Assert.False((await Queries.EditAsync(Clerk, id, Cancel))!.IsReviewDue);
    }

    [Fact]
    public async Task Early_warnings_find_the_other_file_and_never_ones_own()
    {
        var id = await RegisterAsync(Make.Person());
        var search = The<BeneficiarySearch>();

        Assert.Equal(id, (await search.SameIdAsync(Clerk, IdKind.NationalId, "١٠٩٩٠٠٠٠١٨", null, Cancel))?.Id);
        Assert.Equal(id, (await search.SameMobileAsync(Clerk, "+966 50 000 0101", null, Cancel))?.Id);
        Assert.Null(await search.SameIdAsync(Clerk, IdKind.NationalId, Make.CitizenId(1), id, Cancel));
        Assert.Null(await search.SameMobileAsync(Clerk, "0500000101", id, Cancel));
        Assert.Null(await search.SameIdAsync(Clerk, IdKind.NationalId, "10990", null, Cancel));
        Assert.Null(await search.SameIdAsync(ByLiaison("Orphans"), IdKind.NationalId, Make.CitizenId(1), null, Cancel));
    }

    [Theory]
    [InlineData(BadField.PersonName)]
    [InlineData(BadField.NationalId)]
    [InlineData(BadField.Phone)]
    [InlineData(BadField.Email)]
    [InlineData(BadField.Line)]
    [InlineData(BadField.BirthDate)]
    public async Task Bad_input_is_kept_clean_or_refused_beside_its_field(BadField field)
    {
        var n = 10;
        foreach (var row in BadInput.For(field))
        {
            var (form, name, kept) = Typed(Make.Person() with { IdNumber = Make.CitizenId(++n) }, row);
            var before = await CountAsync();
            if (row.Outcome is BadOutcome.Refused or BadOutcome.Limited && !(field == BadField.Email && CleanText.IsBlank(row.Input)))
            {
                var violation = await Assert.ThrowsAsync<RuleViolation>(() => RegisterAsync(form));
                Assert.All(violation.Breaches, b => Assert.Equal((row.Name, name), (row.Name, b.Field)));
                Assert.Equal((row.Name, before), (row.Name, await CountAsync()));
                continue;
            }

            var id = await RegisterAsync(form);
            var file = (await Queries.EditAsync(Clerk, id, Cancel))!.Form;
            Assert.Equal((row.Name, row.Value ?? (CleanText.IsBlank(row.Input) ? null : row.Input)), (row.Name, kept(file)));
            // Several rows are the same number: the next one finds it free again.
            if (field == BadField.NationalId)
                await ChangeAsync(id, Make.Person() with { IdNumber = Make.CitizenId(++n) });
        }
    }

    private static (BeneficiaryForm Form, string Field, Func<BeneficiaryForm, string?> Kept) Typed(BeneficiaryForm form, BadRow row) => row.Field switch
    {
        BadField.PersonName => (form with { FirstName = row.Input }, nameof(form.FirstName), f => f.FirstName),
        BadField.NationalId when (row.Value ?? row.Input).StartsWith('2') => (form with { IdKind = IdKind.Iqama, Nationality = "يمني", IdNumber = row.Input }, nameof(form.IdNumber), f => f.IdNumber),
        BadField.NationalId => (form with { IdNumber = row.Input }, nameof(form.IdNumber), f => f.IdNumber),
        BadField.Phone => (form with { Mobile = row.Input }, nameof(form.Mobile), f => f.Mobile),
        BadField.Email => (form with { Email = row.Input }, nameof(form.Email), f => f.Email),
        BadField.Line => (form with { Street = "شارع", City = row.Input }, nameof(form.City), f => f.City),
        BadField.BirthDate => (form with { BirthOn = DateOnly.Parse(row.Input, System.Globalization.CultureInfo.InvariantCulture) }, nameof(form.BirthOn), f => DateText.ShortGregorian(f.BirthOn!.Value)),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private Task<Guid> RegisterAsync(BeneficiaryForm form) => Service.RegisterAsync(Clerk, Guid.CreateVersion7(), form, Cancel);

    private async Task ChangeAsync(Guid id, BeneficiaryForm form) => await Service.ChangeAsync(Clerk, id, (await Queries.OpenAsync(Clerk, id, Cancel))!.Version, form, Cancel);

    private Task<int> CountAsync() => ReadAsync(db => db.Beneficiaries.CountAsync(Cancel));
}

public sealed class BeneficiaryTests() : BeneficiarySuite(TestDatabase.Sqlite());
