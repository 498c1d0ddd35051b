using System.Diagnostics;
using ClosedXML.Excel;
using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.PolicyLibrary.Roster.Importing;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Beneficiaries.Importing;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.PolicyLibrary;

/// <summary>The roster from a workbook: looked at row by row, then all of it or nothing.</summary>
public abstract class RosterImportSuite(TestDatabase database) : SigningHouse(database)
{
    private const string Department = "خدمات المستفيدين";

    [Fact]
    public async Task Apply_adds_everybody_with_what_they_owe_and_a_second_time_nobody()
    {
        var version = await PublishFirstAsync();
        var book = Book(Row("نورة سعد العمري", id: Make.NationalIdOf(1)), Row("مها علي الحربي", "متطوع"), Row("هدى ناصر الشهري", "عضو مجلس"));
        var preview = await The<RosterImportService>().LookAsync(Hr, book, Cancel);
        Assert.Equal((3, 3, 0), (preview.Rows, preview.Added, preview.Problems.Count));
        Assert.Equal(0, await CountAsync());
        Assert.Equal(3, await The<RosterImportService>().ApplyAsync(Hr, book, cancel: Cancel));
        Assert.Equal(0, await The<RosterImportService>().ApplyAsync(Hr, book, cancel: Cancel));
        Assert.Equal(3, (await The<RosterImportService>().LookAsync(Hr, book, Cancel)).Known);
        // A member of the board is in nobody's audience.
        Assert.Equal(2, await ReadAsync(db => Acks(db).CountAsync(a => a.VersionId == version && a.DueOn == new DateOnly(2026, 11, 30), Cancel)));
        var row = Assert.Single((await The<RosterQueries>().PageAsync(Hr, new PageQuery { Search = "نوره" }, Cancel)).Rows);
        Assert.Equal(Make.NationalIdOf(1)[^4..], row.IdTail);
    }

