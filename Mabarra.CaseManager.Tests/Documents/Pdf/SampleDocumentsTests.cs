using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Documents.Pdf;

public sealed class SampleDocumentsTests
{
    public static TheoryData<string> Names => [.. SampleDocuments.All.Select(sample => sample.Name)];

    /// <summary>Set <c>MABARRA_PDF_OUT</c> to a folder to look at the pages.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Render_every_sample_draws_all_its_characters(string name)
    {
        var (_, model) = SampleDocuments.All.Single(sample => string.Equals(sample.Name, name, StringComparison.Ordinal));
        using var file = new MemoryStream();
        var rendering = PdfRenderer.Render(model, file);
        if (Environment.GetEnvironmentVariable("MABARRA_PDF_OUT") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), file.ToArray());
        Assert.Empty(rendering.MissingCharacters);
    }
}
