using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>Keeping a file true, and the account it is paid to; on both databases.</summary>
public abstract class FileUpkeepSuite(TestDatabase database) : RegistryHouse(database)
{
    private const string FirstIban = "SA6780000000990000000001";

    private FileUpkeepService Upkeep => The<FileUpkeepService>();

    private BankAccountService Accounts => The<BankAccountService>();

    [Fact]
    public async Task Going_through_the_data_makes_it_fresh_for_a_year_and_stands_in_the_trail()
    {
        Clock.Advance(TimeSpan.FromDays(400));
        Assert.True((await ReadFileAsync()).IsReviewDue(Clock.Today));

        await Upkeep.ReviewAsync(Clerk, File, await VersionAsync(), Cancel);

        Assert.False((await ReadFileAsync()).IsReviewDue(Clock.Today));
        Assert.Equal(("registry.file.review", "ح-2"), ((await LastActAsync()).Action, (await LastActAsync()).ClauseKey));
    }

    [Fact]
    public async Task Files_due_for_review_are_found_by_the_list()
    {
        Clock.Advance(TimeSpan.FromDays(400));
        await RegisterAsync(2);
        var due = new PageQuery { Filters = new Dictionary<string, string>(StringComparer.Ordinal) { ["review"] = "due" } };
        Assert.Equal([File], (await The<BeneficiaryQueries>().PageAsync(Clerk, due, Cancel)).Rows.Select(r => r.Id));
        await Upkeep.ReviewAsync(Clerk, File, await VersionAsync(), Cancel);
        Assert.Empty((await The<BeneficiaryQueries>().PageAsync(Clerk, due, Cancel)).Rows);
    }

    [Fact]
    public async Task C5_A_second_clerk_who_read_an_older_version_is_told()
    {
        var read = await VersionAsync();
        await Upkeep.SightIdAsync(Clerk, File, read, Cancel);
        await Assert.ThrowsAsync<StaleRecord>(() => Upkeep.AddMoreAsync(Clerk, File, read, new MoreForm { IsLiterate = true }, Cancel));
        Assert.Null((await ReadFileAsync()).IsLiterate);
    }

    [Fact]
    public async Task A_seen_paper_is_forgotten_with_its_number_and_kept_with_the_rest()
    {
        await Upkeep.SightIdAsync(Clerk, File, await VersionAsync(), Cancel);
        Assert.Equal((Clock.GetUtcNow().UtcDateTime, "موظفة تجريبية"), ((await ReadFileAsync()).IdSightedAt, (await ReadFileAsync()).IdSightedByName));

        await ChangeAsync(Make.Person() with { City = "ينبع" });
        Assert.NotNull((await ReadFileAsync()).IdSightedAt);
        await ChangeAsync(Make.Person() with { IdNumber = Make.CitizenId(40) });
        Assert.Null((await ReadFileAsync()).IdSightedAt);
    }

    [Fact]
    public async Task A_second_mobile_finds_the_file_and_is_not_the_first_again()
    {
        await Refused.WithAsync("registry.more.samemobile", nameof(MoreForm.Mobile2), () => MoreAsync(new MoreForm { Mobile2 = "+966 50 000 0101" }));
        await MoreAsync(new MoreForm { Mobile2 = "٠٥٠٠٠٠٠١٩٩", Mobile2Kinship = Kinship.Child, MaritalStatus = MaritalStatus.Widowed, PreferredChannel = PreferredChannel.Phone, IsLiterate = false });

        var file = await ReadFileAsync();
        Assert.Equal(("0500000199", Kinship.Child, MaritalStatus.Widowed, false), (file.Mobile2, file.Mobile2Kinship, file.MaritalStatus, file.IsLiterate));
        Assert.Equal([1L], (await The<BeneficiarySearch>().FindAsync(Clerk, "0500000199", 5, Cancel)).Select(h => h.FileNo));
        Assert.DoesNotContain("0500000199", await TrailAsync(), StringComparison.Ordinal);
        await ChangeAsync(Make.Person() with { Mobile = "0500000150" });
        Assert.Single(await The<BeneficiarySearch>().FindAsync(Clerk, "0500000199", 5, Cancel));
    }

