using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Audit.Heads;

/// <summary>The section <c>Audit</c> of the configuration.</summary>
public sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>Folder of <c>audit-heads.log</c>: best on another disk or machine than the database; beside the keys when empty.</summary>
    public string? HeadsFolder { get; set; }
}

/// <summary>What the end of the trail was at some moment.</summary>
/// <param name="IsRestore">The database was put back to this entry on purpose: heads after it no longer count.</param>
public sealed record AuditHead(long Sequence, string Hash, DateTime At, bool IsRestore);

/// <summary>
/// The end of the trail, written down each night and with each backup in a file outside the database. Whoever rewrites or cuts the whole chain
/// in the database would have to rewrite this as well, and cannot without the key: each line carries an HMAC over itself and the line before (S7).
/// </summary>
public sealed class AuditHeads(CaseKeys keys, IOptions<AuditOptions> options, IOptions<KeyOptions> keyOptions, TimeProvider clock)
{
    private readonly byte[] key = keys.Derive("audit-heads");
    private readonly Lock turn = new();

    public string Path => System.IO.Path.Combine(Folder, "audit-heads.log");

    private string Folder => options.Value.HeadsFolder is { Length: > 0 } folder ? folder : keyOptions.Value.Folder;

    public void Append(long sequence, byte[] hash, bool isRestore = false)
    {
        if (sequence == 0)
            return;
        lock (turn)
        {
            Directory.CreateDirectory(Folder);
            using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(file, leaveOpen: true);
            var previous = MacOf(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault());
            var body = string.Create(CultureInfo.InvariantCulture,
                $"{(isRestore ? "restore" : "head")} {sequence} {Convert.ToHexStringLower(hash)} {clock.Now:yyyy-MM-dd'T'HH:mm:ss'Z'}");
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.ASCII.GetBytes($"{body} {Mac(previous, body)}\n"));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>The heads the database must still agree with, and the number of the first line that is not ours; null when all are.</summary>
    public (IReadOnlyList<AuditHead> Heads, int? BadLine) Read()
    {
        var heads = new List<AuditHead>();
        if (!File.Exists(Path))
            return (heads, null);
        var (number, previous) = (0, "");
        foreach (var line in File.ReadLines(Path))
        {
            number++;
            var parts = line.Split(' ');
            if (parts.Length != 5 || !Same(Mac(previous, string.Join(' ', parts[..4])), parts[4]))
                return (heads, number);
            previous = parts[4];
            var head = new AuditHead(
                long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2],
                DateTime.Parse(parts[3], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), string.Equals(parts[0], "restore", StringComparison.Ordinal));
            if (head.IsRestore)
                heads.RemoveAll(h => h.Sequence > head.Sequence);
            heads.Add(head);
        }

        return (heads, null);
    }

    private static string MacOf(string? line) => line?.Split(' ')[^1] ?? "";

    private string Mac(string previous, string body) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{previous}\n{body}")));

    private static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));
}
