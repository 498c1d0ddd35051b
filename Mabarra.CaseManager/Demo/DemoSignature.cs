using SkiaSharp;

namespace Mabarra.CaseManager.Demo;

/// <summary>A scribble, a little different for each.</summary>
internal static class DemoSignature
{
    private const int Width = 320;
    private const int Height = 110;

    public static byte[] Of(int who)
    {
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var ink = new SKPaint { Color = SKColors.Black, StrokeWidth = 3, IsStroke = true, IsAntialias = true };
        using var line = new SKPath();
        line.MoveTo(280 - (who % 20), 60);
        for (var i = 0; i < 5; i++)
        {
            var x = 280 - ((i + 1) * 45) - (who % 11);
            line.QuadTo(x + 30, i % 2 == 0 ? 5 + (who % 17) : 105 - (who % 13), x, 50 + (((who * 7) + (i * 13)) % 30));
        }

        canvas.DrawPath(line, ink);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
