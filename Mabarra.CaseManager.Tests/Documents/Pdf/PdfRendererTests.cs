using System.Globalization;
using System.Text;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Tests.Support;
using QRCoder;
using SkiaSharp;
using UglyToad.PdfPig;

namespace Mabarra.CaseManager.Tests.Documents.Pdf;

public sealed class PdfRendererTests
{
    private static readonly CompositeFormat ArabicPage = CompositeFormat.Parse("صفحة {0} من {1}");

    [Fact]
    public void Render_embeds_both_faces_cut_to_the_glyphs_used()
    {
        var pdf = PdfRenderer.Render(SampleDocuments.ReceiptSlip());
        var fonts = Poppler.Fonts(pdf).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(2, fonts.Count);
        // Columns emb, sub, uni.
        Assert.All(fonts, font => Assert.Contains("yes yes yes", font, StringComparison.Ordinal));
        Assert.Contains(fonts, font => font.Contains("+IBMPlexSansArabic-Regular", StringComparison.Ordinal));
        Assert.Contains(fonts, font => font.Contains("+IBMPlexSansArabic-Bold", StringComparison.Ordinal));
        // Whole faces are 100 kB each even when compressed.
        Assert.InRange(PdfRenderer.Render(SampleDocuments.Blank(new PdfParagraph("نص"))).Length, 1, 60_000);
    }

    [Fact]
    public void Render_twice_gives_the_same_bytes() =>
        Assert.Equal(PdfRenderer.Render(SampleDocuments.RequestForm()), PdfRenderer.Render(SampleDocuments.RequestForm()));

