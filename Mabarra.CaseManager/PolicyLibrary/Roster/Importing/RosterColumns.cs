using System.Globalization;
using System.Resources;

namespace Mabarra.CaseManager.PolicyLibrary.Roster.Importing;

/// <summary>The columns of a roster's workbook, in the template's order.</summary>
public enum RosterColumn
{
    FullName,
    Kind,
    Department,
    JobTitle,
    IdNumber,
    Mobile,
    JoinedOn,
    UserName,
    CannotRead,
}

/// <summary>Headings and choices of the workbook in both languages, found however they are spelled: with or without hamza or star.</summary>
internal static class RosterColumns
{
    private static readonly ResourceManager Words = new(typeof(LibraryText));
    private static readonly CultureInfo[] Both = [AppCulture.Arabic, AppCulture.English];
    private static readonly Dictionary<string, RosterColumn> Headings = ByText(Enum.GetValues<RosterColumn>(), c => $"import.column.{c}");
    private static readonly Dictionary<string, StaffKind> Kinds = ByText(Enum.GetValues<StaffKind>(), k => $"member.kind.{k}");

    public static IReadOnlyList<RosterColumn> All { get; } = Enum.GetValues<RosterColumn>();

    /// <summary>Without these no row can be somebody.</summary>
    public static IReadOnlyList<RosterColumn> Required { get; } = [RosterColumn.FullName, RosterColumn.Kind, RosterColumn.Department];

    public static string Title(RosterColumn column, CultureInfo culture) => Word($"import.column.{column}", culture);

    public static string Word(string key, CultureInfo culture) => Words.GetString(key, culture) ?? throw new MissingManifestResourceException(key);

    public static RosterColumn? Heading(string typed) => Headings.TryGetValue(Key(typed), out var column) ? column : null;

    public static StaffKind? KindOf(string typed) => Kinds.TryGetValue(Key(typed), out var kind) ? kind : null;

    public static bool? YesOrNo(string typed) => Key(typed) switch
    {
        var key when Both.Any(c => key == Key(Word("import.yes", c))) => true,
        var key when Both.Any(c => key == Key(Word("import.no", c))) => false,
        _ => null,
    };

    public static IReadOnlyList<string> KindNames(CultureInfo culture) => [.. Enum.GetValues<StaffKind>().Select(k => Word($"member.kind.{k}", culture))];

    internal static string Key(string text) => SearchKey.Of(text.Replace('*', ' '));

    private static Dictionary<string, T> ByText<T>(IEnumerable<T> values, Func<T, string> key)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            foreach (var text in Both.Select(culture => Word(key(value), culture)).Append(value!.ToString()!))
                found.TryAdd(Key(text), value);
        }
        return found;
    }
}
