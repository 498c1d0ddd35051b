namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Turns blocks into slabs.</summary>
internal static class BlockSlabs
{
    private const float Gutter = 22;

    public static IEnumerable<Slab> Of(Sheet sheet, IEnumerable<PdfBlock> blocks, float width) => blocks.SelectMany(block => Of(sheet, block, width));

    private static IEnumerable<Slab> Of(Sheet sheet, PdfBlock block, float width) => block switch
    {
        PdfHeading heading => TextSlabs.Of(sheet, heading, width),
        PdfParagraph paragraph => TextSlabs.Of(sheet, paragraph, width),
        PdfKeyValues grid => GridSlabs.Of(sheet, grid, width),
        PdfTable table => TableSlabs.Of(sheet, table, width),
        PdfChecklist list => ChecklistSlabs.Of(sheet, list, width),
        PdfNotice notice => NoticeSlabs.Of(sheet, notice, width),
        PdfSignatures signatures => SignatureSlabs.Of(sheet, signatures, width),
        PdfImage image => PictureSlabs.Of(sheet, image, width),
        PdfQr code => PictureSlabs.Of(sheet, code, width),
        PdfBlanks blanks => BlankSlabs.Of(sheet, blanks, width),
        PdfBlankTable blank => BlankSlabs.Of(sheet, blank, width),
        PdfSpacer spacer => [new Slab(spacer.Height, (_, _, _) => { })],
        PdfPageBreak => [Slab.PageBreak],
        PdfTogether group => Together([.. Of(sheet, group.Blocks, width)]),
        PdfColumns columns => Of(sheet, columns, width),
        _ => throw new NotSupportedException($"No drawing is known for {block.GetType().Name}."),
    };

    private static IEnumerable<Slab> Together(List<Slab> slabs) =>
        slabs.Select((slab, i) => i < slabs.Count - 1 && !slab.IsPageBreak ? slab with { KeepWithNext = true } : slab);

    private static IEnumerable<Slab> Of(Sheet sheet, PdfColumns columns, float width)
    {
        var all = columns.Columns.Sum(column => column.Weight);
        var room = width - (Gutter * (columns.Columns.Count - 1));
        var parts = new List<(float Start, float Width, List<(Slab Slab, float Top)> Slabs)>();
        float start = 0;
        foreach (var column in columns.Columns)
        {
            var share = room * column.Weight / all;
            parts.Add((start, share, Stack(Of(sheet, column.Blocks, share))));
            start += share + Gutter;
        }
        var height = parts.SelectMany(part => part.Slabs).Select(placed => placed.Top + placed.Slab.Height).DefaultIfEmpty(0).Max();
        if (height > PdfTheme.BodyBottom - PdfTheme.FirstBodyTop)
            return columns.Columns.SelectMany(column => Of(sheet, column.Blocks, width));
        return [new Slab(height, (canvas, left, top) =>
        {
            foreach (var part in parts)
            {
                foreach (var (slab, offset) in part.Slabs)
                    slab.Draw(canvas, sheet.Left(left, width, part.Start, part.Width), top + offset);
            }
        }) { Gap = 10 }];
    }

    private static List<(Slab Slab, float Top)> Stack(IEnumerable<Slab> slabs)
    {
        var stack = new List<(Slab, float)>();
        float y = 0;
        foreach (var slab in slabs)
        {
            y += stack.Count == 0 ? 0 : slab.Gap;
            stack.Add((slab, y));
            y += slab.Height;
        }
        return stack;
    }
}
