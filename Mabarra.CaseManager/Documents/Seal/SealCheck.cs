using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Mabarra.CaseManager.Documents;

/// <summary>What a file's seal comes to.</summary>
public enum SealFinding
{
    /// <summary>It bears none, or one that is not ours.</summary>
    NotOurs,

    /// <summary>Ours, and every byte as it was sealed.</summary>
    Intact,

    /// <summary>Ours, but something in the file is otherwise than it was sealed.</summary>
    Altered,
}

/// <summary>
/// Reads a seal strictly (RELIABILITY.md §2.7): one signature only, over the whole file to its last byte, nothing but zeros behind the signature, made by a certificate
/// of ours that was valid then and to which it is bound. Anything else is an alteration, whatever a reader's program may forgive.
/// </summary>
internal static class SealCheck
{
    /// <param name="ours">SHA-256 of the certificates we have sealed with, in hexadecimal.</param>
    public static SealFinding Of(byte[] pdf, IReadOnlySet<string> ours)
    {
        if (Contents(pdf) is not { } contents || Decode(contents.Der) is not { } cms)
            return SealFinding.NotOurs;
        if (cms.SignerInfos is not [{ Certificate: { } certificate } signer] || !ours.Contains(Convert.ToHexString(SHA256.HashData(certificate.RawData))))
            return SealFinding.NotOurs;
        return IsOneSignature(pdf) && Covers(pdf, contents) && contents.IsPadded && IsBound(signer, certificate) && WasValid(pdf, contents, certificate) && Verifies(pdf, contents)
            ? SealFinding.Intact
            : SealFinding.Altered;
    }

    private static bool IsOneSignature(byte[] pdf) => Count(pdf, "/ByteRange"u8) == 1 && Count(pdf, "/FT /Sig"u8) == 1 && Count(pdf, "/SubFilter /ETSI.CAdES.detached"u8) == 1;

    /// <summary>From the first byte to the last, but for the signature itself.</summary>
    private static bool Covers(byte[] pdf, Sealing contents)
    {
        var at = pdf.AsSpan().IndexOf("/ByteRange ["u8) + "/ByteRange [".Length;
        var end = at + pdf.AsSpan(at).IndexOf((byte)']');
        var numbers = Encoding.ASCII.GetString(pdf, at, end - at).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return end < contents.Open && numbers.Length == 4
            && Array.TrueForAll(numbers, n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            && numbers.Select(n => int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray() is [0, var open, var behind, var rest]
            && open == contents.Open && behind == contents.Behind && (long)behind + rest == pdf.Length;
    }

    /// <summary>To this very certificate, and without a second time beside the PDF's.</summary>
    private static bool IsBound(SignerInfo signer, X509Certificate2 certificate)
    {
        var attributes = signer.SignedAttributes.Cast<CryptographicAttributeObject>().ToList();
        var binding = attributes.Find(a => string.Equals(a.Oid.Value, SealCms.SigningCertificateV2, StringComparison.Ordinal));
        return attributes.TrueForAll(a => !string.Equals(a.Oid.Value, SealCms.SigningTime, StringComparison.Ordinal))
            && binding is { Values: [{ } value] } && value.RawData.AsSpan().SequenceEqual(SealCms.Binding(SHA256.HashData(certificate.RawData)));
    }

    private static bool WasValid(byte[] pdf, Sealing contents, X509Certificate2 certificate)
    {
        var mark = "/M (D:"u8;
        var at = pdf.AsSpan(0, contents.Open).LastIndexOf(mark);
        return at >= 0
            && DateTime.TryParseExact(Encoding.ASCII.GetString(pdf, at + mark.Length, 14), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var sealedAt)
            && sealedAt >= certificate.NotBefore.ToUniversalTime() && sealedAt < certificate.NotAfter.ToUniversalTime();
    }

    private static bool Verifies(byte[] pdf, Sealing contents)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo([.. pdf.AsSpan(0, contents.Open), .. pdf.AsSpan(contents.Behind)]), detached: true);
            cms.Decode(contents.Der);
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static SignedCms? Decode(byte[] der)
    {
        try
        {
            var cms = new SignedCms();
            cms.Decode(der);
            return cms;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Sealing? Contents(byte[] pdf)
    {
        var mark = "/Contents <"u8;
        var at = pdf.AsSpan().LastIndexOf(mark);
        if (at < 0 || pdf.AsSpan(at).IndexOf((byte)'>') is not (var length and > 0))
            return null;
        var open = at + mark.Length - 1;
        try
        {
            var written = Encoding.ASCII.GetString(pdf, open + 1, at + length - open - 1);
            var bytes = Convert.FromHexString(written);
            AsnDecoder.ReadEncodedValue(bytes, AsnEncodingRules.BER, out _, out _, out var used);
            return new Sealing(open, at + length + 1, bytes[..used], !bytes.AsSpan(used).ContainsAnyExcept((byte)0) && string.Equals(written, Convert.ToHexString(bytes), StringComparison.Ordinal));
        }
        catch (Exception e) when (e is FormatException or AsnContentException)
        {
            return null;
        }
    }

    private static int Count(ReadOnlySpan<byte> pdf, ReadOnlySpan<byte> mark) => pdf.Count(mark);

    /// <param name="Open">Where its hexadecimal begins, with the bracket.</param>
    /// <param name="IsPadded">Nothing but zeros behind the signature, and every digit as we write them.</param>
    private sealed record Sealing(int Open, int Behind, byte[] Der, bool IsPadded);
}
