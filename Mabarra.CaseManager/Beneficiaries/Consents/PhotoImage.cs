using Mabarra.CaseManager.Documents;
using SkiaSharp;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Draws a photo anew, upright and small: a picture that never was a camera's file has no place, time or thumbnail in it.</summary>
internal static class PhotoImage
{
    /// <summary>Longest side in pixels: enough to know a face.</summary>
    public const int Longest = 640;

    public const int LargestBytes = 10 * 1024 * 1024;
    private const int Quality = 82;

    /// <exception cref="RuleViolation">Not a picture we take.</exception>
    public static async Task<byte[]> CleanAsync(Stream content, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(block, cancel)) > 0;)
        {
            if (bytes.Length + read > LargestBytes)
                throw new RuleViolation("registry.photo.large", null, LargestBytes / (1024 * 1024));
            bytes.Write(block, 0, read);
        }

        return await Task.Run(() => Clean(bytes), cancel);
    }

    private static byte[] Clean(MemoryStream bytes)
    {
        // Looks at the size before anything is decoded (B50).
        if (FileCheck.Of(bytes).Kind == DocumentKind.Pdf)
            throw new RuleViolation("registry.photo.kind");
        bytes.Position = 0;
        using var codec = SKCodec.Create(bytes) ?? throw new RuleViolation("registry.photo.damaged");
        using var picture = SKBitmap.Decode(codec) ?? throw new RuleViolation("registry.photo.damaged");
        using var upright = Upright(picture, codec.EncodedOrigin);
        using var data = upright.Encode(SKEncodedImageFormat.Jpeg, Quality) ?? throw new RuleViolation("registry.photo.damaged");
        return data.ToArray();
    }

    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var scale = Math.Min(1f, (float)Longest / Math.Max(picture.Width, picture.Height));
        var isTurned = CameraTurn.SwapsSides(origin);
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        var drawn = isTurned ? new SKBitmap(height, width) : new SKBitmap(width, height);
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.White);
        canvas.Concat(CameraTurn.Of(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return drawn;
    }
}
