using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Data.Encryption;

/// <summary>The section <c>Keys</c> of the configuration.</summary>
public sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>Folder of the key file. Keep it outside the database's folder and its backups in production; several nodes share one.</summary>
    public string Folder { get; set; } = "keys";
}

/// <summary>The keys that everything private is sealed with. Made on first run in a file outside the database and its backups; never made anew over existing data (P3).</summary>
public sealed class CaseKeys
{
    private const string FileName = "case-keys.json";
    private readonly Dictionary<int, byte[]> sealing;

    private CaseKeys(KeyFile file)
    {
        sealing = file.Sealing.ToDictionary(k => int.Parse(k.Key, System.Globalization.CultureInfo.InvariantCulture), k => k.Value);
        CurrentVersion = sealing.Keys.Max();
        Lookup = file.Lookup;
    }

    /// <summary>The key version new data is sealed with.</summary>
    public int CurrentVersion { get; }

    /// <summary>The key of look-up hashes (blind index), never used for sealing.</summary>
    internal byte[] Lookup { get; }

    internal byte[] Sealing(int version) =>
        sealing.TryGetValue(version, out var key) ? key : throw new CryptographicException($"Key version {version} is not in the key file.");

    /// <summary>A key for one more purpose, always the same for the same file.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Lookup, 32, info: System.Text.Encoding.UTF8.GetBytes($"mabarra/{purpose}"));

    public static string FileIn(string folder) => Path.Combine(folder, FileName);

    /// <param name="mayCreate">True only when there is no data yet that an earlier key could have sealed.</param>
    /// <exception cref="CryptographicException">The file is missing although data exists, or unreadable.</exception>
    public static CaseKeys Open(IOptions<KeyOptions> options, bool mayCreate)
    {
        var path = FileIn(options.Value.Folder);
        if (!File.Exists(path))
        {
            if (!mayCreate)
                throw new CryptographicException($"The key file {path} is missing, but the database holds sealed data. Put the file back; a new one could not read that data.");
            Create(path);
        }

        var file = JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(path));
        return file is { Sealing.Count: > 0, Lookup.Length: 32 }
            ? new CaseKeys(file)
            : throw new CryptographicException($"The key file {path} is damaged.");
    }

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = new KeyFile(new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["1"] = RandomNumberGenerator.GetBytes(32) }, RandomNumberGenerator.GetBytes(32));
        var draft = $"{path}.{Environment.ProcessId}.new";
        using (var stream = new FileStream(draft, NewFile()))
        {
            JsonSerializer.Serialize(stream, file);
            stream.Flush(flushToDisk: true);
        }

        // Two nodes that start at once: the first move wins, the second reads the winner's file.
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private sealed record KeyFile(Dictionary<string, byte[]> Sealing, byte[] Lookup);
}
