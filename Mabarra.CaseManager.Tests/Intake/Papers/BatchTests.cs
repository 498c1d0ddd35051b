using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.Intake.Services;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake.Papers;

/// <summary>Many papers at once, the letter of a moved date, and the empty form; on both databases.</summary>
public abstract class BatchSuite(TestDatabase database) : PapersHouse(database)
{
    [Fact]
    public async Task Several_papers_print_as_one_file_with_every_page_and_code()
    {
        var first = await CompletedAsync();
        var second = await CompletedAsync(await RegisterAsync(Make.Beneficiary() with { Mobile = "0500000102" }));
        var batch = await The<PrintBatch>().PrintAsync(Clerk, [(first, "1"), (second, "2")], IssuedKind.ReceiptSlip, cancel: Cancel);
        Assert.Equal((2, 0), (batch.Count, batch.Left.Count));
        var whole = batch.Pdf.ToArray();
        var papers = new[] { await PdfAsync(await PrintAsync(first, IssuedKind.ReceiptSlip)), await PdfAsync(await PrintAsync(second, IssuedKind.ReceiptSlip)) };
        Assert.Equal(papers.Sum(Pages), Pages(whole));
        // Poppler, which complains of any broken reference, reads in it what it reads in each.
        Assert.Equal(papers.Select(p => Poppler.Text(p)).Aggregate(string.Concat), Poppler.Text(whole));
        Assert.NotEmpty(Poppler.Page(whole, 40));
        Assert.All(papers, p => Assert.Contains(CodeOn(Read(p)), Read(whole), StringComparison.Ordinal));
        Assert.Equal(2, (await IssuedAsync(first)).Count + (await IssuedAsync(second)).Count);
    }

    [Fact]
    public async Task A_paper_that_would_not_be_true_is_left_out_and_named()
    {
        var complete = await CompletedAsync();
        var begun = await OpenAsync(await RegisterAsync(Make.Beneficiary() with { Mobile = "0500000102" }), "Rent");
        var batch = await The<PrintBatch>().PrintAsync(Clerk, [(begun, "REQ-X"), (complete, "REQ-Y")], IssuedKind.ReceiptSlip, cancel: Cancel);
        Assert.Equal((1, ("REQ-X", "intake.print.incomplete")), (batch.Count, (batch.Left[0].Number, batch.Left[0].Why.Code)));
        var none = await The<PrintBatch>().PrintAsync(Clerk, [(begun, "REQ-X")], IssuedKind.ReceiptSlip, cancel: Cancel);
        Assert.Equal((0, true), (none.Count, none.Pdf.IsEmpty));
        var many = Enumerable.Range(0, PrintBatch.Most + 1).Select(n => (complete, "x")).ToList();
        await Refused.WithAsync("intake.print.toomany", null, () => The<PrintBatch>().PrintAsync(Clerk, many, IssuedKind.ReceiptSlip, cancel: Cancel));
    }

    [Fact]
    public void Papers_of_several_pages_keep_their_order()
    {
        var (one, two) = (Long("أولى", 60), Long("ثانية", 90));
        var joined = PdfJoin.Of([one, two, one]);
        Assert.Equal((2 * Pages(one)) + Pages(two), Pages(joined));
        Assert.Equal(Poppler.Text(one) + Poppler.Text(two) + Poppler.Text(one), Poppler.Text(joined));
    }

    [Fact]
    public async Task The_letter_of_a_moved_date_names_both_days_and_the_cause()
    {
        var id = await CompletedAsync();
        await Refused.WithAsync("intake.print.notmoved", null, () => PrintAsync(id, IssuedKind.DueDateNotice));
        await The<HolidayService>().AddAsync(
            By(StaffRole.HumanResources), new HolidayForm { On = new(2026, 12, 1), NameAr = "إغلاق طارئ", Kind = HolidayKind.EmergencyClosure }, Cancel);
        var letter = await PrintAsync(id, IssuedKind.DueDateNotice);
        var text = Dense(Read(await PdfAsync(letter)));
        Assert.Contains(Dense("الثلاثاء 6 رجب 1448هـ الموافق 15 ديسمبر 2026م"), text, StringComparison.Ordinal);
        Assert.Contains(Dense("الاثنين 5 رجب 1448هـ الموافق 14 ديسمبر 2026م"), text, StringComparison.Ordinal);
        Assert.Contains(Dense("إغلاق طارئ"), text, StringComparison.Ordinal);
        Assert.Contains("REQ-2026-00001-M", text, StringComparison.Ordinal);
        Assert.Equal(letter, await PrintAsync(id, IssuedKind.DueDateNotice));
        await The<HolidayService>().AddAsync(
            By(StaffRole.HumanResources), new HolidayForm { On = new(2026, 12, 2), NameAr = "إغلاق ثان", Kind = HolidayKind.EmergencyClosure }, Cancel);
        Assert.NotEqual(letter, await PrintAsync(id, IssuedKind.DueDateNotice));
    }

    [Fact]
    public async Task The_empty_form_bears_its_version_and_is_one_paper_until_the_service_changes()
    {
        var service = (await The<ServiceTypeQueries>().ActiveAsync(Cancel)).Single(s => s.Code == "Rent");
        var form = await The<BlankForms>().PrintAsync(Clerk, service.Id, Cancel);
        Assert.Equal(form, await The<BlankForms>().PrintAsync(By(StaffRole.SystemAdmin), service.Id, Cancel));
        var text = Read(await PdfAsync(form));
        Assert.Contains("FORM-", text, StringComparison.Ordinal);
        Assert.Contains("-V1", text, StringComparison.Ordinal);
        Assert.Contains(Dense("سداد إيجار"), Dense(text), StringComparison.Ordinal);
        Assert.DoesNotContain("ظروف خاصة", text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AccessDenied>(() => The<BlankForms>().PrintAsync(By(StaffRole.CommitteeMember), service.Id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<BlankForms>().PrintAsync(Clerk, Guid.NewGuid(), Cancel));

        await The<ServiceTypeService>().DeactivateAsync(By(StaffRole.SystemAdmin), service.Id, (await ServiceAsync(service.Id)).Version, Cancel);
        Assert.NotEqual(form, await The<BlankForms>().PrintAsync(Clerk, service.Id, Cancel));
    }

    private Task<ServiceType> ServiceAsync(Guid id) => ReadAsync(db =>
    {
        var services = db.ServiceTypes;
        return services.AsNoTracking().SingleAsync(s => s.Id == id, Cancel);
    });

    private static int Pages(byte[] pdf) => int.Parse(
        Poppler.Info(pdf).Split('\n').Single(l => l.StartsWith("Pages:", StringComparison.Ordinal))[6..].Trim(), System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Long(string word, int lines) => PdfRenderer.Render(SampleDocuments.Blank([.. Enumerable.Range(0, lines).Select(i => new PdfParagraph($"{word} {i}"))]));
}

public sealed class BatchTests() : BatchSuite(TestDatabase.Sqlite());