    [Fact]
    public async Task Look_tells_each_row_its_mistake_and_apply_then_adds_nobody()
    {
        var book = Book(
            Row("نورة سعد العمري", id: Make.NationalIdOf(1)), Row("ن", department: "إدارة لا وجود لها"), Row("مها علي الحربي", "زائر"), Row("هدى ناصر الشهري", id: "1098000010"), Row("أمل صالح الغامدي", mobile: "123"), Row("سلمى عوض المطيري", user: "nobody"));
        var preview = await The<RosterImportService>().LookAsync(Hr, book, Cancel);
        Assert.Equal(
            [(3, RosterColumn.FullName), (3, RosterColumn.Department), (4, RosterColumn.Kind), (5, RosterColumn.IdNumber), (6, RosterColumn.Mobile), (7, RosterColumn.UserName)],
            preview.Problems.Select(p => (p.Row, p.Column)).Order());
        await using var page = Scope();
        Assert.All(preview.Problems, p => Assert.NotEqual(p.Breach.Code, page.ServiceProvider.GetRequiredService<RuleTexts>().For(p.Breach)));
        await Refused.WithAsync("policies.import.broken", null, () => The<RosterImportService>().ApplyAsync(Hr, book, cancel: Cancel));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Duplicate_ids_and_a_person_in_two_departments_are_told_with_the_other_row()
    {
        var book = Book(
            Row("نورة سعد العمري", id: Make.NationalIdOf(1)), Row("نورة سعد العمري", department: "البحث الاجتماعي", id: Make.NationalIdOf(1)), Row("نوره سعد العمرى", id: Make.NationalIdOf(1)), Row("مها علي الحربي"), Row("مها علي الحربي", department: "التطوع"));
        var problems = (await The<RosterImportService>().LookAsync(Hr, book, Cancel)).Problems;
        Assert.Equal([(3, RosterColumn.IdNumber), (4, RosterColumn.IdNumber), (6, RosterColumn.FullName)], problems.Select(p => (p.Row, p.Column)));
        Assert.All(problems, p => Assert.Equal("policies.import.twice", p.Breach.Code));
        Assert.Equal(2, problems[0].Breach.Args[0]);
    }

    [Fact]
    public async Task Nobody_is_added_by_hand_who_was_imported_with_the_same_id()
    {
        await The<RosterImportService>().ApplyAsync(Hr, Book(Row("نورة سعد العمري", id: Make.NationalIdOf(1))), cancel: Cancel);
        var form = new MemberForm { FullName = "نورة العمري", DepartmentId = await DepartmentAsync(), IdNumber = Make.NationalIdOf(1) };
        await Refused.WithAsync("policies.member.idtaken", nameof(MemberForm.IdNumber), () => The<RosterService>().AddAsync(Hr, Guid.NewGuid(), form, Cancel));
    }

    [Fact]
    public async Task Who_left_is_not_brought_back_by_a_workbook()
    {
        var (gone, _) = await MemberAsync("نورة سعد العمري", account: false);
        await The<RosterService>().DeactivateAsync(Hr, gone, await ReadAsync(db => db.Set<StaffMember>().Where(m => m.Id == gone).Select(m => m.Version).SingleAsync(Cancel)), Cancel);
        var problem = Assert.Single((await The<RosterImportService>().LookAsync(Hr, Book(Row("نورة سعد العمري", id: "4321")), Cancel)).Problems);
        Assert.Equal("policies.import.left", problem.Breach.Code);
    }

    [Fact]
    public async Task Merged_cells_formulas_and_macros_are_refused_in_words()
    {
        await RefusedAsync("ui.workbook.merged", Saved(sheet => sheet.Range("A2:B2").Merge()));
        await RefusedAsync("ui.workbook.formula", Saved(sheet => sheet.Cell("D2").FormulaA1 = "1+1"));
        await RefusedAsync("ui.workbook.macros", Workbooks.Parts(("xl/vbaProject.bin", "x")));
        await RefusedAsync("ui.workbook.type", new MemoryStream("not a workbook"u8.ToArray()));
        await RefusedAsync("policies.import.nottemplate", Workbooks.Saved(_ => { }));
        await RefusedAsync("policies.import.norows", Book());
        await RefusedAsync("policies.import.missingcolumn", Saved(sheet => sheet.Column(2).Delete()));
        await RefusedAsync("policies.import.unknowncolumn", Saved(sheet => sheet.Cell("A1").SetValue("العمر")));

        Task RefusedAsync(string code, Stream book) => Refused.WithAsync(code, null, () => The<RosterImportService>().LookAsync(Hr, book, Cancel));
    }

    [Fact]
    public async Task Twenty_thousand_rows_are_looked_at_in_seconds_and_more_are_refused()
    {
        var began = Stopwatch.GetTimestamp();
        var rows = Enumerable.Range(1, RosterSheet.MostRows).Select(n => Row($"موظف رقم {n}"));
        var preview = await The<RosterImportService>().LookAsync(Hr, await StreamedAsync(rows), Cancel);
        Assert.Equal((RosterSheet.MostRows, RosterSheet.MostRows, 0), (preview.Rows, preview.Added, preview.Problems.Count));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 20);
        await Refused.WithAsync("policies.import.rows", null, async () => await The<RosterImportService>().LookAsync(Hr, await StreamedAsync(rows.Append(Row("زائد"))), Cancel));
    }

    [Fact]
    public async Task A_batch_and_more_is_added_whole_with_progress()
    {
        await PublishFirstAsync();
        var told = new Told();
        const int Many = 620;
        var added = await The<RosterImportService>().ApplyAsync(Hr, await StreamedAsync(Enumerable.Range(1, Many).Select(n => Row($"موظف رقم {n}"))), told, Cancel);
        Assert.Equal((Many, Many, Many), (added, await CountAsync(), await ReadAsync(db => Acks(db).CountAsync(Cancel))));
        Assert.Equal([200, 400, 600, Many], told.Counts);
    }

