using System.Security.Cryptography;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Tests.Data.Encryption;

public sealed class FieldCipherTests : IDisposable
{
    private static readonly Guid Row = new("0190aaaa-0000-7000-8000-0000000000aa");
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mabarra-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void P2_A_sealed_value_opens_where_it_was_sealed()
    {
        var cipher = Cipher("a");
        Assert.Equal("1058529940", cipher.OpenText("T", "C", Row, cipher.Seal("T", "C", Row, "1058529940")));
    }

    [Theory]
    [InlineData("T2", "C", 0)]
    [InlineData("T", "C2", 0)]
    [InlineData("T", "C", 1)]
    public void P2_A_value_moved_to_another_place_does_not_open(string table, string column, int row)
    {
        var cipher = Cipher("a");
        var value = cipher.Seal("T", "C", Row, "1058529940");
        var place = row == 0 ? Row : new Guid("0190aaaa-0000-7000-8000-0000000000bb");
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(table, column, place, value));
    }

    [Fact]
    public void P2_Any_flipped_bit_is_refused()
    {
        var cipher = Cipher("a");
        var value = cipher.Seal("T", "C", Row, "1058529940");
        for (var bit = 0; bit < value.Length * 8; bit++)
        {
            var changed = (byte[])value.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open("T", "C", Row, changed));
        }
    }

    [Fact]
    public void P2_Another_key_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() => Cipher("b").Open("T", "C", Row, Cipher("a").Seal("T", "C", Row, "1058529940")));

    [Fact]
    public void P2_The_same_value_sealed_twice_looks_different_and_is_found_by_its_look_up()
    {
        var cipher = Cipher("a");
        Assert.NotEqual(cipher.Seal("T", "C", Row, "x"), cipher.Seal("T", "C", Row, "x"));
        Assert.Equal(cipher.Lookup("id", "1058529940"), cipher.Lookup("id", "1058529940"));
        Assert.NotEqual(cipher.Lookup("id", "1058529940"), cipher.Lookup("phone", "1058529940"));
        Assert.NotEqual(cipher.Lookup("id", "1058529940"), Cipher("b").Lookup("id", "1058529940"));
    }

    [Fact]
    public void P3_A_missing_key_file_is_not_made_where_data_exists()
    {
        Directory.CreateDirectory(folder);
        Assert.Throws<CryptographicException>(() => CaseKeys.Open(Options.Create(new KeyOptions { Folder = folder }), mayCreate: false));
        Assert.Empty(Directory.GetFiles(folder));
    }

    private FieldCipher Cipher(string name) =>
        new(CaseKeys.Open(Options.Create(new KeyOptions { Folder = Path.Combine(folder, name) }), mayCreate: true));
}
