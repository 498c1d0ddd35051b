using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Documents.Pdf;

/// <summary>Documents 2 to 4 as a reader's program finds them.</summary>
public sealed class SampleDocumentsTests
{
    public static TheoryData<string> Names => [.. SampleDocuments.All.Select(sample => sample.Name)];

    /// <summary>Set <c>MABARRA_PDF_OUT</c> to a folder to look at the pages.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Render_every_sample_loses_no_character(string name)
    {
        var model = SampleDocuments.All.Single(sample => string.Equals(sample.Name, name, StringComparison.Ordinal)).Model;
        using var file = new MemoryStream();
        var rendering = PdfRenderer.Render(model, file);
        if (Environment.GetEnvironmentVariable("MABARRA_PDF_OUT") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), file.ToArray());
        Assert.Empty(rendering.MissingCharacters);
        var drawn = PdfReading.Letters(Poppler.Text(file.ToArray()));
        foreach (var (letter, count) in PdfReading.Letters(string.Concat(PdfDocumentText.Of(model))))
            Assert.True(drawn.GetValueOrDefault(letter) >= count, $"'{letter}' stands {count} times in the model, {drawn.GetValueOrDefault(letter)} times in the file.");
    }

    [Fact]
    public void Receipt_slip_fits_one_page_and_is_found_by_search()
    {
        using var file = new MemoryStream();
        Assert.Equal(1, PdfRenderer.Render(SampleDocuments.ReceiptSlip(), file).Pages);
        var text = PdfReading.Plain(Poppler.Text(file.ToArray()));
        string[] expected =
        [
            "إشعار استلام ومراجعة", "آخر موعد للرد", SampleDocuments.DueOn, SampleDocuments.RequestNumber, SampleDocuments.NationalId,
            "نورة سعد فهد العمري", "الاتصال الهاتفي على 0500000101", "هاتف 011 000 0101", "إثبات الدخل (مشهد الضمان الاجتماعي)",
            "المملكة العربية السعودية", "جمعية مبرة التطوعية", "مسجلة برقم 1072", "13 جمادى الآخرة 1448هـ", "23 نوفمبر 2026م",
            "صفحة 1 من 1", "7KQF-2M9X-RT4W", "بيانات تجريبية غير حقيقية", "www.mbrh.org", "info@example.com",
        ];
        foreach (var words in expected)
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Request_form_keeps_numbers_in_order_inside_arabic_lines()
    {
        var text = PdfReading.Plain(Poppler.Text(PdfRenderer.Render(SampleDocuments.RequestForm())));
        foreach (var words in (string[])["SA67 8000 0000 9900 0000 0001", "بتاريخ 2026-11-10 (مرفق)", "10203040506/1-0 موثق", "خلال (15) يوم عمل", "DEMA1001، مبنى 1001", "B-000117", "1,250.00 ريال", "أولًا: بيانات مقدم الطلب"])
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deficiency_notice_promises_no_date()
    {
        var text = PdfReading.Plain(Poppler.Text(PdfRenderer.Render(SampleDocuments.DeficiencyNotice())));
        Assert.Contains("لا تبدأ المدة إلا باكتمال الطلب", text, StringComparison.Ordinal);
        Assert.DoesNotContain("آخر موعد للرد على طلبكم", text, StringComparison.Ordinal);
    }

    [Fact]
    public void English_slip_reads_left_to_right_with_the_arabic_name_whole()
    {
        var text = PdfReading.Plain(Poppler.Text(PdfRenderer.Render(SampleDocuments.ReceiptSlipEnglish())));
        foreach (var words in (string[])["Monday 14 December 2026 (5 Rajab 1448 AH)", "نورة سعد فهد العمري", "Registered under no. 1072", "Page 1 of 1"])
            Assert.Contains(words, text, StringComparison.Ordinal);
    }
}