    [Fact]
    public async Task Template_filled_in_comes_back_whole()
    {
        await using var template = await The<RosterTemplate>().MakeAsync(AppCulture.Arabic, Cancel);
        using var book = new XLWorkbook(template);
        var sheet = book.Worksheet(1);
        Assert.True(sheet.RightToLeft);
        foreach (var (value, i) in new[] { "نورة سعد العمري", "موظف", Department, "باحثة", Make.NationalIdOf(1), "0500000101", "١٤٤٨/٠٥/٠١", "", "نعم" }.Select((v, i) => (v, i)))
            sheet.Cell(2, i + 1).SetValue(value);
        using var filled = new MemoryStream();
        book.SaveAs(filled);
        filled.Position = 0;
        Assert.Empty((await The<RosterImportService>().LookAsync(Hr, filled, Cancel)).Problems);
        await The<RosterImportService>().ApplyAsync(Hr, filled, cancel: Cancel);
        var member = await ReadAsync(db => db.Set<StaffMember>().SingleAsync(Cancel));
        Assert.True(member.CannotRead);
        Assert.Equal(HijriDate.Check(1448, 5, 1).Value.ToDateOnly(), member.JoinedOn);
    }

    [Fact]
    public async Task Only_who_keeps_the_roster_imports() =>
        await Assert.ThrowsAsync<AccessDenied>(() => The<RosterImportService>().LookAsync(By(StaffRole.FrontDesk), Book(Row("نورة سعد العمري")), Cancel));

    private static Dictionary<RosterColumn, string> Row(string name, string kind = "موظف", string department = Department, string id = "", string mobile = "", string user = "") => new()
    {
        [RosterColumn.FullName] = name,
        [RosterColumn.Kind] = kind,
        [RosterColumn.Department] = department,
        [RosterColumn.IdNumber] = id,
        [RosterColumn.Mobile] = mobile,
        [RosterColumn.UserName] = user,
    };

    private static MemoryStream Book(params Dictionary<RosterColumn, string>[] rows) => Save(_ => { }, rows);

    private static MemoryStream Saved(Action<IXLWorksheet> change) => Save(change, Row("نورة سعد العمري"));

    private static MemoryStream Save(Action<IXLWorksheet> change, params Dictionary<RosterColumn, string>[] rows)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("ورقة1");
        foreach (var column in Enum.GetValues<RosterColumn>())
        {
            sheet.Cell(1, (int)column + 1).SetValue(Words.Of<LibraryText>($"import.column.{column}"));
            for (var i = 0; i < rows.Length; i++)
                sheet.Cell(i + 2, (int)column + 1).SetValue(rows[i].GetValueOrDefault(column, ""));
        }
        change(sheet);
        var file = new MemoryStream();
        book.SaveAs(file);
        file.Position = 0;
        return file;
    }

    private static async Task<MemoryStream> StreamedAsync(IEnumerable<Dictionary<RosterColumn, string>> rows)
    {
        var file = new MemoryStream();
        await using (var sheet = await SheetWriter.BeginAsync(file, "العاملون", rightToLeft: true, [.. Enum.GetValues<RosterColumn>().Select(c => new SheetColumn(Words.Of<LibraryText>($"import.column.{c}"), 18))]))
        {
            foreach (var row in rows)
                await sheet.AddAsync([.. Enum.GetValues<RosterColumn>().Select(c => row.GetValueOrDefault(c))]);
            await sheet.EndAsync();
        }
        file.Position = 0;
        return file;
    }

    private Task<int> CountAsync() => ReadAsync(db => db.Set<StaffMember>().CountAsync(Cancel));

    private static DbSet<Acknowledgement> Acks(CaseManager.Data.CaseDbContext db) => db.Acknowledgements;

    private sealed class Told : IProgress<int>
    {
        public List<int> Counts { get; } = [];

        public void Report(int value) => Counts.Add(value);
    }
}

public sealed class RosterImportTests() : RosterImportSuite(TestDatabase.Sqlite());
