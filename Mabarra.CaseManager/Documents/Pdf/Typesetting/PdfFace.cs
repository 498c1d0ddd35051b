using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>One embedded face, loaded once per process: HarfBuzz's font to shape with, and the bytes documents cut theirs from. Read-only, shared by threads.</summary>
#pragma warning disable CA1001 // Two faces live as long as the process; nobody may dispose them.
internal sealed class PdfFace
#pragma warning restore CA1001
{
    private static readonly Lazy<PdfFace> LazyRegular = new(() => new PdfFace("fonts/IBMPlexSansArabic_400Regular.ttf"));
    private static readonly Lazy<PdfFace> LazyBold = new(() => new PdfFace("fonts/IBMPlexSansArabic_700Bold.ttf"));
    private readonly Blob _blob;
    private readonly TrueTypeSubset _subset;

    private PdfFace(string resource)
    {
        using var stream = typeof(PdfFace).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded face {resource} is missing.");
        // Pinned for good, and not Blob.FromStream: that one lets go of the bytes, and the collector then moves them away under HarfBuzz.
        var bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);
        stream.ReadExactly(bytes);
        _blob = new Blob(Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0), bytes.Length, MemoryMode.ReadOnly);
        var face = new Face(_blob, 0);
        face.MakeImmutable();
        UnitsPerEm = face.UnitsPerEm;
        Shaper = new Font(face);
        Shaper.SetScale(UnitsPerEm, UnitsPerEm);
        Shaper.SetFunctionsOpenType();
        _subset = new TrueTypeSubset(bytes, character => Shaper.TryGetNominalGlyph((uint)character, out var glyph) ? (ushort)glyph : (ushort)0);
    }

    public static PdfFace Regular => LazyRegular.Value;

    public static PdfFace Bold => LazyBold.Value;

    public Font Shaper { get; }

    public int UnitsPerEm { get; }

    /// <summary>The empty glyph every cut face has.</summary>
    public ushort Carrier => _subset.Carrier;

    public static PdfFace Of(bool bold) => bold ? Bold : Regular;

    public bool Has(int codePoint) => Shaper.TryGetNominalGlyph((uint)codePoint, out _);

    public SKTypeface Cut(IEnumerable<ushort> used)
    {
        using var data = SKData.CreateCopy(_subset.Cut(used));
        return SKTypeface.FromData(data);
    }
}