    [Fact]
    public async Task A_status_needs_a_reason_and_a_day_that_can_be()
    {
        await Refused.WithAsync("kernel.text.required", nameof(StatusForm.Reason), () => StatusAsync(new StatusForm { Status = BeneficiaryStatus.Suspended }));
        await Refused.WithAsync("registry.status.same", nameof(StatusForm.Status), () => StatusAsync(new StatusForm { Status = BeneficiaryStatus.Active, Reason = "سبب كافٍ" }));
        await Refused.WithAsync("registry.status.future", nameof(StatusForm.On), () => StatusAsync(new StatusForm { Status = BeneficiaryStatus.Deceased, Reason = "شهادة وفاة", On = Clock.Today.AddDays(1) }));
        await Refused.WithAsync("registry.status.beforebirth", nameof(StatusForm.On), () => StatusAsync(new StatusForm { Status = BeneficiaryStatus.Deceased, Reason = "شهادة وفاة", On = new DateOnly(1980, 1, 1) }));
        await StatusAsync(new StatusForm { Status = BeneficiaryStatus.Deceased, Reason = "شهادة وفاة", On = new DateOnly(2026, 11, 1) });

        var file = await ReadFileAsync();
        Assert.Equal((BeneficiaryStatus.Deceased, new DateOnly(2026, 11, 1)), (file.Status, file.StatusOn));
        Assert.Equal("شهادة وفاة", (await LastActAsync()).Reason);
    }

    [Fact]
    public async Task P2_An_iban_lies_sealed_is_masked_and_each_reveal_is_written_down()
    {
        await Accounts.SaveAsync(Clerk, File, null, new BankAccountForm { Iban = "sa67 8000 0000 9900 0000 0001" }, Cancel);

        var row = (await The<BankAccountQueries>().OfAsync(Clerk, File, Cancel))!;
        Assert.Equal(("0001", "80", null), (row.IbanTail, row.BankCode, row.OwnerName));
        var kept = await ReadAsync(db => db.BankAccounts.AsNoTracking().SingleAsync(Cancel));
        Assert.DoesNotContain("990000000001", System.Text.Encoding.UTF8.GetString(kept.IbanSealed), StringComparison.Ordinal);
        Assert.DoesNotContain("0001", (await LastActAsync()).Changes!, StringComparison.Ordinal);
        Assert.Equal(FirstIban, await The<BankAccountQueries>().RevealAsync(Clerk, File, Cancel));
        Assert.Equal(["BeneficiaryIban"], await LooksAsync());
        await Assert.ThrowsAsync<AccessDenied>(() => The<BankAccountQueries>().RevealAsync(By(StaffRole.SeniorManagement), File, Cancel));
    }

