using System.Collections.Frozen;

namespace Mabarra.CaseManager.Staff;

/// <summary>Who may do what (DOMAIN.md §3.8). The file <c>authz-matrix.csv</c> is the one source: for the services, for the printed matrix and for the tests.</summary>
public static class AuthorizationMatrix
{
    private static readonly FrozenDictionary<(string Permission, StaffRole Role), Reach> Cells = Load();

    /// <summary>Every permission, in the file's order.</summary>
    public static IReadOnlyList<string> Permissions { get; } =
        [.. Lines().Skip(1).Select(line => line.Split(',')[0])];

    public static Reach ReachOf(string permission, StaffRole role) => Cells.GetValueOrDefault((permission, role));

    /// <summary>The widest reach any of the roles gives.</summary>
    public static Reach ReachOf(string permission, IEnumerable<StaffRole> roles) =>
        roles.Select(r => ReachOf(permission, r)).DefaultIfEmpty(Reach.None).Max();

    /// <summary>Everything somebody with these roles may do, and how far.</summary>
    public static FrozenDictionary<string, Reach> ReachesOf(IReadOnlySet<StaffRole> roles) =>
        Permissions.Select(p => (Permission: p, Reach: ReachOf(p, roles)))
            .Where(c => c.Reach != Reach.None)
            .ToFrozenDictionary(c => c.Permission, c => c.Reach, StringComparer.Ordinal);

    private static FrozenDictionary<(string, StaffRole), Reach> Load()
    {
        var lines = Lines();
        var roles = lines[0].Split(',').Skip(1).Select(Enum.Parse<StaffRole>).ToArray();
        return lines.Skip(1)
            .Select(line => line.Split(','))
            .SelectMany(cells => roles.Select((role, i) => (Key: (cells[0], role), Reach: i + 1 < cells.Length ? Parse(cells[i + 1]) : Reach.None)))
            .ToFrozenDictionary(c => c.Key, c => c.Reach);
    }

    private static Reach Parse(string cell) =>
        string.Equals(cell, "-", StringComparison.Ordinal) ? Reach.None : Enum.Parse<Reach>(cell, ignoreCase: true);

    private static string[] Lines()
    {
        using var stream = typeof(AuthorizationMatrix).Assembly.GetManifestResourceStream("authz-matrix.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