    [Fact]
    public void Render_another_text_gives_another_file_identity()
    {
        static string Id(PdfDocumentModel model) => Encoding.Latin1.GetString(PdfRenderer.Render(model)).Split("/ID [<")[1][..32];
        Assert.NotEqual(Id(SampleDocuments.Blank(new PdfParagraph("أ"))), Id(SampleDocuments.Blank(new PdfParagraph("ب"))), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Render_from_eight_threads_gives_identical_bytes()
    {
        var alone = PdfRenderer.Render(SampleDocuments.ReceiptSlip());
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () => Enumerable.Range(0, 4).Select(_ => PdfRenderer.Render(SampleDocuments.ReceiptSlip())).ToList(),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        Assert.All(together.SelectMany(files => files), file => Assert.Equal(alone, file));
    }

    [Fact]
    public void Render_writes_title_language_direction_and_pdfa_metadata()
    {
        var pdf = PdfRenderer.Render(SampleDocuments.ReceiptSlip());
        var info = Poppler.Info(pdf);
        Assert.Contains("إشعار استلام ومراجعة", info, StringComparison.Ordinal);
        Assert.Contains("جمعية مبرة التطوعية", info, StringComparison.Ordinal);
        var raw = Encoding.Latin1.GetString(pdf);
        Assert.Contains("/Lang (ar-SA)", raw, StringComparison.Ordinal);
        Assert.Contains("/Direction /R2L", raw, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", raw, StringComparison.Ordinal);
    }

    /// <summary>The seal of a later issue appends to the file, which needs one plain table whose every offset is right.</summary>
    [Fact]
    public void Render_leaves_one_plain_xref_table_with_true_offsets()
    {
        var raw = Encoding.Latin1.GetString(PdfRenderer.Render(SampleDocuments.RequestForm()));
        var lines = raw[(raw.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n');
        var xref = raw[int.Parse(lines[0], CultureInfo.InvariantCulture)..].Split('\n');
        Assert.Equal("xref", xref[0]);
        Assert.Equal("%%EOF", lines[1]);
        var count = int.Parse(xref[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (var i = 1; i < count; i++)
            Assert.StartsWith($"{i} 0 obj", raw[int.Parse(xref[2 + i][..10], CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Table_of_200_rows_runs_over_pages_with_its_header_on_each()
    {
        var rows = Enumerable.Range(1, 200).Select(i => (IReadOnlyList<PdfText>)[PdfRun.Ltr($"R-{i:0000}"), "وصف قصير للبند"]).ToList();
        using var file = new MemoryStream();
        var pages = PdfRenderer.Render(SampleDocuments.Blank(new PdfTable([new("الرمز"), new("البيان", 3)], rows)), file).Pages;
        Assert.InRange(pages, 5, 12);
        var text = Poppler.Text(file.ToArray()).Split('\f').Select(PdfReading.Plain).ToList();
        for (var page = 0; page < pages; page++)
        {
            Assert.Contains("البيان", text[page], StringComparison.Ordinal);
            Assert.Contains(string.Format(CultureInfo.InvariantCulture, ArabicPage, page + 1, pages), text[page], StringComparison.Ordinal);
        }
        var all = string.Concat(text);
        Assert.All(Enumerable.Range(1, 200), i => Assert.Single(all.Split($"R-{i:0000}").Skip(1)));
    }

    [Fact]
    public void Cell_higher_than_a_page_is_cut_between_lines_and_loses_nothing()
    {
        var words = string.Join(' ', Enumerable.Range(1, 1500).Select(i => "كلمة" + i.ToString(CultureInfo.InvariantCulture)));
        var text = PdfReading.Plain(Poppler.Text(PdfRenderer.Render(SampleDocuments.Blank(new PdfTable([new("أ"), new("ب")], [[words, "قصير"]])))));
        Assert.All([1, 2, 749, 750, 1499, 1500], i => Assert.Contains($"كلمة{i} "[..^1], text, StringComparison.Ordinal));
        Assert.Equal(1500, text.Split("كلمة").Length - 1);
    }

    [Fact]
    public void Paragraph_of_10000_mixed_characters_keeps_every_one()
    {
        const string sentence = "سُجِّل الطلب REQ-2026-00042 بتاريخ 2026-11-23 (الاثنين) بمبلغ 9,000.00 ريال، والبريد someone@example.com؛ انتهى. ";
        var text = string.Concat(Enumerable.Repeat(sentence, (10_000 / sentence.Length) + 1));
        var pdf = PdfRenderer.Render(SampleDocuments.Blank(new PdfParagraph(text)));
        var extracted = PdfReading.Plain(Poppler.Text(pdf));
        Assert.Equal(text.Split("سُجِّل الطلب").Length, extracted.Split("سُجِّل الطلب").Length);
        Assert.Equal(text.Split("2026-11-23").Length, extracted.Split("2026-11-23").Length);
        AssertHolds(text, extracted);
    }

    [Theory]
    [InlineData("ب")]
    [InlineData("w")]
    [InlineData("لا")]
    [InlineData("é")]
    public void Word_of_300_letters_is_broken_inside_the_margins(string letter)
    {
        var word = string.Concat(Enumerable.Repeat(letter, 300));
        var pdf = PdfRenderer.Render(SampleDocuments.Blank(new PdfParagraph(word), new PdfTable([new("أ"), new("ب", 6)], [[word, "نص"]])));
        AssertHolds(word + word, Poppler.Text(pdf));
        using var document = PdfDocument.Open(pdf);
        Assert.All(document.GetPages().SelectMany(page => page.Letters), glyph =>
        {
            Assert.InRange(glyph.StartBaseLine.X, 46, 550);
            Assert.InRange(glyph.StartBaseLine.Y, 15, 830);
        });
    }

    [Theory]
    [InlineData("مُحَمَّدٌ رَسُولُ السَّلامِ")]
    [InlineData("عبدالله والله")]
    [InlineData("الأُسْرَةُ لإِثباتِ الدَّخْلِ")]
    [InlineData("يوم عمل (١٥) من ٢٠٢٦")]
    [InlineData("نص [بين] {أقواس} «مختلفة»")]
    [InlineData("هاتف: +966500000101 ثم نص")]
    [InlineData("شركة ABC المحدودة (123) بالرياض")]
    public void Words_with_marks_brackets_and_mixed_digits_come_back_in_order(string words) =>
        Assert.Contains(words, PdfReading.Plain(Poppler.Text(PdfRenderer.Render(SampleDocuments.Blank(new PdfParagraph(words))))), StringComparison.Ordinal);

    [Fact]
    public void Character_without_a_glyph_is_reported_and_stays_in_the_text()
    {
        using var file = new MemoryStream();
        var rendering = PdfRenderer.Render(SampleDocuments.Blank(new PdfParagraph("الاسم 中 ثم 😀 هنا")), file);
        Assert.Equal(["中", "😀"], rendering.MissingCharacters);
        Assert.Contains("الاسم 中 ثم 😀 هنا", PdfReading.Plain(Poppler.Text(file.ToArray())), StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_controls_and_bidi_overrides_do_not_reach_the_file()
    {
        var text = Poppler.Text(PdfRenderer.Render(SampleDocuments.Blank(new PdfParagraph("قبل\u0000\u202Eabc\u202C\u200Bبعد\u0007"))));
        Assert.DoesNotContain('\0', text);
        Assert.DoesNotContain('\u0007', text);
        Assert.Contains("abc", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_is_never_the_last_on_its_page()
    {
        for (var filler = 560; filler < 640; filler += 4)
        {
            var text = Poppler.Text(PdfRenderer.Render(SampleDocuments.Blank(new PdfSpacer(filler - 80), new PdfHeading("عنوان"), new PdfParagraph("سطر تابع"))));
            var page = text.Split('\f').Select(PdfReading.Plain).Single(part => part.Contains("عنوان", StringComparison.Ordinal));
            Assert.Contains("سطر تابع", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Signature_place_is_never_split()
    {
        for (var filler = 380; filler < 560; filler += 6)
        {
            var signature = new PdfSignature("توقيع الموظف", "ياسر", null, [new("التاريخ", "اليوم")]);
            var text = Poppler.Text(PdfRenderer.Render(SampleDocuments.Blank(new PdfSpacer(filler), new PdfSignatures(signature))));
            var page = text.Split('\f').Select(PdfReading.Plain).Single(part => part.Contains("توقيع الموظف", StringComparison.Ordinal));
            Assert.Contains("ياسر", page, StringComparison.Ordinal);
            Assert.Contains("التاريخ: اليوم", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Unreadable_image_is_said_so_and_stops_nothing()
    {
        var text = Poppler.Text(PdfRenderer.Render(SampleDocuments.Blank(new PdfImage("not an image"u8.ToArray()), new PdfParagraph("بعدها"))));
        Assert.Contains("تعذر عرض الصورة المرفقة", PdfReading.Plain(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_document_is_one_page()
    {
        using var file = new MemoryStream();
        Assert.Equal(1, PdfRenderer.Render(SampleDocuments.Blank(), file).Pages);
    }

    /// <summary>The drawn square, sampled at the middle of each module, is the matrix QRCoder made of the URL.</summary>
    [Fact]
    public void Footer_square_is_the_code_of_the_verification_address()
    {
        var model = SampleDocuments.ReceiptSlip();
        using var expected = QRCodeGenerator.GenerateQrCode(model.VerifyUrl, QRCodeGenerator.ECCLevel.M);
        const int quiet = 4;
        var modules = expected.ModuleMatrix.Count - (2 * quiet);
        using var page = SKBitmap.Decode(Poppler.Page(PdfRenderer.Render(model), dpi: 288));
        // The foot's square: 58 points wide at the left margin, with two quiet modules round it, at 4 pixels a point.
        var module = 58f / (modules + 4);
        for (var row = 0; row < modules; row++)
        {
            for (var column = 0; column < modules; column++)
            {
                var x = (48 + ((column + 2.5f) * module)) * 4;
                var y = (841.89f - 84 + ((row + 2.5f) * module)) * 4;
                Assert.Equal(expected.ModuleMatrix[row + quiet][column + quiet], page.GetPixel((int)x, (int)y).Red < 128);
            }
        }
    }

    private static void AssertHolds(string text, string extracted)
    {
        var drawn = PdfReading.Letters(extracted);
        foreach (var (letter, count) in PdfReading.Letters(text))
            Assert.True(drawn.GetValueOrDefault(letter) >= count, $"'{letter}': {count} in the model, {drawn.GetValueOrDefault(letter)} drawn.");
    }
}
