using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Mabarra.CaseManager.Documents;

/// <summary>The signature inside the seal (CAdES, detached): over the file's bytes, bound to its certificate by signing-certificate-v2. Its time stands in the PDF (/M), as PAdES wants it.</summary>
internal static class SealCms
{
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    public const string SigningTime = "1.2.840.113549.1.9.5";

    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    public static byte[] Sign(SealSigner signer, byte[] content)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer.Certificate) { DigestAlgorithm = new Oid(Sha256), IncludeOption = X509IncludeOption.EndCertOnly };
        foreach (var above in signer.Above)
            by.Certificates.Add(above);
        by.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), Binding(signer.Print)));
        cms.ComputeSignature(by, silent: true);
        return cms.Encode();
    }

    /// <summary>At least so many bytes hold what <see cref="Sign"/> makes.</summary>
    public static int RoomFor(SealSigner signer) => 3072 + signer.Certificate.RawData.Length + signer.Above.Sum(c => c.RawData.Length);

    /// <summary>SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 }, of one certificate, its hash SHA-256 by default (RFC 5035).</summary>
    public static byte[] Binding(byte[] print)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(print);
        return writer.Encode();
    }
}
