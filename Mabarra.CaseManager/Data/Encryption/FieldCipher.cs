using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mabarra.CaseManager.Data.Encryption;

/// <summary>
/// Seals private values with AES-256-GCM (P2). The sealed form is: format (1 byte), key version (2), nonce (12), tag (16), ciphertext.
/// Table, column, row and key version are bound in as associated data, so a value copied to another row or column does not open.
/// </summary>
public sealed class FieldCipher(CaseKeys keys)
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = 1 + sizeof(ushort);

    /// <summary>How many bytes sealing adds.</summary>
    public const int Overhead = HeaderSize + NonceSize + TagSize;

    public byte[] Seal(string table, string column, Guid row, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[Overhead + plain.Length];
        sealedBytes[0] = Format;
        BinaryPrimitives.WriteUInt16BigEndian(sealedBytes.AsSpan(1), (ushort)keys.CurrentVersion);
        var nonce = sealedBytes.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Sealing(keys.CurrentVersion), TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(Overhead), sealedBytes.AsSpan(HeaderSize + NonceSize, TagSize), Bound(table, column, row, keys.CurrentVersion));
        return sealedBytes;
    }

    public byte[] Seal(string table, string column, Guid row, string plain) => Seal(table, column, row, Encoding.UTF8.GetBytes(plain));

    /// <exception cref="CryptographicException">Changed, moved from another place, or sealed with a key that is not there.</exception>
    public byte[] Open(string table, string column, Guid row, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Format)
            throw new CryptographicException("Not a sealed value.");
        var version = BinaryPrimitives.ReadUInt16BigEndian(sealedBytes[1..]);
        var plain = new byte[sealedBytes.Length - Overhead];
        using var aes = new AesGcm(keys.Sealing(version), TagSize);
        aes.Decrypt(
            sealedBytes.Slice(HeaderSize, NonceSize), sealedBytes[Overhead..], sealedBytes.Slice(HeaderSize + NonceSize, TagSize), plain,
            Bound(table, column, row, version));
        return plain;
    }

    public string OpenText(string table, string column, Guid row, ReadOnlySpan<byte> sealedBytes) =>
        Encoding.UTF8.GetString(Open(table, column, row, sealedBytes));

    /// <summary>The keyed hash by which an equal value is found without being readable. Give it the normalised value.</summary>
    public byte[] Lookup(string kind, string value) => HMACSHA256.HashData(keys.Lookup, Encoding.UTF8.GetBytes($"{kind}\n{value}"));

    private static byte[] Bound(string table, string column, Guid row, int keyVersion) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{table}\n{column}\n{row:N}\n{keyVersion}"));
}
