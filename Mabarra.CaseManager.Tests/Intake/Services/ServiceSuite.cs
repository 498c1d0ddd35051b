using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Components;
using Mabarra.CaseManager.Intake.Services;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake.Services;

/// <summary>Services as versions, who may ask for them, and what a new request takes over from an old one.</summary>
public abstract class ServiceSuite(TestDatabase database) : IntakeHouse(database)
{
    private Act Admin => By(StaffRole.SystemAdmin);

    private Act Clerk => By(StaffRole.FrontDesk);

    private ServiceTypeService Services => The<ServiceTypeService>();

    [Fact]
    public async Task B5_A_new_version_leaves_open_requests_on_theirs_and_they_still_complete()
    {
        var open = await ReadyRequestAsync();
        await ReviseAsync("Food", d => d.Rows.Add(new RequirementDraft { NameAr = "صورة بطاقة التموين", Handling = Handling.Keep }));
        var detail = await The<RequestQueries>().OpenAsync(Clerk, open, Cancel);
        Assert.Equal((true, 1, 2), (detail!.IsOlderVersion, detail.Request.FormVersion, detail.Service.VersionNo));
        await CompleteAsync(open);
        var later = await RequestAsync(await OpenRequestAsync());
        Assert.Equal(2, later.FormVersion);
        Assert.Contains(later.Items, i => i.NameAr == "صورة بطاقة التموين");
        Assert.True(later.Items[^1].IsDeclaration);
        Assert.Single(await CountAsync(db => db.AuditEntries.Where(e => e.Action == "intake.services.revise").Select(e => e.Sequence)));
    }

    [Fact]
    public async Task Earlier_versions_stay_readable()
    {
        var before = (await ServiceAsync("Food")).Current.Select(r => r.NameAr).ToList();
        await ReviseAsync("Food", d => d.Rows.RemoveAt(0));
        await ReviseAsync("Food", d => d.Rows[0].IsMandatory = false);
        var service = await ServiceAsync("Food");
        Assert.Equal(before, service.Requirements.Where(r => r.FromVersion <= 1 && (r.ThroughVersion is null or >= 1)).OrderBy(r => r.Place).Select(r => r.NameAr));
        Assert.Equal((3, before.Count - 1), (service.VersionNo, service.Current.Count()));
    }

    [Fact]
    public async Task A_requirement_of_two_categories_is_asked_of_both_and_of_nobody_else()
    {
        await ReviseAsync("Food", d => d.Rows.Add(new RequirementDraft { NameAr = "خطاب جهة العمل", Categories = ["Widows", "Orphans"] }));
        foreach (var (category, asked) in new[] { ("Widows", true), ("Orphans", true), ("Elderly", false) })
        {
            var request = await RequestAsync(await OpenRequestAsync(beneficiary: await RegisterAsync(category)));
            Assert.Equal(asked, request.Items.Any(i => i.NameAr == "خطاب جهة العمل"));
        }
    }

    [Fact]
    public async Task Saving_what_did_not_change_makes_no_version()
    {
        await Refused.WithAsync("intake.services.unchanged", null, () => ReviseAsync("Food", _ => { }));
        Assert.Equal(1, (await ServiceAsync("Food")).VersionNo);
    }

    [Fact]
    public async Task Lists_are_edited_by_those_who_may_and_a_stale_page_is_refused()
    {
        var service = await ServiceAsync("Food");
        var form = ServiceDraft.Of(service).ToForm() with { NameAr = "سلة" };
        await Assert.ThrowsAsync<AccessDenied>(() => Services.ReviseAsync(Clerk, service.Id, service.Version, form, Cancel));
        await Services.ReviseAsync(Admin, service.Id, service.Version, form, Cancel);
        await Assert.ThrowsAsync<StaleRecord>(() => Services.ReviseAsync(Admin, service.Id, service.Version, form with { NameAr = "سلة ثانية" }, Cancel));
    }

