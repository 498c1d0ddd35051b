using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using SkiaSharp;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>Synthetic forms that pass every rule; a test changes what it is about.</summary>
public static partial class Make
{
    private static int counter;

    /// <summary>A citizen nobody has registered yet.</summary>
    public static BeneficiaryForm Beneficiary(params string[] categories) => new()
    {
        FirstName = "نورة",
        FatherName = "سعد",
        GrandfatherName = "فهد",
        FamilyName = "العمري",
        IdKind = IdKind.NationalId,
        IdNumber = NationalIdOf(Interlocked.Increment(ref counter)),
        BirthOn = new DateOnly(1985, 4, 5),
        Gender = Gender.Female,
        Mobile = "0500000101",
        Categories = categories.Length > 0 ? [.. categories] : ["Widows"],
        City = "الرياض",
        District = "النسيم",
        ShortAddress = "DEMA1001",
    };

    /// <summary>A few strokes, as the pad sends them.</summary>
    public static byte[] Signature()
    {
        using var bitmap = new SKBitmap(240, 80);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var ink = new SKPaint { Color = SKColors.Black, StrokeWidth = 3, IsStroke = true, IsAntialias = true };
        canvas.DrawLine(20, 60, 110, 15, ink);
        canvas.DrawLine(110, 15, 220, 55, ink);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>A made-up citizen's number with its right check digit.</summary>
    public static string NationalIdOf(int n)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"1098{n:00000}");
        var sum = first.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(v => v > 9 ? v - 9 : v);
        return string.Create(CultureInfo.InvariantCulture, $"{first}{(10 - (sum % 10)) % 10}");
    }
}
