using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>Two files of one person become one, and two again; on both databases.</summary>
public abstract class MergeSuite(TestDatabase database) : RegistryHouse(database)
{
    private const string Why = "سُجلت مرتين برقم إقامة ثم هوية";

    private Guid other;

    private MergeService Service => The<MergeService>();

    private Act Senior => By(StaffRole.SeniorManagement);

    private Act Officer => ByLiaison("Widows", "Orphans");

    protected override async Task SetUpAsync()
    {
        await base.SetUpAsync();
        other = await RegisterAsync(2, "نوره سعد فهد العمري", "Orphans");
        await FillAsync(File, 40);
        await FillAsync(other, 60);
    }

    /// <summary>Every table that names a beneficiary is there, with a row of each file, so that none is counted in vain.</summary>
    [Fact]
    public async Task Every_child_row_moves_but_what_a_file_has_one_of_and_none_is_lost()
    {
        var before = await CountsAsync();
        Assert.All(before, b => Assert.True(b.Value is { Kept: > 0, Other: > 0 }, b.Key));
        var preview = (await The<MergeQueries>().PreviewAsync(Senior, File, other, Cancel))!;
        Assert.Equal(before.ToDictionary(b => b.Key, b => (b.Value.Kept, b.Value.Other)), preview.Counts.ToDictionary(c => c.Part, c => (c.Kept, c.Moving + c.Staying)));
        Assert.Equal(["BankAccount 0 1", "ConsentRecord 1 1", "Housing 0 1", "StoredDocument 0 1"], preview.Counts.Where(c => c.Staying > 0).Select(c => $"{c.Part} {c.Moving} {c.Staying}").Order(StringComparer.Ordinal));

        await MergeAsync();

        var after = await CountsAsync();
        Assert.Equal(preview.Counts.ToDictionary(c => c.Part, c => (c.Kept + c.Moving, c.Staying)), after);
        Assert.Equal(before.Sum(b => b.Value.Kept + b.Value.Other), after.Sum(a => a.Value.Kept + a.Value.Other));
    }

    [Fact]
    public async Task Both_open_requests_go_on_in_the_kept_file()
    {
        var requests = await The<RequestQueries>().OfBeneficiaryAsync(Clerk, File, 10, Cancel);
        var others = await The<RequestQueries>().OfBeneficiaryAsync(Clerk, other, 10, Cancel);
        Assert.Equal((1, 1), (requests.Count, others.Count));

        await MergeAsync();

        Assert.Equal(requests.Concat(others).Select(r => r.Id).Order(), (await The<RequestQueries>().OfBeneficiaryAsync(Clerk, File, 10, Cancel)).Select(r => r.Id).Order());
        var moved = (await The<RequestQueries>().OpenAsync(Clerk, others[0].Id, Cancel))!;
        Assert.Equal(File, moved.Request.BeneficiaryId);
        await The<RequestService>().DescribeAsync(Clerk, moved.Request.Id, moved.Request.Version, new RequestChange("طلب سداد إيجار الشقة لستة أشهر", null), Cancel);
    }

