using System.Security.Cryptography;
using System.Text.Json;
using Mabarra.CaseManager.Data.Boot;

namespace Mabarra.CaseManager.Administration.Backups;

/// <summary>What lies beside each backup and says what is in it. A restore reads it first and touches nothing when it does not agree (R3).</summary>
public sealed record BackupManifest
{
    public required string AppVersion { get; init; }

    /// <summary>The last migration in it; a build that does not know it refuses.</summary>
    public required string Migration { get; init; }

    public required DateTime MadeAt { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required long AuditSequence { get; init; }

    public required string AuditHead { get; init; }

    /// <summary>Rows by table.</summary>
    public required SortedDictionary<string, long> Counts { get; init; }

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static string PathOf(string backup) => backup + ".json";

    /// <exception cref="IOException">There is none, or it cannot be read.</exception>
    public static BackupManifest Of(string backup)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(PathOf(backup))) ?? throw new IOException("The manifest is empty.");
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"{PathOf(backup)} is missing or damaged; without its manifest a backup cannot be trusted.", e);
        }
    }

    public void WriteFor(string backup)
    {
        var draft = PathOf(backup) + SqliteCopy.Partial;
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(this, Json));
        SqliteCopy.Flush(draft);
        File.Move(draft, PathOf(backup), overwrite: true);
    }

    public static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
