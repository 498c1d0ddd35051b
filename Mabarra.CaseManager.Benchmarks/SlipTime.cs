using System.Diagnostics;
using Mabarra.CaseManager.Benchmarks.Lists;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Benchmarks;

/// <summary>A receipt slip: the first one of a process, which loads faces and shaper, and those after it.</summary>
internal static class SlipTime
{
    public static async Task RunAsync(int rounds)
    {
        var slip = SampleDocuments.ReceiptSlip();
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var size = PdfRenderer.Render(slip).Length;
        Console.WriteLine($"first {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms, processor {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:0} ms; {size / 1024} KB");
        var times = new Times();
        for (var round = -rounds / 3; round < rounds; round++)
        {
            (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            PdfRenderer.Render(slip);
            if (round >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
            // The compiler that works behind gets its turn.
            await Task.Yield();
        }

        Console.WriteLine($"warmed, {rounds} slips: elapsed p50 {times.Wall(0.5):0.0} p95 {times.Wall(0.95):0.0} ms, processor p50 {times.Cpu(0.5):0.0} p95 {times.Cpu(0.95):0.0} ms (goal 30)");
    }
}
