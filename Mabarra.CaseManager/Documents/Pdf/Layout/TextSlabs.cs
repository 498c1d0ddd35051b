using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Titles, headings and paragraphs, a slab a line.</summary>
internal static class TextSlabs
{
    private const float MarkWidth = 3.2f;
    private const float MarkGap = 8;

    public static IEnumerable<Slab> Title(Sheet sheet, PdfDocumentModel model)
    {
        foreach (var slab in Lines(sheet, model.Title, PdfTheme.Title, PdfTheme.BodyWidth, PdfAlign.Center, 0))
            yield return slab with { KeepWithNext = true };
        if (!model.Subtitle.IsEmpty)
        {
            foreach (var slab in Lines(sheet, model.Subtitle, PdfTheme.Subtitle, PdfTheme.BodyWidth, PdfAlign.Center, 0))
                yield return slab with { KeepWithNext = true };
        }
    }

    /// <summary>A heading with a small amber mark at its reading start; it stays with what follows.</summary>
    public static IEnumerable<Slab> Of(Sheet sheet, PdfHeading heading, float width)
    {
        var main = heading.Level <= 1;
        var style = main ? PdfTheme.Heading : PdfTheme.Subheading;
        var start = main ? MarkWidth + MarkGap : 0;
        var text = sheet.Text(heading.Text, style, width - start);
        yield return new Slab(text.Height, (canvas, left, top) =>
        {
            if (main)
            {
                var x = sheet.Left(left, width, 0, MarkWidth);
                Sheet.Fill(canvas, new SKRect(x, top + 4.5f, x + MarkWidth, top + style.LineHeight - 3.5f), PdfTheme.Amber, 1.2f);
            }
            text.Draw(canvas, sheet.Left(left, width, start, width - start), top);
        })
        {
            Gap = main ? 12 : 9,
            KeepWithNext = true,
        };
    }

    public static IEnumerable<Slab> Of(Sheet sheet, PdfParagraph paragraph, float width) =>
        Lines(sheet, paragraph.Text, PdfTheme.Of(paragraph.Look), width, paragraph.Align, 6);

    /// <summary>At least two lines of a paragraph stand together at the foot and at the head of a page.</summary>
    public static IEnumerable<Slab> Lines(Sheet sheet, PdfText text, TextStyle style, float width, PdfAlign align, float gap)
    {
        var box = sheet.Text(text, style, width, align);
        for (var i = 0; i < box.Count; i++)
        {
            var index = i;
            yield return new Slab(style.LineHeight, (canvas, left, top) => box.Draw(canvas, left, top, index, 1))
            {
                Gap = i == 0 ? gap : 0,
                KeepWithNext = i + 1 < box.Count && (i == 0 || i == box.Count - 2),
            };
        }
    }
}
