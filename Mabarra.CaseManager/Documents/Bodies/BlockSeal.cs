using Mabarra.CaseManager.Data.Encryption;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// Seals a body's blocks. Place and "this is the last one" are bound into each seal, so blocks cannot be swapped, repeated, taken from another body
/// or cut off at the end; every block but the last is full.
/// </summary>
internal static class BlockSeal
{
    public const int SealedSize = DocumentLimits.BlockSize + FieldCipher.Overhead;

    public static byte[] Seal(FieldCipher cipher, Guid body, int index, bool isLast, ReadOnlySpan<byte> plain) =>
        cipher.Seal(DocumentMapping.Blocks, Place(index, isLast), body, plain);

    public static byte[] Open(FieldCipher cipher, Guid body, int index, bool isLast, ReadOnlySpan<byte> block) =>
        cipher.Open(DocumentMapping.Blocks, Place(index, isLast), body, block);

    private static string Place(int index, bool isLast) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nameof(DocumentBlock.Sealed)}/{index}{(isLast ? "/last" : "")}");
}
