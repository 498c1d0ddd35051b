using BenchmarkDotNet.Attributes;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Benchmarks.Functions;

/// <summary>The functions everything calls.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class FunctionBenchmarks
{
    private static readonly DateOnly Completed = new(2026, 11, 23);
    private static readonly WorkingDayCalendar Calendar = new([], Enumerable.Range(0, 400).Select(i => new Closure(new DateOnly(2000, 1, 1).AddDays(i * 29), "عطلة", false)));
    private readonly AuditEntry entry = new(new Act(Actor.System, new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc), "سبب"), "intake.request.completed", Guid.CreateVersion7(), "ServiceRequest", "REQ-2026-00042", "ت-6");
    private readonly PdfDocumentModel slip = SampleDocuments.ReceiptSlip();

    [Benchmark]
    public DateOnly AddWorkingDays() => Calendar.AddWorkingDays(Completed, 15);

    [Benchmark]
    public string SearchKeyOf() => SearchKey.Of("نورة بنت سعد عبد الله العمري");

    [Benchmark]
    public bool NationalIdCheck() => NationalId.Check("1099000018").IsOk;

    [Benchmark]
    public byte[] AuditHash() => AuditChain.HashOf(entry);

    [Benchmark]
    public int ReceiptSlipPdf() => PdfRenderer.Render(slip).Length;
}
