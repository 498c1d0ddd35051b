using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>What only few may know, on both databases.</summary>
public abstract class SensitivitySuite(TestDatabase database) : RegistryHouse(database)
{
    private const string Note = "العنوان محمي بقرار";

    private SensitivityService Service => The<SensitivityService>();

    private Act Officer => ByLiaison("Widows");

    [Fact]
    public async Task A_flag_is_raised_seen_by_the_few_and_lifted_and_each_look_is_written_down()
    {
        var id = await RaiseAsync(Officer);
        var flag = Assert.Single(await The<SensitivityQueries>().OpenAsync(Officer, File, Cancel));
        Assert.Equal((id, SensitivityKind.ProtectedAddress, Note), (flag.Id, flag.Kind, flag.Note));
        Assert.Equal(["BeneficiarySensitive"], await LooksAsync());
        await Service.LiftAsync(Officer, id, flag.Version, Cancel);
        Assert.Empty(await The<SensitivityQueries>().OpenAsync(Officer, File, Cancel));
        await Refused.WithAsync("registry.flag.lifted", null, async () => await Service.LiftAsync(Officer, id, await ReadAsync(db => db.SensitivityFlags.Select(f => f.Version).SingleAsync(Cancel)), Cancel));
    }

    [Fact]
    public async Task The_trail_and_the_table_never_say_what_it_is()
    {
        await RaiseAsync(Officer);
        await RaiseAsync(Officer, SensitivityKind.Health);
        var trail = await TrailAsync();
        Assert.DoesNotContain("Protected", trail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("محمي", trail, StringComparison.Ordinal);
        var flags = await ReadAsync(db => db.SensitivityFlags.AsNoTracking().ToListAsync(Cancel));
        Assert.Single(flags.Select(f => f.KindSealed.Length).Distinct());
        Assert.All(flags, f => Assert.DoesNotContain("Health", System.Text.Encoding.UTF8.GetString(f.KindSealed), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_and_search_give_the_same_with_and_without_flags()
    {
        var before = await SeenAsync();
        await RaiseAsync(Officer);
        Assert.Equal(before, await SeenAsync());
        Assert.Empty(await The<BeneficiarySearch>().FindAsync(Clerk, "محمي", 5, Cancel));
    }

    [Fact]
    public async Task Senior_management_says_why_and_the_log_keeps_it()
    {
        await RaiseAsync(Officer);
        var senior = By(StaffRole.SeniorManagement);
        await Refused.WithAsync("registry.sensitive.reason", nameof(Act.Why), () => The<SensitivityQueries>().OpenAsync(senior, File, Cancel));
        Assert.Empty(await LooksAsync());
        Assert.Single(await The<SensitivityQueries>().OpenAsync(senior with { Why = "تظلم رقم 3" }, File, Cancel));
        Assert.Equal(1, await ReadAsync(db => db.Set<Mabarra.CaseManager.Audit.AccessEntry>().CountAsync(l => l.Why == "تظلم رقم 3", Cancel)));
    }

    [Fact]
    public async Task A2_The_desk_and_others_officers_neither_see_nor_set()
    {
        var id = await RaiseAsync(Officer);
        var version = await ReadAsync(db => db.SensitivityFlags.Select(f => f.Version).SingleAsync(Cancel));
        foreach (var act in new[] { Clerk, By(StaffRole.CommitteeMember), By(StaffRole.SystemAdmin), By(StaffRole.HumanResources), ByLiaison("Orphans") })
        {
            Assert.False(await The<SensitivityQueries>().MayOpenAsync(act, File, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<SensitivityQueries>().OpenAsync(act, File, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => RaiseAsync(act));
            await Assert.ThrowsAsync<AccessDenied>(() => Service.LiftAsync(act, id, version, Cancel));
        }
        Assert.True(await The<SensitivityQueries>().MayOpenAsync(Officer, File, Cancel));
    }

    [Fact]
    public async Task A_protected_address_is_kept_from_the_desk_which_cannot_overwrite_it()
    {
        var queries = The<BeneficiaryQueries>();
        var saved = (await ReadFileAsync()).Address;
        var id = await RaiseAsync(Officer);
        var (seen, edit) = ((await queries.OpenAsync(Clerk, File, Cancel))!, (await queries.EditAsync(Clerk, File, Cancel))!);
        Assert.Equal((true, NationalAddress.None, true, ""), (seen.HidesAddress, seen.File.Address, edit.HidesAddress, edit.Form.City));
        Assert.Equal(saved, (await queries.OpenAsync(Officer, File, Cancel))!.File.Address);
        var senior = By(StaffRole.SeniorManagement);
        Assert.True((await queries.OpenAsync(senior, File, Cancel))!.HidesAddress);
        Assert.Equal(saved, Assert.Single(await The<SensitivityQueries>().OpenAsync(senior with { Why = "تظلم رقم 3" }, File, Cancel)).Address);

        await The<BeneficiaryService>().ChangeAsync(Clerk, File, edit.Version, edit.Form with { City = "جدة", Mobile = "0500000199" }, Cancel);
        Assert.Equal((saved, "0500000199"), ((await ReadFileAsync()).Address, (await ReadFileAsync()).Mobile));

        await Service.LiftAsync(Officer, id, await ReadAsync(db => db.SensitivityFlags.Select(f => f.Version).SingleAsync(Cancel)), Cancel);
        Assert.Equal(saved, (await queries.OpenAsync(Clerk, File, Cancel))!.File.Address);
    }

    [Fact]
    public async Task Other_flags_hide_no_address()
    {
        await RaiseAsync(Officer, SensitivityKind.Health);
        Assert.False((await The<BeneficiaryQueries>().OpenAsync(Clerk, File, Cancel))!.HidesAddress);
    }

    [Fact]
    public async Task Bad_notes_are_kept_clean_or_refused_beside_the_field()
    {
        foreach (var row in BadInput.For(BadField.Paragraph))
        {
            try
            {
                await Service.RaiseAsync(Officer, Guid.CreateVersion7(), File, new FlagForm { Kind = SensitivityKind.Other, Note = row.Input }, Cancel);
            }
            catch (RuleViolation violation)
            {
                Assert.All(violation.Breaches, b => Assert.Equal((row.Name, nameof(FlagForm.Note)), (row.Name, b.Field)));
                continue;
            }

            Assert.True(row.Outcome is BadOutcome.Normalised or BadOutcome.Accepted || CleanText.IsBlank(row.Input), row.Name);
            Assert.Equal((row.Name, CleanText.IsBlank(row.Input) ? null : row.Value ?? row.Input), (row.Name, (await The<SensitivityQueries>().OpenAsync(Officer, File, Cancel))[^1].Note));
        }
    }

    private Task<Guid> RaiseAsync(Act act, SensitivityKind kind = SensitivityKind.ProtectedAddress) =>
        Service.RaiseAsync(act, Guid.CreateVersion7(), File, new FlagForm { Kind = kind, Note = Note }, Cancel);

    private async Task<string> SeenAsync()
    {
        var list = await The<BeneficiaryQueries>().PageAsync(Officer, new PageQuery(), Cancel);
        var found = await The<BeneficiarySearch>().FindAsync(Officer, "نورة", 5, Cancel);
        return string.Join('\n', list.Rows.Select(r => r.ToString()).Concat(found.Select(f => f.ToString())));
    }
}

public sealed class SensitivityTests() : SensitivitySuite(TestDatabase.Sqlite());
