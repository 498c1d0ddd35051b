using System.Text.Json;

namespace Mabarra.CaseManager.Audit;

/// <summary>One changed value as pages show it.</summary>
public sealed record AuditChange(string Kind, string Name, string? Old, string? New);

/// <summary>Reads old → new back out of an entry.</summary>
public static class AuditChangeList
{
    /// <summary>What stands for a value that is never told.</summary>
    public const string Private = "•";

    public static IReadOnlyList<AuditChange> Read(string? json)
    {
        if (json is null)
            return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateArray().SelectMany(row => row.GetProperty("values").EnumerateObject()
                .Select(v => new AuditChange(row.GetProperty("kind").GetString() ?? "", v.Name, Text(v.Value[0]), Text(v.Value[1]))))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            // An attacked entry must not take the page down that shows the attack.
            return [new AuditChange("", "?", null, json)];
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();
}
