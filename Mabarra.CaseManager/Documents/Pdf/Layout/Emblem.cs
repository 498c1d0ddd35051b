using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>The built-in emblem: the filled paths of <c>images/logo.svg</c>, drawn as vectors.</summary>
internal static class Emblem
{
    private static readonly Lazy<(SKRect Box, IReadOnlyList<(SKPath Path, SKColor Colour)> Parts)> Drawing = new(Read);

    public static void Draw(SKCanvas canvas, SKRect area)
    {
        var (box, parts) = Drawing.Value;
        canvas.Save();
        canvas.Translate(area.Left, area.Top);
        canvas.Scale(area.Width / box.Width, area.Height / box.Height);
        foreach (var (path, colour) in parts)
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawPath(path, paint);
        }
        canvas.Restore();
    }

    private static (SKRect, IReadOnlyList<(SKPath, SKColor)>) Read()
    {
        using var stream = typeof(Emblem).Assembly.GetManifestResourceStream("images/logo.svg")
            ?? throw new InvalidOperationException("The embedded emblem images/logo.svg is missing.");
        var svg = XDocument.Load(stream).Root!;
        var box = svg.Attribute("viewBox")!.Value.Split(' ').Select(n => float.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var parts = svg.Elements().Where(element => string.Equals(element.Name.LocalName, "path", StringComparison.Ordinal))
            .Select(path => (SKPath.ParseSvgPathData(path.Attribute("d")!.Value), SKColor.Parse(path.Attribute("fill")!.Value)))
            .ToList();
        return (SKRect.Create(box[0], box[1], box[2], box[3]), parts);
    }
}
