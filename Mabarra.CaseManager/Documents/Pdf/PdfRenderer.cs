using Mabarra.CaseManager.Documents.Pdf.Layout;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>What a drawing came to.</summary>
/// <param name="MissingCharacters">Characters no embedded face has: a lozenge stands for each on paper, itself in the file's text.</param>
public sealed record PdfRendering(int Pages, IReadOnlyCollection<string> MissingCharacters);

/// <summary>Draws a <see cref="PdfDocumentModel"/> as an A4 PDF. The same model always gives the same bytes. Safe from many threads.</summary>
public static class PdfRenderer
{
    public static byte[] Render(PdfDocumentModel model)
    {
        using var stream = new MemoryStream();
        Render(model, stream);
        return stream.ToArray();
    }

    public static PdfRendering Render(PdfDocumentModel model, Stream output)
    {
        var sheet = new Sheet(model);
        var slabs = TextSlabs.Title(sheet, model).Concat(BlockSlabs.Of(sheet, model.Blocks, PdfTheme.BodyWidth)).ToList();
        var pages = Pagination.Fill(slabs, PdfTheme.FirstBodyTop, PdfTheme.NextBodyTop, PdfTheme.BodyBottom);
        using var drawn = new MemoryStream();
        using (var document = SKDocument.CreatePdf(drawn, Metadata(model)))
        {
            var frame = new PageFrame(sheet, model);
            for (var i = 0; i < pages.Count; i++)
            {
                var canvas = document.BeginPage(PdfTheme.PageWidth, PdfTheme.PageHeight);
                frame.Head(canvas, i + 1);
                Pagination.Draw(pages[i], canvas, PdfTheme.Margin);
                frame.Foot(canvas, i + 1, pages.Count);
                frame.Watermark(canvas);
                document.EndPage();
            }
            document.Close();
        }
        output.Write(drawn.GetBuffer().AsSpan(0, (int)drawn.Length));
        return new PdfRendering(pages.Count, sheet.Typesetter.Missing);
    }

    private static SKDocumentPdfMetadata Metadata(PdfDocumentModel model)
    {
        var at = DateTime.SpecifyKind(model.CreatedAt, DateTimeKind.Utc);
        return new SKDocumentPdfMetadata
        {
            Title = model.Title,
            Author = model.Letterhead.Association,
            Subject = model.Number,
            Creator = "Mabarra CaseManager",
            Producer = "Mabarra CaseManager",
            Creation = at,
            Modified = at,
            PdfA = true,
            EncodingQuality = 90,
            RasterDpi = 150,
        };
    }
}
