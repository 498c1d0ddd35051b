using System.Diagnostics;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Documents.Pdf;

/// <summary>Alone, after the parallel tests. The exact figure (30 ms) is the benchmark project's; this notices when it is far gone.</summary>
[Collection(nameof(PdfSpeedTests))]
[CollectionDefinition(nameof(PdfSpeedTests), DisableParallelization = true)]
public sealed class PdfSpeedTests
{
    [Fact]
    public void Receipt_slip_is_drawn_at_once_when_warm()
    {
        var model = SampleDocuments.ReceiptSlip();
        var times = Enumerable.Range(0, 60).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            PdfRenderer.Render(model);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"best {times[0]:0.0} ms, median {times[30]:0.0} ms");
        // The best of sixty: other work on the machine must not decide.
        Assert.InRange(times[0], 0, 60);
    }
}
