using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>Whether the association can seal just now.</summary>
public enum SealState
{
    Ready,

    /// <summary>Its last thirty days.</summary>
    Expiring,

    Expired,

    NotYetValid,

    /// <summary>The file is not there. The app's own is made with the first paper that is to be sealed.</summary>
    Missing,

    /// <summary>Not a PFX, another password, or without its private key.</summary>
    Unreadable,
}

/// <summary>The certificate that papers are sealed with, as pages show it.</summary>
public sealed record SealStanding(SealState State, string? Subject = null, DateTime? Until = null, bool IsSelfMade = true)
{
    public bool CanSeal => State is SealState.Ready or SealState.Expiring;
}

/// <summary>
/// The association's certificate: the PFX named in the configuration, else one the app signed itself, made once beside the key file and closed with a key derived
/// from it. It is never made anew over sealed papers (P3), and read again when its file changes, so that a replaced one needs no restart.
/// </summary>
public sealed class SealKey(IOptions<SealOptions> options, IOptions<KeyOptions> keyOptions, CaseKeys keys, TimeProvider clock, ILogger<SealKey> log) : IDisposable
{
    public static readonly TimeSpan WarnedBefore = TimeSpan.FromDays(30);

    private const string FileName = "seal.pfx";
    private readonly Lock turn = new();
    private Held? held;

    private bool IsSelfMade => string.IsNullOrWhiteSpace(options.Value.Certificate);

    private string FilePath => IsSelfMade ? Path.Combine(keyOptions.Value.Folder, FileName) : options.Value.Certificate!;

    private string? Password => IsSelfMade ? Convert.ToHexString(keys.Derive("seal-certificate")) : options.Value.Password;

    /// <summary>How it stands; a certificate that is not there yet counts as missing.</summary>
    public SealStanding Standing()
    {
        lock (turn)
            return Read().Standing;
    }

    /// <summary>Makes the app's own certificate when there is none and nothing was ever sealed. Takes a moment: call it outside of the write gate.</summary>
    internal void Prepare(string association, bool wasEverSealed)
    {
        lock (turn)
        {
            if (wasEverSealed || !IsSelfMade || File.Exists(FilePath))
                return;
            OwnCertificate.Create(FilePath, Password!, association, clock.Now);
            log.LogInformation("A certificate for sealing papers was made beside the key file. Keep a copy of it with the copy of the key file.");
        }
    }

    /// <summary>What to seal with, or null: then <see cref="Standing"/> says why.</summary>
    internal SealSigner? Signer()
    {
        lock (turn)
            return Read() is { Standing.CanSeal: true } ready ? ready.Signer : null;
    }

    private Held Read()
    {
        var file = new FileInfo(FilePath);
        if (!file.Exists)
            return new Held(null, default, new SealStanding(SealState.Missing, IsSelfMade: IsSelfMade));
        if (held is null || held.WrittenAt != file.LastWriteTimeUtc)
            held = Load(file);
        return held with { Standing = held.Signer is { } signer ? StandingOf(signer) : held.Standing };
    }

    private Held Load(FileInfo file)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file.FullName, Password, X509KeyStorageFlags.EphemeralKeySet);
            if (all.FirstOrDefault(c => c.HasPrivateKey) is { } own)
                return new Held(new SealSigner(own, [.. all.Where(c => !ReferenceEquals(c, own))]), file.LastWriteTimeUtc, null!);
            log.LogError("The seal's certificate file has no private key.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "The seal's certificate could not be read.");
        }
        return new Held(null, file.LastWriteTimeUtc, new SealStanding(SealState.Unreadable, IsSelfMade: IsSelfMade));
    }

    private SealStanding StandingOf(SealSigner signer)
    {
        var (from, until, now) = (signer.Certificate.NotBefore.ToUniversalTime(), signer.Certificate.NotAfter.ToUniversalTime(), clock.Now);
        var state = now < from ? SealState.NotYetValid
            : now >= until ? SealState.Expired
            : until - now <= WarnedBefore ? SealState.Expiring
            : SealState.Ready;
        return new SealStanding(state, signer.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), until, IsSelfMade);
    }

    public void Dispose() => held?.Signer?.Certificate.Dispose();

    private sealed record Held(SealSigner? Signer, DateTime WrittenAt, SealStanding Standing);
}

/// <summary>A certificate with its private key, and those above it that belong into the seal.</summary>
internal sealed record SealSigner(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Above)
{
    /// <summary>SHA-256 of the certificate: what our own verification knows it by.</summary>
    public byte[] Print => SHA256.HashData(Certificate.RawData);
}