    [Fact]
    public async Task Nonsense_is_refused_beside_its_field()
    {
        await Refused.WithAsync("intake.services.twice", null, () => ReviseAsync("Food", d => d.Rows.Add(new RequirementDraft { NameAr = "سجلّ الأسره" })));
        await Refused.WithAsync("intake.services.category", nameof(RequirementForm.Categories), () => ReviseAsync("Food", d => d.Rows[0].Categories = ["NoSuch"]));
        await Refused.WithAsync("intake.services.age", nameof(RequirementForm.MaxAgeDays), () => ReviseAsync("Food", d => d.Rows[0].MaxAgeDays = 0));
        await Refused.WithAsync("kernel.text.required", nameof(RequirementForm.NameAr), () => ReviseAsync("Food", d => d.Rows.Add(new RequirementDraft())));
    }

    [Fact]
    public async Task A_stopped_service_takes_no_new_requests_and_a_new_one_none_until_activated()
    {
        var beneficiary = await RegisterAsync();
        var form = await NewRequestAsync(beneficiary);
        var service = await ServiceAsync("Food");
        await Services.DeactivateAsync(Admin, service.Id, service.Version, Cancel);
        await Refused.WithAsync("intake.request.service", nameof(NewRequest.ServiceTypeId), () => The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), form, Cancel));

        var key = Guid.NewGuid();
        var added = new NewService { NameAr = "نقل المرضى", NameEn = null, FieldCode = "Health" };
        var id = await Services.AddAsync(Admin, key, added, Cancel);
        Assert.Equal(id, await Services.AddAsync(Admin, key, added, Cancel));
        await Refused.WithAsync("intake.services.exists", nameof(NewService.NameAr), () => Services.AddAsync(Admin, Guid.NewGuid(), added, Cancel));
        await Refused.WithAsync("intake.request.service", nameof(NewRequest.ServiceTypeId), () => The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), form with { ServiceTypeId = id }, Cancel));
        var made = await The<ServiceTypeQueries>().OpenAsync(Admin, id, Cancel);
        await Services.ActivateAsync(Admin, id, made!.Version, Cancel);
        var request = await RequestAsync(await The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), form with { ServiceTypeId = id }, Cancel));
        Assert.True(Assert.Single(request.Items).IsDeclaration);
    }

    [Fact]
    public async Task Somebody_of_another_category_is_taken_in_with_a_reason_only()
    {
        await ReviseAsync("Food", d => d.Eligible = ["Orphans"]);
        var form = await NewRequestAsync(await RegisterAsync("Widows"));
        Assert.False(await The<ServiceTypeQueries>().IsForAsync(Clerk, form.ServiceTypeId, form.BeneficiaryId, Cancel));
        await Refused.WithAsync("intake.request.ineligible", nameof(NewRequest.OverrideReason), () => The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), form, Cancel));
        var id = await The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), form with { OverrideReason = "أيتام في رعايتها" }, Cancel);
        Assert.Equal("أيتام في رعايتها", (await RequestAsync(id)).OverrideReason);
        var eligible = await NewRequestAsync(await RegisterAsync("Orphans"));
        Assert.True(await The<ServiceTypeQueries>().IsForAsync(Clerk, eligible.ServiceTypeId, eligible.BeneficiaryId, Cancel));
        Assert.Null((await RequestAsync(await The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), eligible with { OverrideReason = "لا حاجة" }, Cancel))).OverrideReason);
    }

    [Fact]
    public async Task Repeated_next_year_takes_over_what_is_still_valid_and_nothing_else()
    {
        var person = await RegisterAsync();
        var source = await ReadyRequestAsync(beneficiary: person);
        await ReceiveAgainAsync(source, "هوية صاحب الطلب", expires: new DateOnly(2027, 6, 1));
        Clock.Advance(TimeSpan.FromDays(100));
        var repeated = await RequestAsync(await RepeatAsync(source, person));
        Assert.Equal(["هوية صاحب الطلب", "شهادة وفاة الزوج", "صك حصر الورثة"], repeated.Items.Where(i => i.CarriedFromId == source).Select(i => i.NameAr));
        Assert.Equal(repeated.SourceNumber, repeated.Items[0].CarriedFromNumber);
        Assert.All(repeated.Items.Where(i => i.CarriedFromId is null), i => Assert.True(i.IsOutstanding));
        Assert.Null(repeated.Declaration);
        // A year on, the identity card has expired.
        Clock.Advance(TimeSpan.FromDays(200));
        Assert.DoesNotContain((await RequestAsync(await RepeatAsync(source, person))).Items, i => i.NameAr == "هوية صاحب الطلب" && !i.IsOutstanding);
    }

    [Fact]
    public async Task Copied_to_a_relative_takes_over_what_the_household_shares_only()
    {
        var source = await ReadyRequestAsync();
        await ReceiveAgainAsync(source, "هوية صاحب الطلب", expires: new DateOnly(2027, 6, 1));
        var copy = await RequestAsync(await RepeatAsync(source, await RegisterAsync("Widows")));
        Assert.Equal(["شهادة وفاة الزوج", "صك حصر الورثة"], copy.Items.Where(i => !i.IsOutstanding).Select(i => i.NameAr));
    }

    [Fact]
    public async Task A4_A_request_one_may_not_see_is_not_copied_from()
    {
        var source = await ReadyRequestAsync();
        var orphan = await RegisterAsync("Orphans");
        var form = await NewRequestAsync(orphan) with { SourceRequestId = source };
        await Assert.ThrowsAsync<AccessDenied>(() => The<RequestService>().OpenAsync(Officer("Orphans"), Guid.NewGuid(), form, Cancel));
        Assert.Null(await The<RequestQueries>().SourceAsync(Officer("Orphans"), source, Cancel));
    }

    [Fact]
    public async Task Several_requests_of_one_visit_are_found_together()
    {
        var person = await RegisterAsync();
        var visit = await The<VisitService>().ArriveAsync(Clerk, Guid.NewGuid(), new NewVisit { BeneficiaryId = person }, Cancel);
        foreach (var service in new[] { "Food", "Cash" })
            await The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), await NewRequestAsync(person, service) with { VisitId = visit }, Cancel);
        Assert.Equal(2, (await The<RequestQueries>().OfVisitAsync(Clerk, visit, Cancel)).Count);
        Assert.Empty(await The<RequestQueries>().OfVisitAsync(Officer("Orphans"), visit, Cancel));
    }

    private async Task<Guid> RepeatAsync(Guid source, Guid person) =>
        await The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), await NewRequestAsync(person) with { SourceRequestId = source }, Cancel);

    private async Task ReceiveAgainAsync(Guid id, string name, DateOnly expires)
    {
        var item = (await RequestAsync(id)).Items.Single(i => i.NameAr == name);
        await The<RequestItemService>().ReceiveAsync(Clerk, id, await VersionAsync(id), item.Id, new ItemForm { ReceivedOn = By().On, RefNo = "1098000001", ExpiresOn = expires }, Cancel);
    }

    private async Task<ServiceType> ServiceAsync(string code)
    {
        var id = (await The<ServiceTypeQueries>().ActiveAsync(Cancel)).Single(s => s.Code == code).Id;
        return (await The<ServiceTypeQueries>().OpenAsync(Admin, id, Cancel))!;
    }

    private async Task ReviseAsync(string code, Action<ServiceDraft> change)
    {
        var service = await ServiceAsync(code);
        var draft = ServiceDraft.Of(service);
        change(draft);
        await Services.ReviseAsync(Admin, service.Id, service.Version, draft.ToForm(), Cancel);
    }
}

public sealed class ServiceTests() : ServiceSuite(TestDatabase.Sqlite());
