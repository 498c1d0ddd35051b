using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>The built-in emblem: the rectangles and paths of <c>images/logo.svg</c>, filled or stroked, drawn as vectors.</summary>
internal static class Emblem
{
    private static readonly Lazy<(SKRect Box, IReadOnlyList<Part> Parts)> Drawing = new(Read);

    public static void Draw(SKCanvas canvas, SKRect area)
    {
        var (box, parts) = Drawing.Value;
        canvas.Save();
        canvas.Translate(area.Left, area.Top);
        canvas.Scale(area.Width / box.Width, area.Height / box.Height);
        foreach (var part in parts)
        {
            using var paint = new SKPaint { IsAntialias = true, StrokeWidth = part.Width, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
            Lay(part.Fill, SKPaintStyle.Fill);
            Lay(part.Stroke, SKPaintStyle.Stroke);

            void Lay(SKColor? colour, SKPaintStyle style)
            {
                if (colour is not { } there)
                    return;
                (paint.Color, paint.Style) = (there, style);
                canvas.DrawPath(part.Path, paint);
            }
        }
        canvas.Restore();
    }

    private static (SKRect, IReadOnlyList<Part>) Read()
    {
        using var stream = typeof(Emblem).Assembly.GetManifestResourceStream("images/logo.svg")
            ?? throw new InvalidOperationException("The embedded emblem images/logo.svg is missing.");
        var svg = XDocument.Load(stream).Root!;
        var box = svg.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        return (SKRect.Create(box[0], box[1], box[2], box[3]), [.. svg.Elements().Select(PartOf)]);
    }

    private static Part PartOf(XElement element) => new(
        Outline(element),
        // By the standard, what names no fill is black and what names no stroke has none.
        Colour(element.Attribute("fill")?.Value ?? "#000000"),
        Colour(element.Attribute("stroke")?.Value),
        Number(element.Attribute("stroke-width")?.Value ?? "1"));

    private static SKPath Outline(XElement element)
    {
        if (string.Equals(element.Name.LocalName, "path", StringComparison.Ordinal))
            return SKPath.ParseSvgPathData(element.Attribute("d")!.Value);
        if (!string.Equals(element.Name.LocalName, "rect", StringComparison.Ordinal))
            throw new InvalidOperationException($"images/logo.svg holds a {element.Name.LocalName}; only rect and path can be drawn.");
        float Side(string name) => Number(element.Attribute(name)?.Value ?? "0");
        var path = new SKPath();
        path.AddRoundRect(SKRect.Create(Side("x"), Side("y"), Side("width"), Side("height")), Side("rx"), Side("rx"));
        return path;
    }

    private static SKColor? Colour(string? value) => value is null or "none" ? null : SKColor.Parse(value);

    private static float Number(string value) => float.Parse(value, CultureInfo.InvariantCulture);

    private sealed record Part(SKPath Path, SKColor? Fill, SKColor? Stroke, float Width);
}