    [Fact]
    public async Task The_values_chosen_stay_and_categories_are_joined()
    {
        var (mine, hers) = (await ReadFileAsync(), await ReadFileAsync(other));
        await MergeAsync(MergeField.Mobile, MergeField.Name);
        var kept = await ReadFileAsync();
        Assert.Equal((hers.FullName, hers.Mobile, mine.BirthOn, mine.IdTail), (kept.FullName, kept.Mobile, kept.BirthOn, kept.IdTail));
        Assert.Equal(["Orphans", "Widows"], kept.Categories.Select(c => c.CategoryCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_merged_file_points_to_the_kept_one_and_its_number_stays_taken()
    {
        await MergeAsync();
        var stub = await ReadFileAsync(other);
        Assert.Equal((BeneficiaryStatus.Merged, (Guid?)File), (stub.Status, stub.MergedIntoId));
        foreach (var typed in new[] { stub.Label, Make.CitizenId(2) })
        {
            var hit = Assert.Single(await The<BeneficiarySearch>().FindAsync(Clerk, typed, 5, Cancel));
            Assert.Equal((File, (long?)stub.FileNo), (hit.Id, hit.WasFileNo));
        }
        Assert.Equal([File], (await The<BeneficiarySearch>().FindAsync(Clerk, "العمري", 9, Cancel)).Select(h => h.Id));
        Assert.Equal([File], (await The<BeneficiaryQueries>().PageAsync(Clerk, new PageQuery(), Cancel)).Rows.Select(r => r.Id));
        var kept = (await ReadFileAsync()).FileNo;
        var again = await Assert.ThrowsAsync<RuleViolation>(() => The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Person(2), Cancel));
        var breach = Assert.Single(again.Breaches);
        Assert.Equal(("beneficiaries.file.duplicate", kept), (breach.Code, breach.Args[0]));
    }

    [Fact]
    public async Task Nothing_is_written_at_a_merged_file()
    {
        await MergeAsync();
        var stub = await ReadFileAsync(other);
        await Refused.WithAsync("registry.file.merged", null, () => The<FileUpkeepService>().ReviewAsync(Clerk, other, stub.Version, Cancel));
        await Refused.WithAsync("registry.file.merged", null, () => The<BeneficiaryService>().ChangeAsync(Clerk, other, stub.Version, Make.Person(2), Cancel));
        await Refused.WithAsync("registry.file.merged", null, () => The<SensitivityService>().RaiseAsync(Officer, Guid.CreateVersion7(), other, new FlagForm { Kind = SensitivityKind.Other }, Cancel));
        await Refused.WithAsync("registry.file.merged", null, () => RequestAsync(other));
        await Refused.WithAsync("registry.file.merged", null, () => VisitAsync(other));
        await Refused.WithAsync("registry.merge.already", null, () => MergeAsync());
    }

    [Fact]
    public async Task Undone_within_a_day_both_files_are_exactly_as_they_were()
    {
        var before = await EverythingAsync();
        await MergeAsync([.. Enum.GetValues<MergeField>()]);
        Assert.NotEqual(before, await EverythingAsync());
        Clock.Advance(FileMerge.UndoFor);

        await UndoAsync();

        Assert.Equal(before, await EverythingAsync());
        Assert.Empty(await The<MergeQueries>().OfFileAsync(Senior, File, Cancel));
        await MergeAsync();
    }

    [Fact]
    public async Task After_a_day_it_stays()
    {
        await MergeAsync();
        Clock.Advance(FileMerge.UndoFor + TimeSpan.FromSeconds(1));
        await Refused.WithAsync("registry.merge.late", null, UndoAsync);
    }

    [Fact]
    public async Task What_was_added_since_could_be_either_files_and_keeps_the_merge()
    {
        await MergeAsync();
        await RequestAsync(File);
        var now = await EverythingAsync();
        await Refused.WithAsync("registry.merge.added", null, UndoAsync);
        Assert.Equal(now, await EverythingAsync());
    }

    [Fact]
    public async Task A_value_taken_over_and_changed_since_keeps_the_merge_another_one_does_not()
    {
        await MergeAsync(MergeField.Mobile);
        async Task ChangeAsync(Func<BeneficiaryForm, BeneficiaryForm> change)
        {
            var edit = (await The<BeneficiaryQueries>().EditAsync(Clerk, File, Cancel))!;
            await The<BeneficiaryService>().ChangeAsync(Clerk, File, edit.Version, change(edit.Form), Cancel);
        }
        var taken = (await ReadFileAsync()).Mobile;
        await ChangeAsync(f => f with { Mobile = "0500000777", District = "العزيزية" });
        await Refused.WithAsync("registry.merge.changed", null, UndoAsync);
        await ChangeAsync(f => f with { Mobile = taken });
        await UndoAsync();
        Assert.Equal("العزيزية", (await ReadFileAsync()).Address.District);
        Assert.NotEqual(taken, (await ReadFileAsync()).Mobile);
    }

    [Fact]
    public async Task A_newer_merge_is_undone_first()
    {
        var third = await RegisterAsync(3);
        await MergeAsync();
        var first = (await The<MergeQueries>().OfFileAsync(Senior, other, Cancel))[0].Id;
        await MergeAsync(third, File);
        await Refused.WithAsync("registry.merge.again", null, () => Service.UndoAsync(Senior, first, Cancel));
        Assert.Equal(third, Assert.Single(await The<BeneficiarySearch>().FindAsync(Clerk, Make.CitizenId(2), 5, Cancel)).Id);
        await Service.UndoAsync(Senior, (await The<MergeQueries>().OfFileAsync(Senior, third, Cancel))[0].Id, Cancel);
        await Service.UndoAsync(Senior, first, Cancel);
    }

    [Fact]
    public async Task It_stands_in_the_trail_of_both_with_its_reason_and_without_private_values()
    {
        await MergeAsync();
        foreach (var (file, action) in new[] { (File, "registry.file.merge"), (other, "registry.file.mergedaway") })
        {
            var row = (await The<Mabarra.CaseManager.Audit.AuditQueries>().OfRecordAsync(file, 1, Cancel))[0];
            Assert.Equal((action, Why), (row.Action, row.Reason));
        }
        await UndoAsync();
        Assert.Equal("registry.file.unmerge", (await LastActAsync()).Action);
        Assert.DoesNotContain("0500000160", await TrailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A2_Only_senior_management_merges_and_with_a_fresh_confirmation()
    {
        foreach (var act in new[] { Clerk, Officer, By(StaffRole.SystemAdmin), By(StaffRole.CommitteeMember), By(StaffRole.HumanResources) })
        {
            await Assert.ThrowsAsync<AccessDenied>(async () => await Service.MergeAsync(act, File, await FormAsync(File, other), Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<MergeQueries>().PreviewAsync(act, File, other, Cancel));
        }
        var stale = Senior with { Actor = Senior.Actor with { ConfirmedAt = null } };
        await Assert.ThrowsAsync<NotConfirmed>(async () => await Service.MergeAsync(stale, File, await FormAsync(File, other), Cancel));
    }

    [Fact]
    public async Task A_merge_without_reason_with_itself_or_of_a_stale_preview_is_refused()
    {
        var form = await FormAsync(File, other);
        await Refused.WithAsync("registry.merge.same", nameof(MergeForm.Other), () => Service.MergeAsync(Senior, File, form with { Other = File }, Cancel));
        var empty = await Assert.ThrowsAsync<RuleViolation>(() => Service.MergeAsync(Senior, File, form with { Reason = " " }, Cancel));
        Assert.Equal(nameof(MergeForm.Reason), Assert.Single(empty.Breaches).Field);
        await The<FileUpkeepService>().SightIdAsync(Clerk, other, form.OtherVersion, Cancel);
        var before = await EverythingAsync();
        await Assert.ThrowsAsync<StaleRecord>(() => Service.MergeAsync(Senior, File, form, Cancel));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public void Every_part_that_moves_has_its_words()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        Assert.All(MergeTable.In(db), t => Assert.NotEmpty(Words.Of<RegistryText>("part." + t.Part)));
    }

    private Task MergeAsync(params MergeField[] fromOther) => MergeAsync(File, other, fromOther);

    private async Task MergeAsync(Guid kept, Guid away, params MergeField[] fromOther) =>
        await Service.MergeAsync(Senior, kept, (await FormAsync(kept, away)) with { FromOther = [.. fromOther] }, Cancel);

    private async Task<MergeForm> FormAsync(Guid kept, Guid away) =>
        new() { Other = away, KeptVersion = (await ReadFileAsync(kept)).Version, OtherVersion = (await ReadFileAsync(away)).Version, Reason = Why };

    private async Task UndoAsync() => await Service.UndoAsync(Senior, (await The<MergeQueries>().OfFileAsync(Senior, other, Cancel))[0].Id, Cancel);

    private Task<Dictionary<string, (int Kept, int Other)>> CountsAsync() => ReadAsync(async db =>
    {
        var counts = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var table in MergeTable.In(db))
            counts.Add(table.Part, (await table.CountAsync(db, File, Cancel), await table.CountAsync(db, other, Cancel)));
        return counts;
    });

    /// <summary>Both files' values and every child row's owner, as text.</summary>
    private Task<string> EverythingAsync() => ReadAsync(async db =>
    {
        var lines = new List<string>();
        foreach (var id in new[] { File, other })
        {
            var file = await ReadFileAsync(id);
            lines.Add($"{file.Values} {file.Status} {file.StatusOn} {file.StatusReason} {file.MergedIntoId} {file.SearchText} {file.NameKey} {file.DataReviewedOn} {Convert.ToHexString(file.IdLookup)}");
            lines.Add(string.Join(' ', file.Categories.Select(c => c.CategoryCode).Order(StringComparer.Ordinal)));
            foreach (var table in MergeTable.In(db))
                lines.Add($"{table.Part} {string.Join(' ', (await table.IdsAsync(db, id, Cancel)).Order())}");
        }
        return string.Join('\n', lines);
    });

    private async Task FillAsync(Guid file, int n)
    {
        await The<FileUpkeepService>().AddMoreAsync(Clerk, file, (await ReadFileAsync(file)).Version, new MoreForm { Mobile2 = $"05000001{n}", IsLiterate = n < 50, MaritalStatus = MaritalStatus.Widowed }, Cancel);
        await The<HouseholdService>().AddAsync(Clerk, Guid.CreateVersion7(), file, new MemberForm { Name = "ماجد فهد العمري", Kinship = Kinship.Child }, Cancel);
        await The<MeansService>().AddIncomeAsync(Clerk, Guid.CreateVersion7(), file, new IncomeForm { Kind = IncomeKind.SocialSecurity, MonthlyAmount = new Money(90_000) }, Cancel);
        await The<MeansService>().AddDebtAsync(Clerk, Guid.CreateVersion7(), file, new DebtForm { Creditor = "شركة الكهرباء", Amount = new Money(40_000) }, Cancel);
        await The<MeansService>().SaveHousingAsync(Clerk, file, null, new HousingForm { Tenure = Tenure.Owned }, Cancel);
        await The<BankAccountService>().SaveAsync(Clerk, file, null, new BankAccountForm { Iban = n < 50 ? "SA6780000000990000000001" : "SA0380000000608010167519", IsOwn = true }, Cancel);
        await The<RepresentativeService>().AddAsync(Clerk, Guid.CreateVersion7(), file, Agent(n), Cancel);
        await The<SensitivityService>().RaiseAsync(Officer, Guid.CreateVersion7(), file, new FlagForm { Kind = SensitivityKind.Health }, Cancel);
        var consents = The<ConsentService>();
        await consents.GiveAsync(Clerk, Guid.CreateVersion7(), file, new ConsentForm { Purpose = ConsentPurpose.Photo, Method = ConsentMethod.Signed }, Cancel);
        using var photo = new MemoryStream(Make.Signature());
        await consents.KeepPhotoAsync(Clerk, Guid.CreateVersion7(), file, photo, Cancel);
        if (n > 50)
            await consents.GiveAsync(Clerk, Guid.CreateVersion7(), file, new ConsentForm { Purpose = ConsentPurpose.Awareness, Method = ConsentMethod.Spoken }, Cancel);
        var request = await RequestAsync(file);
        await VisitAsync(file);
        await AskAsync(file);
        await TellAsync(file, request);
    }

    private async Task<Guid> RequestAsync(Guid file)
    {
        var service = (await The<ServiceTypeQueries>().ActiveAsync(Cancel))[0];
        var form = new NewRequest { BeneficiaryId = file, ServiceTypeId = service.Id, Description = "طلب سداد إيجار الشقة المتأخر", OverrideReason = "حالة عاجلة" };
        return await The<RequestService>().OpenAsync(Clerk, Guid.CreateVersion7(), form, Cancel);
    }

    private Task<Guid> VisitAsync(Guid file) => The<VisitService>().ArriveAsync(Clerk, Guid.CreateVersion7(), new NewVisit { BeneficiaryId = file, Purpose = "استفسار" }, Cancel);

    private Task<Guid> AskAsync(Guid file) =>
        The<InquiryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), new NewInquiry { BeneficiaryId = file, Channel = Channel.Phone, Text = "متى يصلني الرد؟" }, Cancel);

    private Task TellAsync(Guid file, Guid request)
    {
        var news = new NewNotice { Kind = NoticeKind.Reminder, BeneficiaryId = file, RecordType = nameof(ServiceRequest), RecordId = request, RecordLabel = "REQ" };
        return The<CaseWriter>().SaveAsync(db => The<NoticeWriter>().WriteAsync(db, Clerk, news, Cancel), Cancel);
    }

    private static RepresentativeForm Agent(int n) => new()
    {
        Kind = RepresentativeKind.Agent,
        Name = "سعد فهد العمري",
        IdNumber = Make.CitizenId(n),
        Mobile = "0500000130",
        Kinship = Kinship.Sibling,
        ProofNo = "4410022",
        ProofIssuer = "كتابة العدل بالمدينة المنورة",
    };
}

public sealed class MergeTests() : MergeSuite(TestDatabase.Sqlite());
