using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Places to sign, up to three side by side, each whole on one page.</summary>
internal static class SignatureSlabs
{
    private const float Gutter = 26;
    private const float Room = 46;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfSignatures signatures, float width)
    {
        foreach (var row in signatures.Places.Chunk(signatures.Places.Count == 4 ? 2 : 3))
        {
            var each = (width - (Gutter * (row.Length - 1))) / row.Length;
            // One place alone keeps the width of two, at the reading end where people look for it.
            var place = row.Length == 1 ? (width - Gutter) / 2 : each;
            var drawn = row.Select(signature => Place(sheet, signature, place)).ToList();
            yield return new Slab(drawn.Max(slab => slab.Height), (canvas, left, top) =>
            {
                for (var i = 0; i < drawn.Count; i++)
                    drawn[i].Draw(canvas, sheet.Left(left, width, row.Length == 1 ? width - place : i * (each + Gutter), place), top);
            })
            { Gap = 16 };
        }
    }

    private static Slab Place(Sheet sheet, PdfSignature signature, float width)
    {
        var above = sheet.Text(signature.Role, PdfTheme.CellHeader, width);
        if (!signature.Name.IsEmpty)
            above = above.Above(sheet.Text(signature.Name, PdfTheme.Body, width));
        var below = sheet.Text(PdfText.Empty, PdfTheme.Label with { Leading = 0.4f }, width);
        foreach (var detail in signature.Details)
            below = below.Above(sheet.Text(new PdfText([new PdfRun(detail.Label + ": "), .. detail.Value.Runs]), PdfTheme.Label, width));
        return new Slab(above.Height + Room + below.Height, (canvas, left, top) =>
        {
            above.Draw(canvas, left, top);
            var line = top + above.Height + Room;
            if (signature.Image is { } data)
                Image(canvas, data, new SKRect(left, top + above.Height + 2, left + width, line - 2), sheet.RightToLeft);
            Sheet.Rule(canvas, left, line, width, PdfTheme.Muted, 0.7f);
            below.Draw(canvas, left, line);
        });
    }

    private static void Image(SKCanvas canvas, ReadOnlyMemory<byte> data, SKRect area, bool rightToLeft)
    {
        using var image = PictureSlabs.Decode(data);
        if (image is null)
            return;
        var (w, h) = PictureSlabs.Fit(image, area.Width, area.Height);
        var left = rightToLeft ? area.Right - w : area.Left;
        PictureSlabs.Draw(canvas, data, SKRect.Create(left, area.Bottom - h, w, h));
    }
}
