using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mabarra.CaseManager.Documents;

/// <summary>Makes the certificate of an association that has none: signed by itself, so readers see that the paper is unaltered, and ask the association whose it is.</summary>
internal static class OwnCertificate
{
    private const int KeyBits = 3072;
    private const int Years = 10;

    public static void Create(string path, string password, string association, DateTime now)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var key = RSA.Create(KeyBits);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(association.Length > 64 ? association[..64] : association);
        name.AddCountryOrRegion("SA");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(now.AddDays(-1), TimeSpan.Zero), new DateTimeOffset(now.AddYears(Years), TimeSpan.Zero));
        Keep(path, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password));
    }

    /// <summary>Whole or not at all; of two nodes that start at once, the first one's file stays.</summary>
    private static void Keep(string path, byte[] pfx)
    {
        var draft = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(pfx);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
