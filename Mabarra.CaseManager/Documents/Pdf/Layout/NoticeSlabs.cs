using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>The box the reader must not miss.</summary>
internal static class NoticeSlabs
{
    private const float Padding = 14;
    private const float Tallest = 420;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfNotice notice, float width)
    {
        var calm = notice.Tone == PdfTone.Calm;
        var inner = width - (2 * Padding);
        var strong = calm ? PdfTheme.Palm : PdfTheme.DeepAmber;
        var text = sheet.Text(notice.Label, new TextStyle(11, strong), inner, PdfAlign.Center)
            .Above(sheet.Text(notice.Big, new TextStyle(notice.Size, strong, Bold: true, Leading: notice.Size > 30 ? 1.35f : 1.65f), inner, PdfAlign.Center));
        if (notice.Note is { IsEmpty: false } note)
            text = text.Above(sheet.Text(note, PdfTheme.Body, inner, PdfAlign.Center));
        var height = text.Height + (2 * Padding) - 6;
        if (height > Tallest)
            return Long(sheet, notice, width);
        return [new Slab(height, (canvas, left, top) =>
        {
            var area = new SKRect(left + 0.75f, top, left + width - 0.75f, top + height);
            Sheet.Fill(canvas, area, calm ? PdfTheme.PalmTint : PdfTheme.AmberTint, 6);
            Sheet.Frame(canvas, area, calm ? PdfTheme.Palm : PdfTheme.Amber, 1.5f, 6);
            text.Draw(canvas, left + Padding, top + Padding - 3);
        }) { Gap = 12 }];
    }

    /// <summary>Too long for a box on one page: set as text, in the same order and weight.</summary>
    private static IEnumerable<Slab> Long(Sheet sheet, PdfNotice notice, float width)
    {
        var slabs = TextSlabs.Lines(sheet, notice.Label, PdfTheme.Subheading, width, PdfAlign.Start, 12)
            .Concat(TextSlabs.Lines(sheet, notice.Big, PdfTheme.Heading, width, PdfAlign.Start, 4));
        return notice.Note is { } note ? slabs.Concat(TextSlabs.Lines(sheet, note, PdfTheme.Body, width, PdfAlign.Start, 4)) : slabs;
    }
}
