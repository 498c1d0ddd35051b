using System.Globalization;

namespace Mabarra.CaseManager.Kernel;

/// <summary>An amount of Saudi riyals, kept as whole halalas: exact, and comparable in both databases. Arithmetic that overflows throws.</summary>
public readonly record struct Money(long Halalas) : IComparable<Money>
{
    private const int HalalasInRiyal = 100;

    public static Money Zero => default;

    /// <summary>999,999,999.99: more than this on a form is a slip of the hand.</summary>
    public static Money Largest { get; } = new(99_999_999_999);

    public decimal Riyals => Halalas / (decimal)HalalasInRiyal;

    public static Money operator +(Money a, Money b) => new(checked(a.Halalas + b.Halalas));

    public static Money operator -(Money a, Money b) => new(checked(a.Halalas - b.Halalas));

    public static Money operator *(Money a, int times) => new(checked(a.Halalas * times));

    public static bool operator <(Money a, Money b) => a.Halalas < b.Halalas;

    public static bool operator >(Money a, Money b) => a.Halalas > b.Halalas;

    public static bool operator <=(Money a, Money b) => a.Halalas <= b.Halalas;

    public static bool operator >=(Money a, Money b) => a.Halalas >= b.Halalas;

    /// <summary>Whole riyals.</summary>
    public static Money Of(long riyals) => new(checked(riyals * HalalasInRiyal));

    public int CompareTo(Money other) => Halalas.CompareTo(other.Halalas);

    /// <summary>«1,250.00 ريال» · SAR 1,250.00.</summary>
    public string ToText(CultureInfo culture) => KernelWords.Format("money.amount", culture, ToString());

    /// <summary>1,250.00.</summary>
    public override string ToString() => Riyals.ToString("N2", CultureInfo.InvariantCulture);
}
