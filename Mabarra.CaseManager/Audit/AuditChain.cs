using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mabarra.CaseManager.Audit;

/// <summary>The canonical form an entry is hashed in (S9): fixed order, every field prefixed by its length, UTF-8 NFC, no culture.</summary>
public static class AuditChain
{
    /// <summary>What the first entry carries as the hash before it.</summary>
    public static byte[] Genesis { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] HashOf(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, entry.PreviousHash);
        Add(hash, entry.Sequence);
        Add(hash, entry.At.Ticks / TimeSpan.TicksPerMicrosecond);
        Add(hash, entry.ActorId.ToByteArray(bigEndian: true));
        Add(hash, entry.ActorName);
        Add(hash, entry.Action);
        Add(hash, entry.RecordType);
        Add(hash, entry.RecordId.ToByteArray(bigEndian: true));
        Add(hash, entry.RecordLabel);
        Add(hash, entry.ClauseKey);
        Add(hash, entry.Changes);
        Add(hash, entry.Reason);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string? text)
    {
        // Null and empty must not hash alike: null is the length -1.
        if (text is null)
            AddLength(hash, -1);
        else
            Add(hash, Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormC)));
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, byte[] bytes)
    {
        AddLength(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AddLength(IncrementalHash hash, int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
