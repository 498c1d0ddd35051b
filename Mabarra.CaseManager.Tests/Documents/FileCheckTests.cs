using System.Text;
using Mabarra.CaseManager.Documents;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>What is taken and what is not, by the bytes alone.</summary>
public sealed class FileCheckTests
{
    private static readonly Dictionary<string, (byte[] Bytes, string Code)> Bad = new(StringComparer.Ordinal)
    {
        ["B44 html"] = ("<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray(), "type"),
        ["B44 svg"] = ("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(), "type"),
        ["B44 exe"] = ([.. "MZ"u8, .. Files.Noise(300)], "type"),
        ["B44 zip"] = (Files.Archive(), "type"),
        ["B44 docx"] = (Files.Archive("word/document.xml"), "type"),
        ["B44 mhtml"] = ("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"u8.ToArray(), "type"),
        ["B44 gif"] = ("GIF89a=1;alert(1)"u8.ToArray(), "type"),
        ["B44 heic"] = ([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "heic"),
        ["B45 xml"] = ("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"u8.ToArray(), "type"),
        ["B46 pdf and zip"] = (Files.PdfWith(tail: Files.Archive()), "pdf.tail"),
        ["B46 pdf and html"] = (Files.Pdf(tail: "<script>alert(1)</script>"), "pdf.tail"),
        ["B46 zip inside the end"] = (Files.PdfWith(objects: Files.Archive()), "pdf.tail"),
        ["B46 pdf at 900"] = ([.. new byte[900], .. Files.Pdf()], "type"),
        ["B50 too many pixels"] = (Files.Png(30_000, 30_000), "pixels"),
        ["B50 jpeg too many pixels"] = (Files.Jpeg(65_000, 65_000), "pixels"),
        ["B50 pixels overflow"] = (Files.Png(int.MaxValue, int.MaxValue), "pixels"),
        ["B50 nothing wide"] = (Files.Png(0, 10), "damaged"),
        ["B50 nothing high"] = (Files.Jpeg(10, 0), "damaged"),
        ["B50 animated"] = (Files.PngWith("acTL"), "animated"),
        ["B50 truncated png"] = (Files.Png()[..^4], "damaged"),
        ["B50 truncated jpeg"] = (Files.Jpeg()[..^2], "damaged"),
        ["B50 jpeg of a head only"] = ([0xFF, 0xD8, 0xFF], "damaged"),
        ["B50 png of a head only"] = (Files.Png()[..20], "damaged"),
        ["B50 png with no data"] = ([.. Files.Png()[..33], .. Files.Png()[^12..]], "damaged"),
        ["B51 locked"] = (Files.Pdf(objects: "trailer\n<< /Encrypt 8 0 R >>\n"), "pdf.locked"),
        ["B51 javascript"] = (Files.Pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), "pdf.active"),
        ["B51 javascript hidden"] = (Files.Pdf("/OpenAction << /S /J#61va#53cript /JS (x) >>"), "pdf.active"),
        ["B51 launch"] = (Files.Pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"), "pdf.active"),
        ["B51 files inside"] = (Files.Pdf("/Names << /EmbeddedFiles 7 0 R >>"), "pdf.active"),
        ["B51 xfa"] = (Files.Pdf("/AcroForm << /XFA 7 0 R >>"), "pdf.active"),
        ["B51 rendition"] = (Files.Pdf("/AA << /O << /S /Rendition /JS (x) >> >>"), "pdf.active"),
        ["B51 in an object stream"] = (Files.PdfWith(objects: Files.ObjectStream("7 0 << /S /JavaScript /JS (x) >>")), "pdf.active"),
        ["B51 in an unnamed object stream"] = (Files.PdfWith(objects: Files.ObjectStream("7 0 << /S /Launch >>", "/N 1 /First 4 /Filter /FlateDecode")), "pdf.active"),
        ["B51 in stream data"] = (Files.Pdf(objects: "8 0 obj\n<< /Length 40 >>\nstream\n7 0 obj << /S /Launch >> endobj\nendstream\nendobj\n"), "pdf.active"),
        ["B51 object stream packed twice"] = (Files.PdfWith(objects: Files.ObjectStream("x", "/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]")), "pdf.unreadable"),
        ["B51 object stream of no known packing"] = (Files.PdfWith(objects: Files.ObjectStream("x", "/Type /ObjStm /N 1 /First 4 /Filter 9 0 R")), "pdf.unreadable"),
        ["B51 object stream broken"] = (Files.Pdf(objects: "5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nnot packed at all\nendstream\nendobj\n"), "pdf.unreadable"),
        ["B51 object stream without data"] = (Files.Pdf(objects: "5 0 obj\n<< /Type /ObjStm /N 1 /First 4 >>\nendobj\n"), "pdf.unreadable"),
        ["B51 cut short"] = (Files.Pdf()[..60], "damaged"),
        ["B52 nothing"] = ([], "empty"),
    };

    public static TheoryData<string> BadNames => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(BadNames))]
    public void Refused_by_content(string name)
    {
        var (bytes, code) = Bad[name];
        var violation = Assert.Throws<RuleViolation>(() => FileCheck.Of(new MemoryStream(bytes)));
        Assert.Equal($"documents.store.{code}", violation.Code);
    }

    [Fact]
    public void B51_A_bomb_in_an_object_stream_is_refused_before_it_fills_memory()
    {
        var bomb = Files.PdfWith(objects: [.. "5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"u8, .. Files.Zip(new byte[80 * 1024 * 1024]), .. "\nendstream\nendobj\n"u8]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("documents.store.pdf.toocomplex", Assert.Throws<RuleViolation>(() => FileCheck.Of(new MemoryStream(bomb))).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Theory]
    [InlineData("/OpenAction [3 0 R /Fit]")]
    [InlineData("/Title (JavaScript and Launch are words here)")]
    [InlineData("/JavaScriptures 1 /LaunchPad 2 /XFAB 3")]
    public void An_ordinary_pdf_is_taken(string inCatalog) =>
        Assert.Equal(DocumentKind.Pdf, FileCheck.Of(new MemoryStream(Files.Pdf(inCatalog))).Kind);

    [Fact]
    public void An_ordinary_object_stream_is_taken() =>
        Assert.Equal(DocumentKind.Pdf, FileCheck.Of(new MemoryStream(Files.PdfWith(objects: Files.ObjectStream("7 0 << /Type /Page >>")))).Kind);

    [Fact]
    public void B51_Names_are_found_wherever_they_lie_against_the_window()
    {
        for (var shift = 0; shift < 40; shift++)
        {
            var pdf = Files.PdfWith(objects: [.. Encoding.ASCII.GetBytes(new string(' ', 64 * 1024 + 4096 - 200 + (shift * 11))), .. "7 0 obj << /S /Jav#61Script >> endobj\n"u8]);
            Assert.Equal("documents.store.pdf.active", Assert.Throws<RuleViolation>(() => FileCheck.Of(new MemoryStream(pdf))).Code);
            var packed = Files.PdfWith(objects: [.. Encoding.ASCII.GetBytes(new string(' ', 64 * 1024 + 4096 - 200 + (shift * 11))), .. Files.ObjectStream("7 0 << /S /Launch >>")]);
            Assert.Equal("documents.store.pdf.active", Assert.Throws<RuleViolation>(() => FileCheck.Of(new MemoryStream(packed))).Code);
        }
    }

    [Fact]
    public void Twenty_megabytes_of_noise_hold_no_name_by_chance() =>
        Assert.Equal(DocumentKind.Pdf, FileCheck.Of(new MemoryStream(Files.Pdf(padding: 19 * 1024 * 1024))).Kind);

    [Fact]
    public void B46_What_hangs_behind_a_picture_is_not_kept()
    {
        var png = Files.Png();
        Assert.Equal(new FileVerdict(DocumentKind.Png, png.Length), FileCheck.Of(new MemoryStream(Files.Png(tail: "<script>alert(1)</script>"u8))));
        var jpeg = Files.Jpeg();
        Assert.Equal(new FileVerdict(DocumentKind.Jpeg, jpeg.Length), FileCheck.Of(new MemoryStream(Files.Jpeg(tail: "<html>"u8))));
    }

    [Fact]
    public void Pictures_and_papers_the_app_draws_itself_are_taken()
    {
        using var bitmap = new SkiaSharp.SKBitmap(300, 120);
        using var image = SkiaSharp.SKImage.FromBitmap(bitmap);
        foreach (var (format, kind) in new[] { (SkiaSharp.SKEncodedImageFormat.Png, DocumentKind.Png), (SkiaSharp.SKEncodedImageFormat.Jpeg, DocumentKind.Jpeg) })
        {
            using var data = image.Encode(format, 80);
            Assert.Equal(new FileVerdict(kind, data.Size), FileCheck.Of(new MemoryStream(data.ToArray())));
        }

        using var pdf = new MemoryStream();
        using (var document = SkiaSharp.SKDocument.CreatePdf(pdf))
        {
            document.BeginPage(200, 200).DrawImage(image, 10, 10);
            document.EndPage();
            document.Close();
        }

        Assert.Equal(DocumentKind.Pdf, FileCheck.Of(new MemoryStream(pdf.ToArray())).Kind);
    }

    [Fact]
    public void No_cut_of_a_file_and_no_flipped_byte_does_anything_but_be_taken_or_refused()
    {
        foreach (var file in new[] { Files.Pdf("/X 1"), Files.PdfWith(objects: Files.ObjectStream("7 0 << /A 1 >>")), Files.Png(), Files.Jpeg() })
        {
            for (var at = 0; at < file.Length; at++)
            {
                Look(file[..at]);
                var flipped = (byte[])file.Clone();
                flipped[at] ^= 0x55;
                Look(flipped);
            }
        }
    }

    private static void Look(byte[] bytes)
    {
        try
        {
            FileCheck.Of(new MemoryStream(bytes));
        }
        catch (RuleViolation)
        {
            // Refused is as good as taken; any other exception fails the test.
        }
    }
}
