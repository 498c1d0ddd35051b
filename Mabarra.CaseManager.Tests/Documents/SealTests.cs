using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>The seal by itself: what readers outside say of it, what our own reading refuses, and what becomes of its certificate.</summary>
public sealed class SealTests : IDisposable
{
    private static readonly Lazy<(byte[] Pdf, HashSet<string> Ours)> Sealed = new(Make);
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mabarra-seal-{Guid.NewGuid():N}");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void S5_A_sealed_paper_is_valid_to_an_outside_reader_and_one_flipped_byte_is_not()
    {
        var (pdf, ours) = Sealed.Value;
        var said = Poppler.Seal(pdf);
        Assert.Contains("Signature Validation: Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
        Assert.Contains("Nov 23 2026", said, StringComparison.Ordinal);
        Assert.Equal(SealFinding.Intact, SealCheck.Of(pdf, ours));

        var flipped = Changed(pdf, pdf.Length / 3);
        Assert.Contains("Digest Mismatch", Poppler.Seal(flipped), StringComparison.Ordinal);
        Assert.Equal(SealFinding.Altered, SealCheck.Of(flipped, ours));
    }

    [Fact]
    public void The_drawn_bytes_stay_as_they_are_and_the_pages_with_them()
    {
        var drawn = PdfRenderer.Render(SampleDocuments.ReceiptSlip());
        var (pdf, _) = Sealed.Value;
        Assert.Equal(drawn, pdf[..drawn.Length]);
        Assert.Equal(Poppler.Text(drawn), Poppler.Text(pdf));
    }

    [Fact]
    public void S1_No_flipped_bit_is_let_through()
    {
        var (pdf, ours) = Sealed.Value;
        var random = new Random(20261123);
        for (var round = 0; round < 200; round++)
        {
            var changed = pdf.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotEqual(SealFinding.Intact, SealCheck.Of(changed, ours));
        }
    }

    [Fact]
    public void S2_S3_S4_What_readers_forgive_is_an_alteration_to_us()
    {
        var (pdf, ours) = Sealed.Value;
        Assert.Equal(SealFinding.Altered, SealCheck.Of([.. pdf, (byte)'\n'], ours));
        Assert.Equal(SealFinding.Altered, SealCheck.Of([.. pdf, .. "% a comment\n"u8], ours));
        // The last digit of the padding: readers do not look at it.
        var close = pdf.AsSpan().LastIndexOf(">>>\nendobj"u8);
        var padded = pdf.ToArray();
        padded[close - 1] = (byte)'1';
        Assert.Equal(SealFinding.Altered, SealCheck.Of(padded, ours));
        var second = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf).Replace("startxref", "/ByteRange [0 1 2 3]\nstartxref", StringComparison.Ordinal));
        Assert.Equal(SealFinding.Altered, SealCheck.Of(second, ours));
        // Another's certificate of the same name is not ours, and a paper without a seal has none.
        Assert.Equal(SealFinding.NotOurs, SealCheck.Of(pdf, new HashSet<string>(StringComparer.Ordinal) { Convert.ToHexString(RandomNumberGenerator.GetBytes(32)) }));
        Assert.Equal(SealFinding.NotOurs, SealCheck.Of(PdfRenderer.Render(SampleDocuments.ReceiptSlip()), ours));
    }

    [Fact]
    public void S3_The_seal_of_another_paper_does_not_fit_this_one()
    {
        var (pdf, ours) = Sealed.Value;
        var (other, _) = Sealed.Value;
        var text = Encoding.Latin1.GetString(other);
        // The same length, another date in the metadata.
        var moved = Encoding.Latin1.GetBytes(text.Replace("/Creator", "/Kreator", StringComparison.Ordinal));
        Assert.Equal(pdf.Length, moved.Length);
        Assert.Equal(SealFinding.Altered, SealCheck.Of(moved, ours));
    }

    [Fact]
    public void S11_The_certificate_is_made_once_warned_of_and_refused_when_it_has_expired()
    {
        using var key = Key();
        Assert.Equal(SealState.Missing, key.Standing().State);
        key.Prepare("جمعية مبرة التطوعية", wasEverSealed: false);
        var made = key.Standing();
        Assert.Equal((SealState.Ready, "جمعية مبرة التطوعية", true), (made.State, made.Subject, made.IsSelfMade));
        var print = key.Signer()!.Print;
        key.Prepare("another", wasEverSealed: false);
        Assert.Equal(print, key.Signer()!.Print);

        clock.SetUtcNow(new DateTimeOffset(made.Until!.Value.AddDays(-29), TimeSpan.Zero));
        Assert.Equal((SealState.Expiring, true), (key.Standing().State, key.Signer() is not null));
        clock.SetUtcNow(new DateTimeOffset(made.Until.Value, TimeSpan.Zero));
        Assert.Equal((SealState.Expired, false), (key.Standing().State, key.Signer() is not null));
    }

    [Fact]
    public void P3_S11_A_lost_certificate_is_missed_and_never_made_anew_and_a_wrong_password_is_told()
    {
        using var key = Key();
        key.Prepare("جمعية مبرة", wasEverSealed: false);
        using var wrong = Key(new SealOptions { Certificate = Path.Combine(folder, "seal.pfx"), Password = "not it" });
        Assert.Equal((SealState.Unreadable, false), (wrong.Standing().State, wrong.Standing().IsSelfMade));
        File.Delete(Path.Combine(folder, "seal.pfx"));
        key.Prepare("جمعية مبرة", wasEverSealed: true);
        Assert.Equal(SealState.Missing, key.Standing().State);
        Assert.Null(key.Signer());
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private SealKey Key(SealOptions? options = null)
    {
        var keyOptions = Options.Create(new KeyOptions { Folder = folder });
        return new SealKey(Options.Create(options ?? new SealOptions()), keyOptions, CaseKeys.Open(keyOptions, mayCreate: true), clock, NullLogger<SealKey>.Instance);
    }

    private static byte[] Changed(byte[] pdf, int at)
    {
        var changed = pdf.ToArray();
        changed[at] ^= 1;
        return changed;
    }

    private static (byte[] Pdf, HashSet<string> Ours) Make()
    {
        using var house = new SealTests();
        using var key = house.Key();
        key.Prepare("جمعية مبرة التطوعية", wasEverSealed: false);
        var signer = key.Signer()!;
        var at = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
        var pdf = PdfSeal.Of(PdfRenderer.Render(SampleDocuments.ReceiptSlip()), signer, new SealNote("جمعية مبرة التطوعية", "صدر عن الجمعية", at));
        if (Environment.GetEnvironmentVariable("MABARRA_PICTURES") is { } pictures)
            File.WriteAllBytes(Path.Combine(pictures, "sealed.pdf"), pdf);
        return (pdf, new HashSet<string>(StringComparer.Ordinal) { Convert.ToHexString(signer.Print) });
    }
}
