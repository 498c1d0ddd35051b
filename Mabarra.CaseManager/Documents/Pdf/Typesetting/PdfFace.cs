using HarfBuzzSharp;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>One embedded face, loaded once per process: Skia's typeface to draw with and HarfBuzz's font to shape with. Both are read-only and shared by threads.</summary>
#pragma warning disable CA1001 // Two faces live as long as the process; nobody may dispose them.
internal sealed class PdfFace
#pragma warning restore CA1001
{
    private static readonly Lazy<PdfFace> LazyRegular = new(() => new PdfFace("fonts/IBMPlexSansArabic_400Regular.ttf"));
    private static readonly Lazy<PdfFace> LazyBold = new(() => new PdfFace("fonts/IBMPlexSansArabic_700Bold.ttf"));

    private readonly SKData _data;
    private readonly Blob _blob;

    private PdfFace(string resource)
    {
        using var stream = typeof(PdfFace).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded face {resource} is missing.");
        _data = SKData.Create(stream);
        Typeface = SKTypeface.FromData(_data);
        // Not Blob.FromStream: it lets go of the bytes it points to, and the collector then moves them away under HarfBuzz.
        _blob = new Blob(_data.Data, (int)_data.Size, MemoryMode.ReadOnly);
        var face = new Face(_blob, 0);
        face.MakeImmutable();
        UnitsPerEm = face.UnitsPerEm;
        Shaper = new Font(face);
        Shaper.SetScale(UnitsPerEm, UnitsPerEm);
        Shaper.SetFunctionsOpenType();
    }

    public static PdfFace Regular => LazyRegular.Value;

    public static PdfFace Bold => LazyBold.Value;

    public SKTypeface Typeface { get; }

    public Font Shaper { get; }

    public int UnitsPerEm { get; }

    public static PdfFace Of(bool bold) => bold ? Bold : Regular;

    public bool Has(int codePoint) => Shaper.TryGetNominalGlyph((uint)codePoint, out _);

    public SKFont At(float size) => new(Typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
}
