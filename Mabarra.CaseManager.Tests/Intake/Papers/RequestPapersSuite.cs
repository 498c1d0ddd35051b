using Mabarra.CaseManager.Administration.Settings;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake.Papers;

/// <summary>The four papers of a request, printed and read back, on both databases.</summary>
public abstract class RequestPapersSuite(TestDatabase database) : PapersHouse(database)
{
    [Fact]
    public async Task Slip_promises_the_fifteenth_working_day_in_both_calendars()
    {
        var text = await TextAsync(await CompletedAsync(), IssuedKind.ReceiptSlip);
        Assert.Contains("الاثنين 5 رجب 1448هـ الموافق 14 ديسمبر 2026م", text, StringComparison.Ordinal);
        Assert.Contains("13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م", text, StringComparison.Ordinal);
        Assert.Contains("REQ-2026-00001-R", text, StringComparison.Ordinal);
        Assert.Contains("المكرمة نورة سعد فهد العمري", text, StringComparison.Ordinal);
        Assert.Contains("0500000101", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_across_Eid_promises_the_day_after_its_days()
    {
        Clock.SetUtcNow(new DateTimeOffset(2027, 2, 25, 8, 0, 0, TimeSpan.Zero));
        var text = await TextAsync(await CompletedAsync(), IssuedKind.ReceiptSlip);
        Assert.Contains("الأربعاء 16 شوال 1448هـ الموافق 24 مارس 2027م", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_after_a_new_holiday_names_the_new_day_and_the_one_promised_before()
    {
        var id = await CompletedAsync();
        await The<HolidayService>().AddAsync(
            By(StaffRole.HumanResources), new HolidayForm { On = new(2026, 12, 1), NameAr = "إغلاق طارئ", Kind = HolidayKind.EmergencyClosure }, Cancel);
        var text = Dense(await TextAsync(id, IssuedKind.ReceiptSlip));
        Assert.Contains(Dense("الثلاثاء 6 رجب 1448هـ الموافق 15 ديسمبر 2026م"), text, StringComparison.Ordinal);
        Assert.Contains(Dense("كان الموعد السابق الاثنين 5 رجب 1448هـ الموافق 14 ديسمبر 2026م"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letterhead_bears_the_stored_name_and_the_rest_of_the_configured_one()
    {
        await The<CaseWriter>().SaveAsync(db =>
        {
            var setting = new Setting(Setting.AssociationName, "جمعية البر بالوادي");
            db.Add(setting);
            db.Record(Clerk, "setting.made", setting, setting.Key);
            return Task.CompletedTask;
        }, Cancel);
        var text = await TextAsync(await CompletedAsync(), IssuedKind.ReceiptSlip);
        Assert.Contains("جمعية البر بالوادي", text, StringComparison.Ordinal);
        Assert.DoesNotContain("التطوعية", text, StringComparison.Ordinal);
        Assert.Contains("1072", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_papers_bear_the_changed_telephone_and_issued_ones_keep_every_byte()
    {
        var id = await CompletedAsync();
        var before = await PrintAsync(id, IssuedKind.ReceiptSlip);
        var bytes = await PdfAsync(before);
        Assert.Equal(before, await PrintAsync(id, IssuedKind.ReceiptSlip));
        var admin = By(StaffRole.SystemAdmin);
        var form = AssociationForm.Of(await The<Association>().ProfileAsync(Cancel));
        form[nameof(AssociationProfile.Phone)] = "0112345678";
        await The<AssociationService>().SaveAsync(admin, (await The<SettingQueries>().GroupAsync(admin, AssociationProfile.Group, Cancel)).Stamp, form, Cancel);
        await The<AssociationService>().SetLogoAsync(admin, (await The<SettingQueries>().GroupAsync(admin, AssociationProfile.Group, Cancel)).Stamp, SampleDocuments.Scribble(7), Cancel);
        var after = await PrintAsync(id, IssuedKind.ReceiptSlip);
        Assert.NotEqual(before, after);
        Assert.Contains("0112345678", Read(await PdfAsync(after)), StringComparison.Ordinal);
        Assert.Equal(bytes, await PdfAsync(before));
    }

    [Fact]
    public async Task Slip_never_shows_the_whole_identity_number()
    {
        var form = Make.Beneficiary();
        var text = await TextAsync(await CompletedAsync(await RegisterAsync(form)), IssuedKind.ReceiptSlip);
        Assert.DoesNotContain(form.IdNumber!, text, StringComparison.Ordinal);
        Assert.Contains(form.IdNumber![^4..], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_of_a_man_speaks_to_a_man()
    {
        var form = Make.Beneficiary("LowIncome");
        form.Gender = Gender.Male;
        form.FirstName = "ماجد";
        var text = await TextAsync(await CompletedAsync(await RegisterAsync(form)), IssuedKind.ReceiptSlip);
        Assert.Contains("المكرم ماجد", text, StringComparison.Ordinal);
        Assert.DoesNotContain("المستفيدة", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_before_completeness_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(async () => await PrintAsync(await ReadyRequestAsync(), IssuedKind.ReceiptSlip));
        Assert.Equal("intake.print.incomplete", refusal.Code);
    }

    [Fact]
    public async Task Deficiency_names_each_missing_thing_and_no_day_for_the_reply()
    {
        var id = await OpenRequestAsync();
        await ReceiveAsync(id, (await RequestAsync(id)).Items[0]);
        await The<RequestService>().LeaveIncompleteAsync(Clerk, id, await VersionAsync(id), Cancel);
        var text = Dense(await TextAsync(id, IssuedKind.DeficiencyNotice));
        // Word by word: a long name breaks inside its column, and the line is read on into the next one.
        foreach (var word in (await RequestAsync(id)).Items.SelectMany(i => i.NameAr.Split(' ')))
            Assert.Contains(word, text, StringComparison.Ordinal);
        Assert.Contains(Dense("لا تبدأ المدة إلا باكتمال الطلب"), text, StringComparison.Ordinal);
        Assert.Contains(Dense("الاتفاق على وسيلة الرد"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Dense("ديسمبر"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deficiency_of_a_complete_request_and_of_one_with_nothing_missing_are_refused()
    {
        var id = await ReadyRequestAsync();
        Assert.Equal("intake.print.nothingmissing", (await Assert.ThrowsAsync<RuleViolation>(() => PrintAsync(id, IssuedKind.DeficiencyNotice))).Code);
        await CompleteAsync(id);
        Assert.Equal("intake.print.notdeficient", (await Assert.ThrowsAsync<RuleViolation>(() => PrintAsync(id, IssuedKind.DeficiencyNotice))).Code);
    }

    [Fact]
    public async Task Sheet_lists_every_requirement_those_of_the_category_too()
    {
        var id = await OpenAsync(await RegisterAsync("Widows", "Disabled"), "Rent");
        var text = Dense(await TextAsync(id, IssuedKind.RequirementsSheet));
        var items = (await RequestAsync(id)).Items;
        Assert.Contains("صك حصر الورثة", items.Select(i => i.NameAr));
        Assert.Contains("بطاقة أو تقرير إعاقة", items.Select(i => i.NameAr));
        foreach (var item in items)
            Assert.Contains(Dense(item.NameAr), text, StringComparison.Ordinal);
        Assert.Contains(Dense("(15) يوم عمل من تاريخ اكتمال الطلب"), text, StringComparison.Ordinal);
        Assert.Contains(Dense("30 يومًا"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_shows_who_asks_for_what_with_which_papers_and_is_signed()
    {
        var form = Make.Beneficiary();
        var id = await ReadyRequestAsync("item", await RegisterAsync(form));
        var unsigned = await PdfAsync(await PrintAsync(await OpenRequestAsync(), IssuedKind.RequestForm));
        var pdf = await PdfAsync(await PrintAsync(id, IssuedKind.RequestForm));
        var text = Dense(Read(pdf));
        foreach (var expected in new[] { "نورة", "سعد", "فهد", "العمري", form.IdNumber!, "أرامل", "مستلم", "ناقص", "1,250.00", "سلة غذائية لأسرة من خمسة أفراد", "15 رجب 1405هـ الموافق 5 أبريل 1985م" })
            Assert.Contains(Dense(expected), text, StringComparison.Ordinal);
        Assert.Contains(Dense(Words.Of<IntakeText>("declaration.text")), text, StringComparison.Ordinal);
        Assert.InRange(Poppler.Images(pdf) - Poppler.Images(unsigned), 1, 2);
    }

    [Fact]
    public async Task Form_opening_the_identity_number_is_written_down()
    {
        var beneficiary = await RegisterAsync();
        await PrintAsync(await OpenRequestAsync(beneficiary: beneficiary), IssuedKind.RequestForm);
        Assert.Single(await CountAsync(db => db.AccessEntries.Where(e => e.RecordId == beneficiary && e.RecordType == "BeneficiaryIdNumber")));
    }

    [Theory]
    [InlineData(IssuedKind.RequirementsSheet)]
    [InlineData(IssuedKind.RequestForm)]
    public async Task A_sensitive_category_is_never_printed(IssuedKind kind)
    {
        var id = await OpenRequestAsync(beneficiary: await RegisterAsync("UnknownParentage", "Students"));
        var text = await TextAsync(id, kind);
        Assert.DoesNotContain("ذوو ظروف", text, StringComparison.Ordinal);
        Assert.Equal(kind == IssuedKind.RequestForm, text.Contains("طلاب محتاجون", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_protected_address_is_on_no_paper()
    {
        var beneficiary = await RegisterAsync("Widows");
        var id = await OpenRequestAsync(beneficiary: beneficiary);
        Assert.Contains("النسيم", await TextAsync(id, IssuedKind.RequestForm), StringComparison.Ordinal);
        var flag = new FlagForm { Kind = SensitivityKind.ProtectedAddress };
        await The<SensitivityService>().RaiseAsync(Officer("Widows"), Guid.CreateVersion7(), beneficiary, flag, Cancel);
        var text = await TextAsync(id, IssuedKind.RequestForm);
        Assert.DoesNotContain("النسيم", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMA1001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Printing_again_gives_the_very_same_paper()
    {
        var id = await CompletedAsync();
        var first = await PrintAsync(id, IssuedKind.ReceiptSlip);
        var bytes = await PdfAsync(first);
        Clock.Advance(TimeSpan.FromHours(5));
        var again = await PrintAsync(id, IssuedKind.ReceiptSlip, By(StaffRole.SeniorManagement));
        Assert.Equal(first, again);
        Assert.Equal(bytes, await PdfAsync(again));
        Assert.Single(await IssuedAsync(id));
        Assert.Single(await CountAsync(db => db.AuditEntries.Where(e => e.Action == "documents.paper.issue" && e.RecordId == id).Select(e => e.Sequence)));
    }

    [Fact]
    public async Task C6_Eight_clicks_on_print_issue_one_paper()
    {
        var id = await CompletedAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PrintAsync(id, IssuedKind.ReceiptSlip))));
        Assert.Single(ids.Distinct());
        Assert.Single(await IssuedAsync(id));
    }

    [Fact]
    public async Task A_changed_request_gets_a_new_paper_with_a_number_of_its_own()
    {
        var id = await OpenRequestAsync();
        var first = await PrintAsync(id, IssuedKind.RequestForm);
        await PrintAsync(id, IssuedKind.RequirementsSheet);
        await The<RequestService>().DescribeAsync(Clerk, id, await VersionAsync(id), new("وصف آخر بعد المراجعة", null), Cancel);
        var second = await PrintAsync(id, IssuedKind.RequestForm);
        Assert.NotEqual(first, second);
        Assert.Equal(["REQ-2026-00001-F", "REQ-2026-00001-F-2", "REQ-2026-00001-S"], (await IssuedAsync(id)).Select(d => d.Number).Order(StringComparer.Ordinal));
        Assert.Contains("وصف آخر بعد المراجعة", Read(await PdfAsync(second)), StringComparison.Ordinal);
        Assert.Equal(second, await PrintAsync(id, IssuedKind.RequestForm));
    }

    [Fact]
    public async Task A_corrected_name_gets_a_new_paper()
    {
        var form = Make.Beneficiary();
        var beneficiary = await RegisterAsync(form);
        var id = await OpenRequestAsync(beneficiary: beneficiary);
        var first = await PrintAsync(id, IssuedKind.RequestForm);
        form.FamilyName = "الغامدي";
        var file = await The<BeneficiaryQueries>().OpenAsync(Clerk, beneficiary, Cancel);
        await The<BeneficiaryService>().ChangeAsync(Clerk, beneficiary, file!.Version, form, Cancel);
        var second = await PrintAsync(id, IssuedKind.RequestForm);
        Assert.NotEqual(first, second);
        Assert.Contains("الغامدي", Read(await PdfAsync(second)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_look_at_a_request_is_no_change_of_it()
    {
        var id = await CompletedAsync();
        var first = await PrintAsync(id, IssuedKind.ReceiptSlip);
        await Clerk.Refuse(IntakeModule.ViewPermission, id).Written;
        Assert.Equal(first, await PrintAsync(id, IssuedKind.ReceiptSlip));
    }

    [Fact]
    public async Task A2_Printing_is_refused_to_who_may_not_see_the_request()
    {
        var id = await CompletedAsync();
        foreach (var stranger in new[] { By(StaffRole.HumanResources), By(StaffRole.SystemAdmin), By(StaffRole.CommitteeMember), Officer("Orphans") })
            await Assert.ThrowsAsync<AccessDenied>(() => PrintAsync(id, IssuedKind.ReceiptSlip, stranger));
        await Assert.ThrowsAsync<AccessDenied>(() => PrintAsync(Guid.CreateVersion7(), IssuedKind.ReceiptSlip));
        Assert.Empty(await IssuedAsync(id));
        Assert.NotEqual(Guid.Empty, await PrintAsync(id, IssuedKind.ReceiptSlip, Officer("Widows")));
    }

    [Fact]
    public async Task The_code_on_the_paper_is_confirmed()
    {
        var pdf = await PdfAsync(await PrintAsync(await CompletedAsync(), IssuedKind.ReceiptSlip));
        var found = await The<Verification>().ByCodeAsync(CodeOn(Read(pdf)), Cancel);
        Assert.Equal(IssuedKind.ReceiptSlip, found!.Kind);
        Assert.Equal(HashOf(pdf), found.Sha256.ToArray());
    }

    [Fact]
    public async Task What_a_demonstration_account_had_a_hand_in_is_marked_and_nothing_else()
    {
        var id = await CompletedAsync();
        Assert.False(await IsDemonstrationAsync(Clerk, id));
        var staff = new StaffUser("demo", "موظفة تجريبية", StaffRole.FrontDesk) { IsDemonstration = true };
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(staff);
            return Task.CompletedTask;
        }, Cancel);
        Assert.True(await IsDemonstrationAsync(By(staff.Id, StaffRole.FrontDesk), id));
        Assert.False(await IsDemonstrationAsync(Clerk, id));
        await The<RequestService>().OpenAsync(By(staff.Id, StaffRole.FrontDesk), Guid.NewGuid(), await NewRequestAsync(await RegisterAsync()), Cancel);
        var hers = (await CountAsync(db => db.ServiceRequests.Where(r => r.Id != id).Select(r => r.Id))).Single();
        Assert.True(await IsDemonstrationAsync(Clerk, hers));
    }

    private async Task<bool> IsDemonstrationAsync(Act act, Guid request)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        return await PaperReader.IsDemonstrationAsync(db, act, request, Cancel);
    }
}

public sealed class RequestPapersTests() : RequestPapersSuite(TestDatabase.Sqlite());
