using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>An authenticator app (RFC 6238).</summary>
public static class Totp
{
    /// <param name="key">Base32, spaces allowed.</param>
    public static string Now(string key, int stepsAhead = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsAhead);
#pragma warning disable CA5350 // The standard's own hash; authenticator apps know no other.
        var hash = HMACSHA1.HashData(Base32(key), counter);
#pragma warning restore CA5350
        var value = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (value % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in text.Where(char.IsAsciiLetterOrDigit))
        {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.OrdinalIgnoreCase);
            count += 5;
            if (count >= 8)
                bytes.Add((byte)(bits >> (count -= 8)));
            bits &= (1 << count) - 1;
        }
        return [.. bytes];
    }
}
