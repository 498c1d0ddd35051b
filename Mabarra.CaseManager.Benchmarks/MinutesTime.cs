using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Mabarra.CaseManager.Benchmarks.Lists;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace Mabarra.CaseManager.Benchmarks;

/// <summary>Sealed minutes of three pages, drawn and sealed; beside them, in the same run, the same words printed by headless Chromium (a process a paper, as its command line prints).</summary>
internal static class MinutesTime
{
    private const int Lines = 30;
    private const string Chromium = "/usr/bin/chromium";

    public static async Task RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("mabarra-minutes-").FullName;
        try
        {
            var keys = Options.Create(new KeyOptions { Folder = folder });
            using var key = new SealKey(Options.Create(new SealOptions()), keys, CaseKeys.Open(keys, mayCreate: true), TimeProvider.System, NullLogger<SealKey>.Instance);
            key.Prepare("جمعية مبرة التطوعية", wasEverSealed: false);
            var (model, signer) = (Minutes(), key.Signer()!);
            byte[] Make() => PdfSeal.Of(PdfRenderer.Render(model), signer, new SealNote("جمعية مبرة التطوعية", "صدر عن الجمعية", TimeProvider.System.Now));
            var pdf = Make();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{PdfRenderer.Render(model, Stream.Null).Pages} pages, {pdf.Length / 1024} KB"));
            var ours = new Times();
            for (var round = -rounds / 3; round < rounds; round++)
            {
                var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                Make();
                if (round >= 0)
                    ours.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
                await Task.Yield();
            }

            Console.WriteLine($"drawn and sealed, {rounds} times: p50 {ours.Wall(0.5):0.0} p95 {ours.Wall(0.95):0.0} ms, processor p50 {ours.Cpu(0.5):0.0} ms (goal 60)");
            var theirs = await ChromiumAsync(folder, Math.Max(3, rounds / 20));
            Console.WriteLine($"headless Chromium: p50 {theirs.Wall(0.5):0} p95 {theirs.Wall(0.95):0} ms; {theirs.Wall(0.5) / ours.Wall(0.5):0.0} times as long (goal 20)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Times> ChromiumAsync(string folder, int rounds)
    {
        var html = Path.Combine(folder, "minutes.html");
        await File.WriteAllTextAsync(html, Html());
        var times = new Times();
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", $"--user-data-dir={folder}/profile", "--no-pdf-header-footer", $"--print-to-pdf={folder}/chromium.pdf", html];
            using var process = Process.Start(new ProcessStartInfo(Chromium, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync(), process.WaitForExitAsync());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0);
        }

        return times;
    }

    private static IEnumerable<string> Text() => Enumerable.Range(1, Lines)
        .Select(n => string.Create(CultureInfo.InvariantCulture, $"البند ({n}): دراسة الطلب رقم REQ-2026-{n:00000}. القرار: الموافقة على الطلب، بمبلغ 1,250.00 ريال، استنادًا إلى المادة (7/2) من سياسة صرف المساعدات."));

    private static PdfDocumentModel Minutes()
    {
        var signature = Drawn();
        PdfSignature Place(string role, string name) => new(role, name, signature, new PdfField("وقت التوقيع", PdfRun.Ltr("2026-11-23 11:00")));
        return SampleDocuments.Blank(
        [
            new PdfHeading("الحضور"),
            new PdfTable([new("الاسم", 3), new("الصفة", 2), new("الوقت", 2)], [.. Enumerable.Range(1, 5).Select(n => (IReadOnlyList<PdfText>)[$"العضو {n}", "عضو", PdfRun.Ltr("10:00–11:30")])]),
            new PdfHeading("وقائع الاجتماع"),
            .. Text().Select(line => new PdfParagraph(line)),
            new PdfHeading("التوقيعات"),
            new PdfSignatures(Place("رئيس اللجنة", "فهد بن إبراهيم العتيبي"), Place("أمين اللجنة", "سعاد بنت محمد الفهد")),
            new PdfSignatures(Place("عضو", "علي بن حسن الشهري"), Place("عضو", "مها بنت خالد السبيعي")),
        ]);
    }

    private static byte[] Drawn()
    {
        using var picture = new SKBitmap(300, 100);
        using (var canvas = new SKCanvas(picture))
        using (var ink = new SKPaint { Color = SKColors.Black, StrokeWidth = 3 })
        {
            canvas.Clear(SKColors.White);
            canvas.DrawLine(20, 70, 150, 20, ink);
            canvas.DrawLine(150, 20, 280, 80, ink);
        }

        using var data = picture.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static string Html()
    {
        var page = new StringBuilder("<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><style>body{font:11pt/1.6 sans-serif}td,th{border-bottom:1px solid #999;padding:4px}</style><h1>محضر اجتماع</h1><table><tr><th>الاسم<th>الصفة<th>الوقت");
        for (var n = 1; n <= 5; n++)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>العضو {n}<td>عضو<td>10:00–11:30");
        page.Append("</table>");
        foreach (var line in Text())
            page.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(line)}");
        var png = Convert.ToBase64String(Drawn());
        for (var n = 0; n < 4; n++)
            page.Append(CultureInfo.InvariantCulture, $"<p><img width=150 src='data:image/png;base64,{png}'>");
        return page.ToString();
    }
}
