using Mabarra.CaseManager.Documents.Pdf.Layout;
using Mabarra.CaseManager.Documents.Pdf.Typesetting;
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
        using var fonts = new DocumentFonts();
        using var sheet = new Sheet(model, fonts);
        var slabs = TextSlabs.Title(sheet, model).Concat(BlockSlabs.Of(sheet, model.Blocks, PdfTheme.BodyWidth)).ToList();
        var pages = Pagination.Fill(slabs, PdfTheme.FirstBodyTop, PdfTheme.NextBodyTop, PdfTheme.BodyBottom);
        var frame = new PageFrame(sheet, model);
        var watermark = frame.Watermark();
        var drawings = pages.Select((page, i) => Whole(frame.Head(i + 1), page, frame.Foot(i + 1, pages.Count), watermark)).ToList();
        output.Write(PdfFinish.Of(Draw(drawings, model, PdfTheme.PageWidth, PdfTheme.PageHeight), model));
        return new PdfRendering(pages.Count, sheet.Typesetter.Missing);
    }

    /// <summary>In reading order, which is the order programs take the text out in.</summary>
    private static Action<SKCanvas> Whole(Action<SKCanvas> head, IReadOnlyList<PlacedSlab> body, Action<SKCanvas> foot, Action<SKCanvas> watermark) => canvas =>
    {
        head(canvas);
        foreach (var placed in body)
            placed.Slab.Draw(canvas, PdfTheme.Margin, placed.Top);
        foot(canvas);
        watermark(canvas);
    };

    internal static byte[] Draw(IEnumerable<Action<SKCanvas>> pages, PdfDocumentModel model, float width, float height)
    {
        using var drawn = new MemoryStream();
        using var document = SKDocument.CreatePdf(drawn, Metadata(model));
        foreach (var page in pages)
        {
            page(document.BeginPage(width, height));
            document.EndPage();
        }
        document.Close();
        return drawn.ToArray();
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
