using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents;

/// <summary>A picture the association put at the head of its pages and papers. Never changed: a new one is a new row, and the setting says which is in force.</summary>
public sealed class AssociationLogo : CaseEntity, IAudited
{
    private AssociationLogo()
    {
    }

    public AssociationLogo(byte[] png) => Png = png;

    public byte[] Png { get; private set; } = [];

    public Guid AuditedRecordId => Id;
}

internal sealed class AssociationLogoMapping : IEntityTypeConfiguration<AssociationLogo>
{
    public void Configure(EntityTypeBuilder<AssociationLogo> builder) => builder.ToTable("AssociationLogos");
}

/// <summary>Makes of an uploaded picture the one that is kept: looked at by its bytes, decoded, made small and written anew, so that nothing hidden in it comes along.</summary>
public static class LogoPicture
{
    public const int LargestFile = 2 * DocumentLimits.MegaByte;
    private const int Longest = 512;

    /// <summary>A logo is small; what claims more is a mistake or an attack (B50).</summary>
    private const long LargestPicture = 16_000_000;

    /// <exception cref="RuleViolation">No picture we take.</exception>
    public static byte[] Remake(byte[] uploaded)
    {
        using var plain = new MemoryStream(uploaded, writable: false);
        if (uploaded.Length > LargestFile)
            throw FileCheck.Refused("toolarge", LargestFile / DocumentLimits.MegaByte);
        if (FileCheck.Of(plain).Kind == DocumentKind.Pdf)
            throw FileCheck.Refused("notpicture");
        using var data = SKData.CreateCopy(uploaded);
        using var codec = SKCodec.Create(data) ?? throw FileCheck.Refused("damaged");
        if ((long)codec.Info.Width * codec.Info.Height > LargestPicture)
            throw FileCheck.Refused("pixels", LargestPicture / 1_000_000);
        using var bitmap = SKBitmap.Decode(codec) ?? throw FileCheck.Refused("damaged");
        var scale = Math.Min(1, (float)Longest / Math.Max(bitmap.Width, bitmap.Height));
        var size = new SKImageInfo(Math.Max(1, (int)(bitmap.Width * scale)), Math.Max(1, (int)(bitmap.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var small = bitmap.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)) ?? throw FileCheck.Refused("damaged");
        using var png = small.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
