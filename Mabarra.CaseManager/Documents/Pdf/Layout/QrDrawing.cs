using QRCoder;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>A square code drawn as one path, so no printer leaves seams between its modules.</summary>
internal static class QrDrawing
{
    private const int QuietModules = 4;

    public static void Draw(SKCanvas canvas, string content, SKRect area)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        // The drawn area has its own white margin; two of the four quiet modules are enough inside it.
        var first = QuietModules - 2;
        var count = data.ModuleMatrix.Count - (2 * first);
        var module = area.Width / count;
        using var path = new SKPath();
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                var from = column;
                while (column < count && data.ModuleMatrix[row + first][column + first])
                    column++;
                if (column > from)
                    path.AddRect(SKRect.Create(area.Left + (from * module), area.Top + (row * module), (column - from) * module, module));
            }
        }
        Sheet.Fill(canvas, area, SKColors.White);
        using var paint = new SKPaint { Color = PdfTheme.Ink, IsAntialias = false };
        canvas.DrawPath(path, paint);
    }
}
