using System.Text.Json;

namespace Mabarra.CaseManager.Audit;

/// <summary>Reads from an entry's old → new which values changed, by name, so that a page can say it in words.</summary>
public static class ChangedNames
{
    public static IReadOnlyList<string> Of(string? changes)
    {
        if (changes is null)
            return [];
        using var document = JsonDocument.Parse(changes);
        return [.. document.RootElement.EnumerateArray()
            .SelectMany(row => row.GetProperty("values").EnumerateObject())
            .Select(value => value.Name)
            .Distinct(StringComparer.Ordinal)];
    }
}