    [Fact]
    public async Task P2_A_sealed_iban_copied_to_another_row_does_not_open()
    {
        var ibans = The<IbanNumbers>();
        var sealedIban = ibans.Seal(Guid.NewGuid(), FirstIban);
        await Task.Run(() => Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => ibans.Open(Guid.NewGuid(), sealedIban)), Cancel);
    }

    [Fact]
    public async Task An_account_of_an_unknown_bank_is_taken_and_an_owner_needs_a_name_and_a_relation()
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => Accounts.SaveAsync(Clerk, File, null, new BankAccountForm { Iban = FirstIban, IsOwn = false }, Cancel));
        Assert.Equal([nameof(BankAccountForm.OwnerName), nameof(BankAccountForm.OwnerKinship)], refusal.Breaches.Select(b => b.Field));
        await Accounts.SaveAsync(Clerk, File, null, new BankAccountForm { Iban = "SA9799000000001234567890", IsOwn = false, OwnerName = "سعد فهد العمري", OwnerKinship = Kinship.Parent }, Cancel);

        var row = (await The<BankAccountQueries>().OfAsync(Clerk, File, Cancel))!;
        await Accounts.SaveAsync(Clerk, File, row.Version, new BankAccountForm { IsOwn = true }, Cancel);
        var now = (await The<BankAccountQueries>().OfAsync(Clerk, File, Cancel))!;
        Assert.Equal(("7890", "99", null, null), (now.IbanTail, now.BankCode, now.OwnerName, now.OwnerKinship));
        await Assert.ThrowsAsync<StaleRecord>(() => Accounts.SaveAsync(Clerk, File, null, new BankAccountForm { Iban = FirstIban }, Cancel));
    }

    [Fact]
    public async Task Another_file_paid_to_the_same_account_is_told_within_reach()
    {
        await Accounts.SaveAsync(Clerk, File, null, new BankAccountForm { Iban = FirstIban }, Cancel);
        var second = await RegisterAsync(2);
        Assert.Equal(File, (await The<BankAccountQueries>().SameIbanAsync(Clerk, FirstIban, second, Cancel))?.Id);
        Assert.Null(await The<BankAccountQueries>().SameIbanAsync(Clerk, FirstIban, File, Cancel));
        Assert.Null(await The<BankAccountQueries>().SameIbanAsync(ByLiaison("Orphans"), FirstIban, second, Cancel));
    }

    [Fact]
    public async Task Bad_ibans_are_kept_clean_or_refused_beside_the_field()
    {
        foreach (var row in BadInput.For(BadField.Iban))
        {
            var file = await RegisterAsync(10 + Array.IndexOf([.. BadInput.For(BadField.Iban)], row));
            var form = new BankAccountForm { Iban = row.Input };
            if (row.Outcome is BadOutcome.Refused or BadOutcome.Limited)
            {
                var violation = await Assert.ThrowsAsync<RuleViolation>(() => Accounts.SaveAsync(Clerk, file, null, form, Cancel));
                Assert.All(violation.Breaches, b => Assert.Equal((row.Name, nameof(form.Iban)), (row.Name, b.Field)));
                continue;
            }

            await Accounts.SaveAsync(Clerk, file, null, form, Cancel);
            Assert.Equal((row.Name, row.Value ?? row.Input), (row.Name, await The<BankAccountQueries>().RevealAsync(Clerk, file, Cancel)));
        }
    }

    [Fact]
    public async Task A2_Others_may_neither_change_nor_look()
    {
        var version = await VersionAsync();
        foreach (var act in new[] { By(StaffRole.CommitteeMember), By(StaffRole.SystemAdmin), By(StaffRole.SeniorManagement), ByLiaison("Orphans") })
        {
            await Assert.ThrowsAsync<AccessDenied>(() => Upkeep.ReviewAsync(act, File, version, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Upkeep.SetStatusAsync(act, File, version, new StatusForm { Status = BeneficiaryStatus.Closed, Reason = "سبب كافٍ" }, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Accounts.SaveAsync(act, File, null, new BankAccountForm { Iban = FirstIban }, Cancel));
        }
        await Assert.ThrowsAsync<AccessDenied>(() => The<BankAccountQueries>().OfAsync(ByLiaison("Orphans"), File, Cancel));
    }

    private async Task MoreAsync(MoreForm form) => await Upkeep.AddMoreAsync(Clerk, File, await VersionAsync(), form, Cancel);

    private async Task StatusAsync(StatusForm form) => await Upkeep.SetStatusAsync(Clerk, File, await VersionAsync(), form, Cancel);

    private async Task ChangeAsync(BeneficiaryForm form) => await The<BeneficiaryService>().ChangeAsync(Clerk, File, await VersionAsync(), form, Cancel);
}

public sealed class FileUpkeepTests() : FileUpkeepSuite(TestDatabase.Sqlite());
