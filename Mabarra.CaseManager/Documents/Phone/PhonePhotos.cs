using SkiaSharp;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// Photos as a telephone takes them, made into what is kept: drawn afresh, upright, at the size of a scanned page. Nothing of the file itself stays:
/// neither the place and the telephone that stand in it (EXIF), nor whatever else was hidden there.
/// </summary>
internal static class PhonePhotos
{
    /// <summary>An A4 page at 210 dots an inch.</summary>
    private const int LongestSide = 2480;

    private const int Quality = 86;
    private const float PageShort = 595;
    private const float PageLong = 842;
    private const float Margin = 18;

    /// <exception cref="RuleViolation">No photo, a damaged one, or one too large.</exception>
    public static byte[] Redraw(byte[] file)
    {
        using var plain = new MemoryStream(file, writable: false);
        if (FileCheck.Of(plain).Kind == DocumentKind.Pdf)
            throw FileCheck.Refused("phone.type");
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw FileCheck.Refused("damaged");
        using var picture = Decode(codec);
        return Upright(picture, codec.EncodedOrigin);
    }

    /// <summary>Several photos of one paper are the pages of one document.</summary>
    public static byte[] Bind(IReadOnlyList<byte[]> pages)
    {
        using var whole = new MemoryStream();
        using (var document = SKDocument.CreatePdf(whole))
        {
            foreach (var page in pages)
                AddPage(document, page);
            document.Close();
        }

        return whole.ToArray();
    }

    private static SKBitmap Decode(SKCodec codec)
    {
        var scale = Math.Min(1f, LongestSide / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        // JPEGs are decoded at a half, a quarter … of their size where that is enough.
        var size = codec.GetScaledDimensions(scale);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        throw FileCheck.Refused("damaged");
    }

    private static byte[] Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (w, h) = (picture.Width, picture.Height);
        var scale = Math.Min(1f, LongestSide / (float)Math.Max(w, h));
        var isTurned = CameraTurn.SwapsSides(origin);
        var info = new SKImageInfo(Side(isTurned ? h : w, scale), Side(isTurned ? w : h, scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(info);
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        surface.Canvas.Concat(CameraTurn.Of(origin, w, h));
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }

    private static int Side(int pixels, float scale) => Math.Max(1, (int)MathF.Round(pixels * scale));

    private static void AddPage(SKDocument document, byte[] jpeg)
    {
        using var data = SKData.CreateCopy(jpeg);
        using var image = SKImage.FromEncodedData(data);
        var (width, height) = image.Width > image.Height ? (PageLong, PageShort) : (PageShort, PageLong);
        var scale = Math.Min((width - (2 * Margin)) / image.Width, (height - (2 * Margin)) / image.Height);
        var (w, h) = (image.Width * scale, image.Height * scale);
        var canvas = document.BeginPage(width, height);
        canvas.DrawImage(image, SKRect.Create((width - w) / 2, (height - h) / 2, w, h), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        document.EndPage();
    }
}
