using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>The look of the association's paper: deep palm green and warm amber on white, generous margins. All measures in points.</summary>
internal static class PdfTheme
{
    public const float PageWidth = 595.28f;
    public const float PageHeight = 841.89f;
    public const float Margin = 48;
    public const float BodyWidth = PageWidth - (2 * Margin);
    public const float FirstBodyTop = 138;
    public const float NextBodyTop = 78;
    public const float BodyBottom = PageHeight - 104;
    public const float Pad = 7;

    public static readonly SKColor Palm = new(0x1F, 0x5C, 0x4D);
    public static readonly SKColor Amber = new(0xB7, 0x79, 0x1F);
    public static readonly SKColor DeepAmber = new(0x7A, 0x4E, 0x10);
    public static readonly SKColor Ink = new(0x1D, 0x29, 0x26);
    public static readonly SKColor Muted = new(0x5B, 0x67, 0x62);
    public static readonly SKColor Line = new(0xD8, 0xD3, 0xC5);
    public static readonly SKColor Ivory = new(0xFB, 0xF8, 0xF1);
    public static readonly SKColor PalmTint = new(0xEE, 0xF4, 0xF1);
    public static readonly SKColor AmberTint = new(0xFC, 0xF5, 0xE8);
    public static readonly SKColor Watermark = new(0xB7, 0x79, 0x1F, 0x1E);

    public static readonly TextStyle Title = new(18, Palm, Bold: true, Leading: 1.5f);
    public static readonly TextStyle Subtitle = new(11.5f, Muted);
    public static readonly TextStyle Heading = new(12.5f, Palm, Bold: true);
    public static readonly TextStyle Subheading = new(11, Ink, Bold: true);
    public static readonly TextStyle Body = new(10.5f, Ink, Leading: 1.55f);
    public static readonly TextStyle Lead = new(12, Ink, Leading: 1.7f);
    public static readonly TextStyle Small = new(9, Muted);
    public static readonly TextStyle Label = new(8.5f, Muted, Leading: 1.5f);
    public static readonly TextStyle Cell = new(10, Ink, Leading: 1.5f);
    public static readonly TextStyle CellHeader = new(9.5f, Palm, Bold: true, Leading: 1.5f);
    public static readonly TextStyle Foot = new(7.8f, Muted, Leading: 1.5f);

    public static TextStyle Of(PdfTextLook look) => look switch
    {
        PdfTextLook.Small => Small,
        PdfTextLook.Lead => Lead,
        _ => Body,
    };
}
