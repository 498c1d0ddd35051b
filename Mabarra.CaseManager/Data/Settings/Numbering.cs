using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data;

/// <summary>When a series begins at one again.</summary>
public enum NumberRestart
{
    GregorianYear,
    HijriYear,
    Never,

    /// <summary>The slips of the hall; not for choosing.</summary>
    Day,
}

/// <summary>A kind of number an administrator may shape.</summary>
/// <param name="Name">Stable; the stored settings and the words go by it.</param>
public sealed record NumberSeries(string Name, NumberFormat Initial)
{
    /// <summary>What the keys of these settings begin with.</summary>
    public const string Group = "number/";

    public const int FewestDigits = 3;

    /// <summary>With the longest prefix and a year the number still fits its column, even after the digits run over.</summary>
    public const int MostDigits = 7;

    /// <summary>رقم الطلب.</summary>
    public static readonly NumberSeries Request = new("request", new NumberFormat("REQ", 5, NumberRestart.GregorianYear));

    /// <summary>The card of a visit, from the slip of the day.</summary>
    public static readonly NumberSeries Visit = new("visit", new NumberFormat("VIS", 3, NumberRestart.Day));

    public static IReadOnlyList<NumberSeries> All { get; } = [Request, Visit];

    /// <summary>The slips of one day in the hall, whatever stands before them on the card.</summary>
    public static string DaySeriesOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"visit/{day:yyyy-MM-dd}");

    public string PrefixKey => $"{Group}{Name}/prefix";

    public string DigitsKey => $"{Group}{Name}/digits";

    public string RestartKey => $"{Group}{Name}/restart";

    /// <summary>As stored; what is missing or cannot be read is the app's own.</summary>
    public NumberFormat Of(IReadOnlyDictionary<string, string> stored) => new(
        stored.GetValueOrDefault(PrefixKey) is { Length: > 0 } prefix ? prefix : Initial.Prefix,
        int.TryParse(stored.GetValueOrDefault(DigitsKey), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is >= FewestDigits and <= MostDigits ? digits : Initial.Digits,
        Initial.Restart != NumberRestart.Day && Enum.TryParse<NumberRestart>(stored.GetValueOrDefault(RestartKey), out var restart) ? restart : Initial.Restart);

    /// <summary>As the database of this very transaction has it.</summary>
    public async Task<NumberFormat> ReadAsync(CaseDbContext db, CancellationToken cancel)
    {
        var group = $"{Group}{Name}/";
        return Of(await db.Settings.AsNoTracking().Where(s => s.Key.StartsWith(group)).ToDictionaryAsync(s => s.Key, s => s.Value, StringComparer.Ordinal, cancel));
    }
}

/// <summary>
/// How a number is written: <c>REQ-2026-00001</c>. Letters only in the prefix, so that two formats can never write the same number:
/// each prefix has series of its own, and within a series a serial is given once, however wide it is written.
/// </summary>
public sealed record NumberFormat(string Prefix, int Digits, NumberRestart Restart)
{
    /// <summary>What is longer is a telephone or an identity number.</summary>
    private const long Most = 1_000_000;

    /// <summary>The series a day's number is taken from.</summary>
    public string SeriesOf(DateOnly day) => Period(day) is { Length: > 0 } period ? $"{Prefix}-{period}" : Prefix;

    public string Of(DateOnly day, long serial) => $"{SeriesOf(day)}-{serial.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0')}";

    /// <summary>
    /// The numbers meant by what was typed: whole with any prefix there ever was, with or without its zeros, or only the serial, then of this <paramref name="day"/>'s period.
    /// Empty when it is no number; several, because the same serial may have been written narrower once.
    /// </summary>
    public IReadOnlyList<string> Meant(string? typed, DateOnly day)
    {
        var parts = (typed is null or { Length: > 24 } ? "" : SearchKey.Of(typed)).ToUpperInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is 0 or > 3 || !long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var serial) || serial >= Most)
            return [];
        if (!parts[..^1].All(p => p.Length <= 5 && p.All(char.IsAsciiLetterOrDigit)))
            return [];
        var series = parts.Length == 1 ? SeriesOf(day) : string.Join('-', parts[..^1]);
        return [.. Enumerable.Range(NumberSeries.FewestDigits, NumberSeries.MostDigits - NumberSeries.FewestDigits + 1)
            .Select(digits => $"{series}-{serial.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}").Distinct(StringComparer.Ordinal)];
    }

    private string Period(DateOnly day) => Restart switch
    {
        NumberRestart.GregorianYear => day.Year.ToString("0000", CultureInfo.InvariantCulture),
        NumberRestart.HijriYear => HijriDate.From(day).Year.ToString("0000", CultureInfo.InvariantCulture),
        NumberRestart.Day => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        _ => "",
    };
}
