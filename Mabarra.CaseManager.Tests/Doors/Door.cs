using Mabarra.CaseManager.Tests.Architecture;

namespace Mabarra.CaseManager.Tests.Doors;

/// <summary>One line of <c>Doors/doors.csv</c>: an address, and what each person is told there.</summary>
/// <param name="Pattern">As the app maps it.</param>
/// <param name="Address">A real one, with <c>{names}</c> of seeded records.</param>
/// <param name="Told">By person: a status, and after <c>&gt;</c> where it sends on.</param>
public sealed record Door(string Method, string Pattern, string Address, IReadOnlyDictionary<string, string> Told)
{
    public string Key => $"{Method} {Pattern}";

    public static IReadOnlyList<Door> Listed { get; } = Read();

    private static Door[] Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Sources.Root, "Mabarra.CaseManager.Tests", "Doors", "doors.csv"));
        var people = lines[0].Split(',')[3..];
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(c => new Door(
            c[0], c[1], c[2], people.Select((who, i) => (who, i)).ToDictionary(p => p.who, p => c[p.i + 3], StringComparer.Ordinal)))];
    }
}
