using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;

namespace Mabarra.CaseManager.Benchmarks.Generate;

/// <summary>A made-up beneficiary. The same number gives the same person every time, so any of them can be made again to be searched for.</summary>
internal sealed record Person(
    Guid Id, long FileNo, string First, string Father, string Grandfather, string Family, IdKind Kind, string IdNumber, string Mobile, DateOnly BirthOn,
    bool IsWoman, string City, string District, IReadOnlyList<string> Categories)
{
    private static readonly DateTimeOffset FirstDay = new(2015, 1, 4, 6, 0, 0, TimeSpan.Zero);

    public string FullName => $"{First} {Father} {Grandfather} {Family}";

    public static DateTime MadeAt(long fileNo) => FirstDay.AddMinutes(fileNo * 5 % 6_000_000).UtcDateTime;

    public static Person Of(long fileNo)
    {
        var dice = new Random(unchecked((int)(fileNo * 2_654_435_761)));
        var isWoman = dice.Next(100) < 62;
        var family = dice.Next(20_000) == 0 ? Names.RareFamilies[dice.Next(Names.RareFamilies.Length)] : Names.Common(Names.Families, dice);
        var kind = dice.Next(100) < 93 ? IdKind.NationalId : IdKind.Iqama;
        return new Person(
            NewId(fileNo, dice), fileNo, Names.Common(isWoman ? Names.Women : Names.Men, dice), Names.Common(Names.Men, dice), Names.Common(Names.Men, dice), family,
            kind, IdOf(kind, fileNo), "05" + dice.Next(100_000_000).ToString("00000000", CultureInfo.InvariantCulture),
            new DateOnly(1940, 1, 1).AddDays(dice.Next(29_000)), isWoman, Names.Cities[dice.Next(Names.Cities.Length)], Names.Districts[dice.Next(Names.Districts.Length)],
            CategoriesOf(dice));
    }

    /// <summary>A version 7 id of the day the file was made, with the dice's bits in the place of chance.</summary>
    private static Guid NewId(long fileNo, Random dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(new DateTimeOffset(MadeAt(fileNo))).TryWriteBytes(bytes, bigEndian: true, out _);
        dice.NextBytes(bytes[9..]);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], 0x7000);
        bytes[8] = 0x80;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Nine digits by number, the tenth makes the sum (Luhn) right: valid, and nobody's on purpose.</summary>
    private static string IdOf(IdKind kind, long fileNo)
    {
        var nine = (kind == IdKind.NationalId ? "1" : "2") + (fileNo * 37 % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        for (var check = '0'; check <= '9'; check++)
        {
            if (NationalId.Check(nine + check).IsOk)
                return nine + check;
        }

        throw new InvalidOperationException("Some digit is always right.");
    }

    private static List<string> CategoriesOf(Random dice)
    {
        var chosen = Names.Categories.Where(c => dice.Next(1000) < c.PerMille).Take(3).Select(c => c.Code).ToList();
        return chosen.Count > 0 ? chosen : ["LowIncome"];
    }
}
