using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>A cell's text and where it lies, counted from the row's reading start.</summary>
internal sealed record RowCell(TextBox Text, float Left, float Width);

/// <summary>A row of cells. A row higher than a third of a page is cut between lines, so nothing is ever clipped.</summary>
internal static class RowSlabs
{
    private const float TallestRow = 240;

    /// <param name="background">Draws under the text of one part: canvas, area, whether it is the row's last part.</param>
    public static IEnumerable<Slab> Of(IReadOnlyList<RowCell> cells, float width, float padding, Action<SKCanvas, SKRect, bool> background)
    {
        var rows = cells.Max(cell => cell.Text.Count);
        for (var first = 0; first == 0 || first < rows;)
        {
            var count = LinesThatFit(cells, first, rows);
            var (from, last) = (first, first + count >= rows);
            var height = PartHeight(cells, from, count) + (2 * padding);
            yield return new Slab(height, (canvas, left, top) =>
            {
                background(canvas, new SKRect(left, top, left + width, top + height), last);
                foreach (var cell in cells)
                    cell.Text.Draw(canvas, left + cell.Left, top + padding, from, count);
            });
            first += count;
        }
    }

    private static int LinesThatFit(IReadOnlyList<RowCell> cells, int first, int rows)
    {
        var count = 1;
        while (first + count < rows && PartHeight(cells, first, count + 1) <= TallestRow)
            count++;
        return count;
    }

    private static float PartHeight(IReadOnlyList<RowCell> cells, int first, int count) =>
        cells.Max(cell => Enumerable.Range(first, count).Where(i => i < cell.Text.Count).Sum(cell.Text.LineHeight));
}
