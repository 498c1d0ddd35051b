using System.Diagnostics;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake.Papers;

/// <summary>Papers of the longest requests there are: many requirements, long names, every field filled.</summary>
public sealed class PaperLookTests() : PapersHouse(TestDatabase.Sqlite())
{
    [Fact]
    public async Task Long_names_and_many_papers_are_printed_whole()
    {
        var id = await LongRequestAsync();
        await SaveAsync("deficiency", await PrintAsync(id, IssuedKind.DeficiencyNotice));
        await SaveAsync("sheet", await PrintAsync(id, IssuedKind.RequirementsSheet));
        await FinishAsync(id);
        foreach (var (kind, name) in new[] { (IssuedKind.RequestForm, "form"), (IssuedKind.ReceiptSlip, "slip") })
        {
            var pdf = await SaveAsync(name, await PrintAsync(id, kind));
            var text = Dense(Read(pdf));
            foreach (var item in (await RequestAsync(id)).Items)
                Assert.Contains(Dense(item.NameAr), text, StringComparison.Ordinal);
            Assert.Contains(Dense("عبدالرحمن بن عبدالعزيز"), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Slip_of_an_ordinary_request_is_one_page()
    {
        var pdf = await SaveAsync("slip-short", await PrintAsync(await CompletedAsync(), IssuedKind.ReceiptSlip));
        Assert.Contains("صفحة 1 من 1", Read(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_words_make_whole_papers_too()
    {
        var id = await CompletedAsync();
        var source = await SourceAsync(id);
        var frame = Frame(AppCulture.English);
        foreach (var kind in new[] { IssuedKind.RequirementsSheet, IssuedKind.RequestForm, IssuedKind.ReceiptSlip })
        {
            var model = RequestPapers.Model(kind, source, new FormSecrets("1098000001", null), frame);
            Assert.NotEmpty(PdfRenderer.Render(model));
            Assert.DoesNotContain(PdfDocumentText.Of(model), line => line.Contains("المستند", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_slip_is_drawn_at_once_when_warm()
    {
        var source = await SourceAsync(await CompletedAsync());
        var frame = Frame(AppCulture.Arabic) with { IsDemonstration = true };
        var times = Enumerable.Range(0, 60).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            PdfRenderer.Render(ReceiptSlipPaper.Of(frame, source));
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"best {times[0]:0.0} ms, median {times[30]:0.0} ms");
        // The best of sixty: other work on the machine must not decide.
        Assert.InRange(times[0], 0, 60);
    }

    private PaperFrame Frame(System.Globalization.CultureInfo culture) => new()
    {
        Words = new PaperWords(culture),
        Act = Clerk,
        Number = "REQ-2026-00001-R",
        Mark = new VerifyMark("7KQF-2M9X-RT4W-AAAA", "https://www.mbrh.org/verify/7KQF-2M9X-RT4W-AAAA"),
        Association = new AssociationProfile(),
    };

    private async Task<PaperSource> SourceAsync(Guid id)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        return await PaperReader.ReadAsync(db, Clerk, id, Cancel);
    }

    private async Task<Guid> LongRequestAsync()
    {
        var form = Make.Beneficiary("Widows", "Orphans", "Disabled", "Patients", "LowIncome", "Debtors");
        (form.FirstName, form.FatherName, form.GrandfatherName, form.FamilyName) = ("نورة", "عبدالرحمن بن عبدالعزيز", "محمد الأمين عبدالله", "آل سليمان القحطاني الشهراني");
        (form.Email, form.Street, form.BuildingNo, form.SecondaryNo, form.PostalCode) = ("noura.alqahtani@example.com", "طريق الأمير سلطان بن عبدالعزيز", "1001", "2002", "12345");
        var request = await NewRequestAsync(await RegisterAsync(form), "Rent") with
        {
            Description = "أطلب المساعدة في سداد إيجار نصف سنة متأخر بعد وفاة زوجي، وقد صدر إشعار من المؤجر بتاريخ 2026-11-10.\nالعقد رقم 10203040506/1-0 موثق في منصة إيجار، والمبلغ المتأخر 9,000.00 ريال.",
            RequestedAmount = "9,000.00",
        };
        var id = await The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), request, Cancel);
        foreach (var item in (await RequestAsync(id)).Items.Where(i => !i.IsDeclaration).Take(4))
            await ReceiveAsync(id, item, Clerk.On.AddDays(item.Order == 0 ? -1 : 0));
        return id;
    }

    private async Task FinishAsync(Guid id)
    {
        var service = The<RequestService>();
        await service.HandOverSheetAsync(Clerk, id, await VersionAsync(id), Cancel);
        var open = (await RequestAsync(id)).Items.Where(i => i.IsOpen && !i.IsDeclaration).ToList();
        await The<RequestItemService>().ExemptAsync(By(Guid.CreateVersion7(), StaffRole.SeniorManagement), id, await VersionAsync(id), open[0].Id, new ReasonForm { Code = "exemption/KnownHere", Note = "في ملف الأسرة منذ العام الماضي" }, Cancel);
        foreach (var item in open.Skip(1))
            await ReceiveAsync(id, item);
        await The<DeclarationService>().SignAsync(Clerk, id, await VersionAsync(id), new DeclarationForm { Method = SignatureMethod.Pad, Drawing = SampleDocuments.Scribble(7) }, Cancel);
        await service.AgreeAsync(Clerk, id, await VersionAsync(id), new AgreementForm { Channel = Channel.Phone, Contact = "0500000101", IsExplained = true }, Cancel);
        await CompleteAsync(id);
    }

    /// <summary>Leaves the paper where <c>MABARRA_PDF_OUT</c> says, to be looked at.</summary>
    private async Task<byte[]> SaveAsync(string name, Guid paper)
    {
        var pdf = await PdfAsync(paper);
        if (Environment.GetEnvironmentVariable("MABARRA_PDF_OUT") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.pdf"), pdf, Cancel);
        return pdf;
    }
}
