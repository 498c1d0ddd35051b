using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Contacts.Liaison;

/// <summary>Charging, absence, routing and what an officer reaches (خ-١), on both databases.</summary>
public abstract class LiaisonSuite(TestDatabase database) : IntakeHouse(database)
{
    private Guid sara;
    private Guid omar;

    private Act Manager => By(StaffRole.SeniorManagement);

    private LiaisonService Service => The<LiaisonService>();

    protected override async Task SetUpAsync()
    {
        await base.SetUpAsync();
        sara = await AccountAsync("sara");
        omar = await AccountAsync("omar");
    }

    [Fact]
    public async Task An_officer_reaches_her_people_only_while_the_matrix_charges_her()
    {
        var (widow, orphan) = (await RegisterAsync("Widows"), await RegisterAsync("Orphans"));
        Assert.Empty(await The<IOfficerCharge>().CategoriesAsync(sara, Cancel));
        var id = await AssignAsync(sara, null, ["Widows"]);
        Assert.Equal(["Widows"], await The<IOfficerCharge>().CategoriesAsync(sara, Cancel));

        var act = await ActOfAsync(sara);
        Assert.NotNull(await The<BeneficiaryQueries>().OpenAsync(act, widow, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<BeneficiaryQueries>().OpenAsync(act, orphan, Cancel));

        Clock.Advance(TimeSpan.FromDays(2));
        await Service.EndAsync(Manager, id, await VersionOfAsync(id), new EndForm { LastOn = By().On.AddDays(-1), Reason = "نُقلت" }, Cancel);
        await Assert.ThrowsAsync<AccessDenied>(async () => await The<BeneficiaryQueries>().OpenAsync(await ActOfAsync(sara), widow, Cancel));
        Assert.Equal("liaison.charge.end", (await The<AuditQueries>().OfRecordAsync(id, 1, Cancel))[0].Action);
    }

    [Fact]
    public async Task Two_charges_of_one_cell_on_one_day_are_refused_and_another_cell_is_not()
    {
        await AssignAsync(sara, null, ["Widows"], ["Housing"]);
        var form = new AssignForm { OfficerId = omar, Categories = ["Orphans", "Widows"], Fields = ["Housing"], FromOn = By().On.AddDays(30) };
        await Refused.WithAsync("liaison.assign.overlap", nameof(AssignForm.FromOn), () => Service.AssignAsync(Manager, Guid.NewGuid(), form, Cancel));
        Assert.Single(await CountAsync(db => db.LiaisonAssignments));
        await Service.AssignAsync(Manager, Guid.NewGuid(), form with { Fields = ["Health"] }, Cancel);
        Assert.Equal(3, (await CountAsync(db => db.LiaisonAssignments)).Count);
    }

    [Fact]
    public async Task A_successor_ends_the_charge_before_hers_and_the_history_tells_both()
    {
        var first = await AssignAsync(sara, null, ["Widows"]);
        Clock.Advance(TimeSpan.FromDays(5));
        await Service.AssignAsync(Manager, Guid.NewGuid(), new AssignForm { OfficerId = omar, Categories = ["Widows"], FromOn = By().On, Replaces = true }, Cancel);
        var matrix = await The<MatrixReader>().ReadAsync(Cancel);
        Assert.Equal((sara, omar), (matrix.Of("Widows", "Housing", By().On.AddDays(-1)).InCharge, matrix.Of("Widows", "Housing", By().On).InCharge));
        var history = await The<LiaisonQueries>().HistoryAsync(Manager, "Widows", "Housing", Cancel);
        Assert.Equal([omar, sara], history.Select(r => r.OfficerId));
        Assert.Equal((By().On.AddDays(-1), first), (history[1].ToOn!.Value, history[1].Id));
    }

    [Fact]
    public async Task The_same_form_sent_twice_charges_once()
    {
        var key = Guid.NewGuid();
        var form = new AssignForm { OfficerId = sara, Categories = ["Widows", "Orphans"], FromOn = By().On };
        Assert.Equal(await Service.AssignAsync(Manager, key, form, Cancel), await Service.AssignAsync(Manager, key, form, Cancel));
        Assert.Equal(2, (await CountAsync(db => db.LiaisonAssignments)).Count);
    }

    [Fact]
    public async Task Twenty_at_once_for_one_cell_leave_one()
    {
        var form = new AssignForm { OfficerId = sara, Categories = ["Widows"], FromOn = By().On };
        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                await Service.AssignAsync(Manager, Guid.NewGuid(), form, Cancel);
                return true;
            }
            catch (RuleViolation)
            {
                return false;
            }
        })));
        Assert.Single(done, d => d);
    }

    [Fact]
    public async Task Nobody_is_charged_who_is_no_active_liaison_officer()
    {
        var clerk = await AccountAsync("clerk", StaffRole.FrontDesk);
        foreach (var (who, backup, field) in new (Guid, Guid?, string)[] { (clerk, null, nameof(AssignForm.OfficerId)), (sara, clerk, nameof(AssignForm.BackupId)), (Guid.NewGuid(), null, nameof(AssignForm.OfficerId)) })
            await Refused.WithAsync("liaison.assign.notofficer", field, () => AssignAsync(who, backup, ["Widows"]));
        await Refused.WithAsync("liaison.assign.same", nameof(AssignForm.BackupId), () => AssignAsync(sara, sara, ["Widows"]));
        await Refused.WithAsync("liaison.assign.category", nameof(AssignForm.Categories), () => AssignAsync(sara, null, ["'; drop table"]));
        await Refused.WithAsync("liaison.assign.to", nameof(AssignForm.ToOn), () => Service.AssignAsync(
            Manager, Guid.NewGuid(), new AssignForm { OfficerId = sara, FromOn = By().On, ToOn = By().On.AddDays(-1) }, Cancel));
    }

    [Fact]
    public async Task Absence_hands_requests_to_the_backup_and_back_by_the_date_alone()
    {
        await AssignAsync(sara, omar, ["Widows"]);
        var request = await OpenRequestAsync(beneficiary: await RegisterAsync("Widows"));
        Assert.StartsWith("Widows/", (await RequestAsync(request)).LiaisonCell, StringComparison.Ordinal);
        Assert.Equal([request], await MineAsync(sara));
        Assert.Empty(await MineAsync(omar));

        var today = By().On;
        await Service.LeaveAsync(await ActOfAsync(sara), Guid.NewGuid(), new AbsenceForm { FromOn = today.AddDays(1), ToOn = today.AddDays(2), Reason = "إجازة" }, Cancel);
        Assert.Equal([request], await MineAsync(sara));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(([], [request]), (await MineAsync(sara), await MineAsync(omar)), new Same());
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(([request], []), (await MineAsync(sara), await MineAsync(omar)), new Same());
        await Assert.ThrowsAsync<AccessDenied>(async () => await The<RequestQueries>().OpenAsync(await ActOfAsync(omar), request, Cancel));
    }

    [Fact]
    public async Task Absence_is_told_of_oneself_not_twice_and_ended_early()
    {
        await AssignAsync(sara, omar, ["Widows"]);
        var (mine, today) = (await ActOfAsync(sara), By().On);
        var form = new AbsenceForm { FromOn = today, ToOn = today.AddDays(3), Reason = "مرض" };
        await Assert.ThrowsAsync<AccessDenied>(() => Service.LeaveAsync(mine, Guid.NewGuid(), form with { OfficerId = omar }, Cancel));
        var id = await Service.LeaveAsync(mine, Guid.NewGuid(), form, Cancel);
        await Refused.WithAsync("liaison.absence.overlap", nameof(form.FromOn), () => Service.LeaveAsync(mine, Guid.NewGuid(), form with { FromOn = today.AddDays(3), ToOn = today.AddDays(9) }, Cancel));
        Assert.Equal(omar, (await The<MatrixReader>().ReadAsync(Cancel)).Of("Widows", "Housing", today).InCharge);

        // The reason is not for colleagues.
        Assert.Null(Assert.Single(await The<LiaisonQueries>().AbsencesAsync(await ActOfAsync(omar), Cancel)).Reason);
        var row = Assert.Single(await The<LiaisonQueries>().AbsencesAsync(mine, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(async () => await Service.ReturnAsync(await ActOfAsync(omar), id, row.Version, Cancel));
        await Service.ReturnAsync(mine, id, row.Version, Cancel);
        Assert.Equal(sara, (await The<MatrixReader>().ReadAsync(Cancel)).Of("Widows", "Housing", today).InCharge);
        Assert.Empty(await The<LiaisonQueries>().AbsencesAsync(mine, Cancel));
    }

    [Fact]
    public async Task A_disabled_account_leaves_a_gap_that_is_counted()
    {
        await AssignAsync(sara, null, []);
        Assert.Equal(0, await The<LiaisonQueries>().GapCountAsync(Manager, Cancel));
        await The<CaseWriter>().SaveAsync(async db => (await db.Users.SingleAsync(u => u.Id == sara, Cancel)).IsActive = false, Cancel);
        Assert.Equal(18 * 8, await The<LiaisonQueries>().GapCountAsync(Manager, Cancel));
    }

    [Fact]
    public async Task What_stood_on_accounts_moves_into_the_matrix_once_and_old_requests_find_their_officer()
    {
        var request = await OpenRequestAsync(beneficiary: await RegisterAsync("Widows"));
        await The<CaseWriter>().SaveAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == sara, Cancel)).OwnCategories = new HashSet<string>(StringComparer.Ordinal) { "Widows", "Orphans" };
            (await db.Users.SingleAsync(u => u.Id == omar, Cancel)).OwnCategories = new HashSet<string>(StringComparer.Ordinal) { "Widows" };
            var requests = db.ServiceRequests;
            await requests.ExecuteUpdateAsync(set => set.SetProperty(r => r.LiaisonCell, (string?)null), Cancel);
        }, Cancel);

        await AddReferenceDataAsync();
        await AddReferenceDataAsync();

        var moved = (await CountAsync(db => db.LiaisonAssignments.OrderBy(a => a.CategoryCode))).ConvertAll(a => (a.CategoryCode, a.FieldCode, a.OfficerId, a.BackupId));
        Assert.Equal([("Orphans", null, sara, null), ("Widows", null, sara, omar)], moved);
        Assert.All(await CountAsync(db => db.Users), u => Assert.Empty(u.OwnCategories));
        Assert.Equal([request], await MineAsync(sara));
    }

    [Fact]
    public async Task Senior_management_alone_charges_officers()
    {
        foreach (var role in Enum.GetValues<StaffRole>().Where(r => r != StaffRole.SeniorManagement))
            await Assert.ThrowsAsync<AccessDenied>(() => Service.AssignAsync(By(role), Guid.NewGuid(), new AssignForm(), Cancel));
    }

    private Task<Guid> AssignAsync(Guid officer, Guid? backup, string[] categories, string[]? fields = null) => Service.AssignAsync(
        Manager, Guid.NewGuid(), new AssignForm { OfficerId = officer, BackupId = backup, Categories = categories, Fields = fields ?? [], FromOn = By().On }, Cancel);

    private async Task<List<Guid>> MineAsync(Guid officer)
    {
        var mine = await The<MineQueries>().ReadAsync(await ActOfAsync(officer), Cancel);
        return [.. mine.Waiting.Rows.Concat(mine.Begun).Select(r => r.Id)];
    }

    /// <summary>As the door makes it: with the categories the matrix gives today.</summary>
    private async Task<Act> ActOfAsync(Guid officer)
    {
        var act = By(officer, StaffRole.LiaisonOfficer);
        return act with { Actor = act.Actor with { OwnCategories = await The<IOfficerCharge>().CategoriesAsync(officer, Cancel) } };
    }

    private Task<Guid> VersionOfAsync(Guid id) => ReadAsync(db => db.LiaisonAssignments.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Cancel));

    private async Task<Guid> AccountAsync(string name, StaffRole role = StaffRole.LiaisonOfficer)
    {
        var user = new StaffUser(name, $"موظف {name}", role) { NormalizedUserName = name.ToUpperInvariant() };
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(user);
            return Task.CompletedTask;
        }, Cancel);
        return user.Id;
    }

    private sealed class Same : IEqualityComparer<(List<Guid> First, List<Guid> Second)>
    {
        public bool Equals((List<Guid> First, List<Guid> Second) x, (List<Guid> First, List<Guid> Second) y) => x.First.SequenceEqual(y.First) && x.Second.SequenceEqual(y.Second);

        public int GetHashCode((List<Guid> First, List<Guid> Second) obj) => 0;
    }
}

public sealed class LiaisonOnSqlite() : LiaisonSuite(TestDatabase.Sqlite());
