using System.Globalization;
using System.Resources;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Headings and choices of a workbook in both languages, found however they are spelled: with or without hamza, star or stretch.</summary>
internal static class ImportWords
{
    private static readonly ResourceManager Own = new(typeof(ImportText));
    private static readonly ResourceManager Files = new(typeof(BeneficiariesText));
    private static readonly ResourceManager Registry = new(typeof(RegistryText));
    private static readonly CultureInfo[] Both = [AppCulture.Arabic, AppCulture.English];

    private static readonly Dictionary<string, ImportField> Headings = ByText(ImportFields.All, (field, culture) => [Title(field, culture)]);
    private static readonly Dictionary<string, IdKind> IdKinds = ByText(Enum.GetValues<IdKind>(), (kind, culture) => [.. Choices($"idkind.{kind}", Files, culture)]);
    private static readonly Dictionary<string, Gender> Genders = ByText(Enum.GetValues<Gender>(), (gender, culture) => [Get(Files, $"gender.{gender}", culture)]);
    private static readonly Dictionary<string, CalendarKind> Calendars = ByText(Enum.GetValues<CalendarKind>(), (kind, culture) => [Get(Own, $"calendar.{kind}", culture)]);
    private static readonly Dictionary<string, MaritalStatus> Maritals = ByText(Enum.GetValues<MaritalStatus>(), (status, culture) => [.. Choices($"marital.{status}", Registry, culture)]);

    /// <summary>The two columns our own list of mistakes adds; they say nothing about anybody.</summary>
    private static readonly HashSet<string> Ours = [.. Both.SelectMany(c => new[] { Key(Get(Own, "errors.row", c)), Key(Get(Own, "errors.what", c)) })];

    public static string Title(ImportField field, CultureInfo culture) => Get(Own, $"column.{field}", culture);

    public static string Hint(ImportField field, CultureInfo culture) => Get(Own, $"hint.{field}", culture);

    public static string Word(string key, CultureInfo culture) => Get(Own, key, culture);

    public static ImportField? Heading(string typed) => Headings.TryGetValue(Key(typed), out var field) ? field : null;

    public static bool IsOurs(string typed) => Ours.Contains(Key(typed));

    public static IdKind? IdKindOf(string typed) => IdKinds.TryGetValue(Key(typed), out var kind) ? kind : null;

    public static Gender? GenderOf(string typed) => Genders.TryGetValue(Key(typed), out var gender) ? gender : null;

    public static CalendarKind? CalendarOf(string typed) => Calendars.TryGetValue(Key(typed), out var kind) ? kind : null;

    public static MaritalStatus? MaritalOf(string typed) => Maritals.TryGetValue(Key(typed), out var status) ? status : null;

    /// <summary>What the drop-down of a column offers, the categories aside.</summary>
    public static IReadOnlyList<string> Offered(ImportField field, CultureInfo culture) => field switch
    {
        ImportField.IdKind => [.. Enum.GetValues<IdKind>().Select(k => Get(Files, $"idkind.{k}", culture))],
        ImportField.BirthEnteredAs => [.. Enum.GetValues<CalendarKind>().Select(k => Get(Own, $"calendar.{k}", culture))],
        ImportField.Gender => [.. Enum.GetValues<Gender>().Select(g => Get(Files, $"gender.{g}", culture))],
        ImportField.MaritalStatus => [.. Enum.GetValues<MaritalStatus>().Select(s => Get(Registry, $"marital.{s}", culture))],
        _ => [],
    };

    internal static string Key(string text) => SearchKey.Of(text.Replace('*', ' '));

    /// <summary>أعزب/عزباء is found by either half, مطلق/ة by both forms, هوية مقيم (إقامة) by what stands before the bracket.</summary>
    private static IEnumerable<string> Choices(string key, ResourceManager words, CultureInfo culture)
    {
        var whole = Get(words, key, culture);
        yield return whole;
        var parts = whole.Split('/', '(', ')');
        yield return parts[0];
        if (parts.Length > 1)
            yield return parts[1].Length == 1 ? parts[0] + parts[1] : parts[1];
    }

    private static Dictionary<string, T> ByText<T>(IEnumerable<T> values, Func<T, CultureInfo, string[]> texts)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            foreach (var text in Both.SelectMany(culture => texts(value, culture)).Append(value!.ToString()!))
                found.TryAdd(Key(text), value);
        }
        return found;
    }

    private static string Get(ResourceManager words, string key, CultureInfo culture) => words.GetString(key, culture) ?? throw new MissingManifestResourceException(key);
}
