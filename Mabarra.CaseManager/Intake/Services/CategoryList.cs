namespace Mabarra.CaseManager.Intake.Services;

/// <summary>Several category codes in one column: they are read in memory only, never searched by.</summary>
internal static class CategoryList
{
    public static IReadOnlyList<string> Read(string? stored) =>
        stored is null ? [] : stored.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string? Write(IEnumerable<string> codes)
    {
        var list = string.Join(',', codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return list.Length == 0 ? null : list;
    }
}
