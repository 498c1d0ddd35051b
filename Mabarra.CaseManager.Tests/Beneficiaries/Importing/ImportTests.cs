using ClosedXML.Excel;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Beneficiaries.Importing;

/// <summary>An existing registry is brought in from a workbook, on both databases.</summary>
public abstract class ImportSuite(TestDatabase database) : House(database)
{
    private StaffUser clerk = null!;
    private StaffUser admin = null!;

    private ImportService Service => The<ImportService>();

    private ImportQueries Queries => The<ImportQueries>();

    private Act Clerk => By(clerk.Id, StaffRole.FrontDesk);

    protected override async Task SetUpAsync()
    {
        await AddReferenceDataAsync();
        await using var scope = Scope();
        clerk = new StaffUser("clerk.import", "موظفة تجريبية", [StaffRole.FrontDesk]);
        admin = new StaffUser("admin.import", "مدير تجريبي", [StaffRole.SystemAdmin]);
        foreach (var user in new[] { clerk, admin })
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().CreateAsync(user, DemonstrationAccounts.Password)).Succeeded);
    }

    [Fact]
    public async Task Nothing_reaches_the_registry_until_it_is_applied_and_then_every_row_does()
    {
        var id = await CheckedAsync(Workbooks.Row(1), Workbooks.Row(2, (ImportField.BirthOn, "١٥/٠٧/١٤٠٥"), (ImportField.Mobile, "+966 50 000 0102")), Workbooks.Row(3));
        var before = await DetailAsync(id);
        Assert.Equal((ImportStatus.Checked, 3, 3, 0, 0), (before.Import.Status, before.Import.Rows, before.Import.Ready, before.Import.Warned, before.Import.Broken));
        Assert.Equal(0, await FilesAsync());

        await ApplyAsync(id, null);

        var after = await DetailAsync(id);
        Assert.Equal((ImportStatus.Done, 3, (Guid?)null), (after.Import.Status, after.Added, after.Import.BodyId));
        var files = await ReadAsync(db => db.Beneficiaries.AsNoTracking().Include(b => b.Categories).OrderBy(b => b.FileNo).ToListAsync(Cancel));
        Assert.Equal([1L, 2L, 3L], files.Select(f => f.FileNo));
        Assert.Equal((new DateOnly(1985, 4, 5), CalendarKind.Hijri, "0500000102"), (files[1].BirthOn, files[1].BirthEnteredAs, files[1].Mobile));
        Assert.All(files, f => Assert.Equal("Widows", Assert.Single(f.Categories).CategoryCode));
        var trail = await The<AuditQueries>().OfRecordAsync(files[0].Id, 5, Cancel);
        Assert.Equal(("registry.file.import", clerk.FullName), (Assert.Single(trail).Action, trail[0].ActorName));
        Assert.Equal(Make.NationalIdOf(2), (await The<BeneficiaryQueries>().RevealIdAsync(Clerk, files[1].Id, Cancel)));
        Assert.Single(await The<BeneficiarySearch>().FindAsync(Clerk, Make.NationalIdOf(3), 5, Cancel));
    }

    [Fact]
    public async Task The_workbook_lies_sealed_and_goes_when_the_work_is_done()
    {
        var id = await CheckedAsync(Workbooks.Row(1));
        Assert.Equal((1, 1, 1), await RemainsAsync());
        var blocks = await ReadAsync(db => db.Set<CaseManager.Documents.DocumentBlock>().Select(b => b.Sealed).ToListAsync(Cancel));
        var rows = await ReadAsync(db => db.ImportRows.Select(r => r.Sealed).ToListAsync(Cancel));
        foreach (var bytes in blocks.Concat(rows))
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes("نورة")) + bytes.AsSpan().IndexOf("sheet"u8) + 1);
        await ApplyAsync(id, null);
        Assert.Equal((0, 0, 0), await RemainsAsync());
    }

    /// <summary>The mistakes of a clerk's form, and the words the form would use.</summary>
    [Fact]
    public async Task What_the_form_refuses_the_import_refuses_beside_the_cell()
    {
        (ImportField Field, string Value, string Code)[] wrong =
        [
            (ImportField.FirstName, "N0ura", "kernel.name.letters"),
            (ImportField.FatherName, "س\u202Eعد", "kernel.text.override"),
            (ImportField.GrandfatherName, "", "kernel.text.required"),
            (ImportField.IdNumber, "1098000012", "kernel.id.checkdigit"),
            (ImportField.BirthOn, "31/02/1985", "kernel.date.day"),
            (ImportField.BirthOn, "2030-01-01", "kernel.birth.future"),
            (ImportField.BirthOn, "85/1/2", "kernel.date.form"),
            (ImportField.Gender, "س", "registry.import.choice"),
            (ImportField.Mobile, "0112345678", "kernel.phone.mobile"),
            (ImportField.Email, "a@", "kernel.email.form"),
            (ImportField.Category, "فئة لا نعرفها", "registry.import.category"),
            (ImportField.BuildingNo, "12", "kernel.address.building"),
            (ImportField.ShortAddress, "12", "kernel.address.short"),
            (ImportField.Nationality, "", "none"),
        ];
        var id = await CheckedAsync([.. wrong.Select((w, i) => Workbooks.Row(i + 1, (w.Field, w.Value)))]);
        var rows = await RowsAsync(id);
        for (var i = 0; i < wrong.Length; i++)
        {
            if (wrong[i].Code == "none")
            {
                Assert.Equal(ImportRowState.Ready, rows[i].State);
                continue;
            }
            var finding = Assert.Single(rows[i].Findings);
            Assert.Equal((i + 2, ImportRowState.Broken, wrong[i].Field), (rows[i].No, rows[i].State, finding.Field));
            Assert.Equal((wrong[i].Field, wrong[i].Code), (finding.Field, finding.Breach.Code));
        }
    }

    [Fact]
    public async Task A_number_twice_in_the_file_or_in_the_registry_is_named()
    {
        await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Beneficiary() with { IdNumber = Make.NationalIdOf(900), Mobile = "0500000999" }, Cancel);
        var id = await CheckedAsync(Workbooks.Row(1), Workbooks.Row(2, (ImportField.IdNumber, Make.NationalIdOf(1))), Workbooks.Row(3, (ImportField.IdNumber, Make.NationalIdOf(900))));
        var rows = await RowsAsync(id);
        Assert.Equal(ImportRowState.Ready, rows[0].State);
        Assert.Equal(("registry.import.duplicate", "2"), (rows[1].Findings[0].Breach.Code, rows[1].Findings[0].Breach.Args[0]));
        Assert.Equal(("beneficiaries.file.duplicate", "1"), (rows[2].Findings[0].Breach.Code, rows[2].Findings[0].Breach.Args[0]));
        Assert.DoesNotContain(Make.NationalIdOf(900), rows[2].Findings[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Possible_twins_are_told_and_wait_for_a_decision()
    {
        await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Beneficiary() with { IdNumber = Make.NationalIdOf(900), Mobile = "0500000999" }, Cancel);
        var id = await CheckedAsync(
            Workbooks.Row(1, (ImportField.Mobile, "0500000999")),
            Workbooks.Row(2, (ImportField.FirstName, "نوره"), (ImportField.FatherName, "سعد"), (ImportField.GrandfatherName, "فهد"), (ImportField.FamilyName, "العمري"), (ImportField.BirthOn, "05/04/1985")),
            Workbooks.Row(3), Workbooks.Row(4, (ImportField.Mobile, Workbooks.Row(3)[ImportField.Mobile])));
        var rows = await RowsAsync(id);
        Assert.Equal(
            ["registry.import.twin.mobile", "registry.import.twin.name", "", "registry.import.row.mobile"], rows.Select(r => r.Findings.Select(f => f.Breach.Code).FirstOrDefault() ?? ""));
        await Refused.WithAsync("registry.import.undecided", null, () => ApplyAsync(id, null));
        await Service.ChooseAsync(Clerk, id, 2, take: false, Cancel);
        await Service.ChooseRestAsync(Clerk, id, take: true, Cancel);
        await ApplyAsync(id, null);
        Assert.Equal(4, await FilesAsync());
        Assert.Equal(3, (await DetailAsync(id)).Added);
    }

    [Fact]
    public async Task Three_broken_rows_stop_all_or_are_left_out_as_the_clerk_chooses()
    {
        var id = await CheckedAsync([.. Enumerable.Range(1, 450).Select(n => n % 150 == 0 ? Workbooks.Row(n, (ImportField.IdNumber, "123")) : Workbooks.Row(n))]);
        await Refused.WithAsync("registry.import.choose", "broken", () => ApplyAsync(id, null));
        await Refused.WithAsync("registry.import.broken", null, () => ApplyAsync(id, BrokenRows.NothingUntilRight));
        Assert.Equal(0, await FilesAsync());
        await ApplyAsync(id, BrokenRows.LeaveOut);
        Assert.Equal((447, 447, 3), (await FilesAsync(), (await DetailAsync(id)).Added, (await DetailAsync(id)).Broken));
        Assert.Equal([151, 301, 451], (await RowsAsync(id)).Select(r => r.No));

        // What was left out comes back mended by itself.
        using var list = new MemoryStream();
        Assert.Equal(3, await ImportErrors.WriteAsync(list, Queries, Clerk, id, b => b.Code, AppCulture.Arabic, Cancel));
        using (var book = new XLWorkbook(list))
        {
            var sheet = book.Worksheet(1);
            Assert.Equal(("151", "رقم الهوية: "), (sheet.Cell(2, 1).GetString(), sheet.Cell(2, 2).GetString()[..12]));
            for (var row = 0; row < 3; row++)
                sheet.Cell(row + 2, (int)ImportField.IdNumber + 3).SetValue(Make.NationalIdOf((row + 1) * 150));
            book.Save();
        }
        list.Position = 0;
        var again = await UploadAsync(list);
        await RunAsync();
        Assert.Equal((3, 0), ((await DetailAsync(again)).Import.Ready, (await DetailAsync(again)).Broken));
        await ApplyAsync(again, null);
        Assert.Equal(450, await FilesAsync());
    }

    /// <summary>D1: killed after any batch, another process goes on, and nothing is there twice.</summary>
    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_and_nothing_is_there_twice()
    {
        var id = await CheckedAsync([.. Enumerable.Range(1, 900).Select(n => Workbooks.Row(n))]);
        var version = (await DetailAsync(id)).Import.Version;
        await Service.ApplyAsync(Clerk, id, version, null, Cancel);
        for (var kills = 0; kills < 3; kills++)
        {
            using var killed = new CancellationTokenSource();
            var batches = 0;
            using var watch = The<LiveChanges>().Watch(() =>
            {
                if (Interlocked.Increment(ref batches) == 2)
                    killed.Cancel();
            }, typeof(Beneficiary));
            var ended = await Record.ExceptionAsync(() => Runner().RunAsync(killed.Token));
            Assert.True(ended is null or OperationCanceledException, ended?.ToString());
            // Its lease runs out; until then nobody else is at it.
            await Runner().RunAsync(Cancel);
            if ((await DetailAsync(id)).Import.Status == ImportStatus.Done)
                break;
            Clock.Advance(ImportLease.Hold + TimeSpan.FromSeconds(1));
        }
        await Runner().RunAsync(Cancel);
        Assert.Equal((ImportStatus.Done, 900), ((await DetailAsync(id)).Import.Status, (await DetailAsync(id)).Added));
        var numbers = await ReadAsync(db => db.Beneficiaries.Select(b => b.FileNo).OrderBy(n => n).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(1, 900).Select(n => (long)n), numbers);
        Assert.Equal(900, await ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "registry.file.import", Cancel)));
        Assert.True((await The<AuditVerifier>().VerifyAsync(cancel: Cancel)).IsWhole);
    }

    [Fact]
    public async Task Stopped_it_keeps_what_was_added_and_goes_on_when_told()
    {
        var id = await CheckedAsync([.. Enumerable.Range(1, 1200).Select(n => Workbooks.Row(n))]);
        await Service.ApplyAsync(Clerk, id, (await DetailAsync(id)).Import.Version, null, Cancel);
        var stops = 0;
        using (The<LiveChanges>().Watch(() =>
        {
            if (Interlocked.Increment(ref stops) == 1)
                Service.StopAsync(Clerk, id, Cancel).GetAwaiter().GetResult();
        }, typeof(Beneficiary)))
            await RunAsync();
        var stopped = await DetailAsync(id);
        Assert.Equal(ImportStatus.Stopped, stopped.Import.Status);
        Assert.InRange(stopped.Added, 200, 1000);
        Assert.Equal(stopped.Added, await FilesAsync());
        await ApplyAsync(id, null);
        Assert.Equal(1200, await FilesAsync());
    }

    [Fact]
    public async Task Who_came_to_the_desk_meanwhile_is_left_out_and_named()
    {
        var id = await CheckedAsync(Workbooks.Row(1), Workbooks.Row(2));
        await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Beneficiary() with { IdNumber = Make.NationalIdOf(2), Mobile = "0500000999" }, Cancel);
        await ApplyAsync(id, null);
        var left = Assert.Single(await RowsAsync(id));
        Assert.Equal((ImportRowState.Broken, "beneficiaries.file.duplicate"), (left.State, left.Findings[0].Breach.Code));
        Assert.Equal(2, await FilesAsync());
    }

    [Fact]
    public async Task A9_An_account_disabled_meanwhile_opens_no_files()
    {
        var id = await CheckedAsync(Workbooks.Row(1));
        await Service.ApplyAsync(Clerk, id, (await DetailAsync(id)).Import.Version, null, Cancel);
        await The<CaseManager.Administration.Accounts.AccountService>().DisableAsync(By(admin.Id, StaffRole.SystemAdmin) with { Why = "انتهى عقدها" }, clerk.Id, Cancel);
        await RunAsync();
        var detail = await DetailAsync(id);
        Assert.Equal((ImportStatus.Stopped, "registry.import.account", 0), (detail.Import.Status, detail.Import.Problem, await FilesAsync()));
    }

    [Fact]
    public async Task Wrong_headings_are_named()
    {
        using var unknown = Workbooks.Saved(s => s.Cell("AB1").SetValue("ملاحظات"), Workbooks.Row(1));
        Assert.Equal("registry.import.unknowncolumn|ملاحظات", await ProblemAsync(unknown));
        using var missing = Workbooks.Saved(s => s.Column("F").Delete(), Workbooks.Row(1));
        Assert.Equal("registry.import.missingcolumn|رقم الهوية", await ProblemAsync(missing));
        using var twice = Workbooks.Saved(s => s.Cell("AB1").SetValue("الجوال *"), Workbooks.Row(1));
        Assert.Equal("registry.import.twicecolumn|الجوال *", await ProblemAsync(twice));
        using var other = Workbooks.Saved(s => s.Row(1).Clear());
        Assert.Equal("registry.import.norows", await ProblemAsync(other));
        using var foreign = Workbooks.Saved(s =>
        {
            s.Row(1).Clear();
            s.Cell("A1").SetValue("الصنف");
        });
        Assert.Equal("registry.import.nottemplate", await ProblemAsync(foreign));
        using var formula = Workbooks.Saved(s => s.Cell("B2").FormulaA1 = "A2", Workbooks.Row(1));
        Assert.Equal("ui.workbook.formula|B2", await ProblemAsync(formula));
        using var merged = Workbooks.Saved(s => s.Range("A2:B2").Merge(), Workbooks.Row(1));
        Assert.Equal("ui.workbook.merged|A2:B2", await ProblemAsync(merged));
    }

    [Fact]
    public async Task A_value_without_a_heading_is_not_lost_silently()
    {
        using var file = Workbooks.Saved(s => s.Cell("AC2").SetValue("شيء"), Workbooks.Row(1));
        var id = await UploadAsync(file);
        await RunAsync();
        Assert.Equal("registry.import.stray", Assert.Single((await RowsAsync(id))[0].Findings).Breach.Code);
    }

    [Fact]
    public async Task The_template_comes_back_filled_in()
    {
        await using var template = await The<ImportTemplate>().MakeAsync(AppCulture.Arabic, Cancel);
        using var book = new XLWorkbook(template);
        var sheet = book.Worksheet(1);
        Assert.True(sheet.RightToLeft);
        var lists = book.Worksheet(2);
        Assert.Contains(lists.Column((int)ImportField.Category + 1).CellsUsed().Select(c => c.GetString()), c => c == "أرامل");
        Assert.DoesNotContain("ظروف خاصة", string.Join(' ', lists.CellsUsed().Select(c => c.GetString())), StringComparison.Ordinal);
        foreach (var (field, value) in Workbooks.Row(1, (ImportField.IdKind, "هوية وطنية"), (ImportField.MaritalStatus, "مطلقة"), (ImportField.BirthEnteredAs, "ميلادي")))
            sheet.Cell(2, (int)field + 1).SetValue(value);
        using var filled = new MemoryStream();
        book.SaveAs(filled);
        filled.Position = 0;
        var id = await UploadAsync(filled);
        await RunAsync();
        var rows = await RowsAsync(id);
        Assert.True(rows is [{ State: ImportRowState.Ready }], string.Join(", ", rows.SelectMany(r => r.Findings).Select(f => $"{f.Field} {f.Breach.Code}")));
        await ApplyAsync(id, null);
        Assert.Equal(MaritalStatus.Divorced, (await ReadAsync(db => db.Beneficiaries.AsNoTracking().SingleAsync(Cancel))).MaritalStatus);
    }

    [Fact]
    public async Task Thrown_away_nothing_of_it_is_left_and_after_a_month_it_is_thrown_away()
    {
        var id = await CheckedAsync(Workbooks.Row(1));
        await Service.DiscardAsync(Clerk, id, Cancel);
        Assert.Equal((0, 0, 0), await RemainsAsync());
        await Refused.WithAsync("registry.import.state", null, () => ApplyAsync(id, null));
        var other = await CheckedAsync(Workbooks.Row(1));
        Clock.Advance(TimeSpan.FromDays(ImportClearing.KeptDays + 1));
        Assert.Null(await new ImportClearing(The<CaseWriter>(), Clock).RunAsync(Cancel));
        Assert.Equal((ImportStatus.Discarded, (0, 0, 0)), ((await DetailAsync(other)).Import.Status, await RemainsAsync()));
    }

    [Fact]
    public async Task The_same_upload_sent_twice_is_one_and_the_permission_and_a_fresh_confirmation_are_asked_for()
    {
        var key = Guid.CreateVersion7();
        var first = await Service.UploadAsync(Clerk, key, "سجل.xlsx", await Workbooks.StreamedAsync(Workbooks.Row(1)), Cancel);
        Assert.Equal(first, await Service.UploadAsync(Clerk, key, "سجل.xlsx", await Workbooks.StreamedAsync(Workbooks.Row(1)), Cancel));
        await RunAsync();
        var stale = Clerk with { Actor = Clerk.Actor with { ConfirmedAt = null } };
        var version = (await DetailAsync(first)).Import.Version;
        await Assert.ThrowsAsync<NotConfirmed>(() => Service.ApplyAsync(stale, first, version, null, Cancel));
        await Service.RecheckAsync(Clerk, first, Cancel);
        await RunAsync();
        await Assert.ThrowsAsync<StaleRecord>(() => Service.ApplyAsync(Clerk, first, version, null, Cancel));
    }

    /// <summary>Another process: it holds leases of its own.</summary>
    private ImportRunner Runner() => ActivatorUtilities.CreateInstance<ImportRunner>(The<IServiceProvider>());

    private Task RunAsync() => The<ImportRunner>().RunAsync(Cancel);

    private Task<Guid> UploadAsync(Stream file) => Service.UploadAsync(Clerk, Guid.CreateVersion7(), "سجل.xlsx", file, Cancel);

    private async Task<Guid> CheckedAsync(params IReadOnlyDictionary<ImportField, string>[] rows)
    {
        using var file = await Workbooks.StreamedAsync(rows);
        var id = await UploadAsync(file);
        await RunAsync();
        Assert.Null((await DetailAsync(id)).Import.Problem);
        return id;
    }

    private async Task<string?> ProblemAsync(Stream file)
    {
        var id = await UploadAsync(file);
        await RunAsync();
        var detail = await DetailAsync(id);
        Assert.Equal((ImportStatus.Refused, (Guid?)null), (detail.Import.Status, detail.Import.BodyId));
        return detail.Import.Problem;
    }

    private async Task ApplyAsync(Guid id, BrokenRows? broken)
    {
        await Service.ApplyAsync(Clerk, id, (await DetailAsync(id)).Import.Version, broken, Cancel);
        await RunAsync();
    }

    private async Task<ImportDetail> DetailAsync(Guid id) => (await Queries.OpenAsync(Clerk, id, Cancel))!;

    private async Task<IReadOnlyList<ImportRowView>> RowsAsync(Guid id) => (await Queries.RowsAsync(Clerk, id, new PageQuery { Size = 100 }, Cancel)).Rows;

    private Task<int> FilesAsync() => ReadAsync(db => db.Beneficiaries.CountAsync(Cancel));

    private Task<(int Bodies, int Blocks, int Rows)> RemainsAsync() => ReadAsync(async db => (
        await db.Set<CaseManager.Documents.DocumentBody>().CountAsync(Cancel), await db.Set<CaseManager.Documents.DocumentBlock>().CountAsync(Cancel), await db.ImportRows.CountAsync(Cancel)));
}

public sealed class ImportTests() : ImportSuite(TestDatabase.Sqlite());
