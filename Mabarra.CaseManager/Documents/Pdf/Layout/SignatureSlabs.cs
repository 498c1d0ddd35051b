namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Places to sign, up to three side by side, each whole on one page.</summary>
internal static class SignatureSlabs
{
    private const float Gutter = 26;
    private const float Room = 38;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfSignatures signatures, float width)
    {
        foreach (var row in signatures.Places.Chunk(signatures.Places.Count == 4 ? 2 : 3))
        {
            var each = (width - (Gutter * (row.Length - 1))) / row.Length;
            // One place alone keeps the width of two, at the reading end where people look for it.
            var place = row.Length == 1 ? (width - Gutter) / 2 : each;
            var above = row.Select(signature => Above(sheet, signature, place)).ToList();
            var line = above.Max(text => text.Height);
            var drawn = row.Select((signature, i) => Place(sheet, signature, above[i], line, place)).ToList();
            yield return new Slab(drawn.Max(slab => slab.Height), (canvas, left, top) =>
            {
                for (var i = 0; i < drawn.Count; i++)
                    drawn[i].Draw(canvas, sheet.Left(left, width, row.Length == 1 ? width - place : i * (each + Gutter), place), top);
            })
            { Gap = 12 };
        }
    }

    private static TextBox Above(Sheet sheet, PdfSignature signature, float width)
    {
        var role = sheet.Text(signature.Role, PdfTheme.CellHeader, width);
        return signature.Name.IsEmpty ? role : role.Above(sheet.Text(signature.Name, PdfTheme.Body, width));
    }

    /// <param name="aboveHeight">The highest of the row, so that all lines to sign on stand level.</param>
    private static Slab Place(Sheet sheet, PdfSignature signature, TextBox above, float aboveHeight, float width)
    {
        var below = sheet.Text(PdfText.Empty, PdfTheme.Label with { Leading = 0.4f }, width);
        foreach (var detail in signature.Details)
            below = below.Above(sheet.Text(new PdfText([new PdfRun(detail.Label + ": "), .. detail.Value.Runs]), PdfTheme.Label, width));
        var image = signature.Image is { } data ? sheet.Image(data, width, Room - 4) : null;
        return new Slab(aboveHeight + Room + below.Height, (canvas, left, top) =>
        {
            above.Draw(canvas, left, top);
            var line = top + aboveHeight + Room;
            image?.Draw(canvas, sheet.Left(left, width, 0, image.Width), line - 2 - image.Height);
            Sheet.Rule(canvas, left, line, width, PdfTheme.Muted, 0.7f);
            below.Draw(canvas, left, line);
        });
    }
}
