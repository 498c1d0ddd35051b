using System.Xml.Linq;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>The files of the repository as they lie beside the build.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    /// <summary>C# and Razor of the app, by path relative to its folder, with forward slashes.</summary>
    public static IReadOnlyDictionary<string, string> App { get; } = Read();

    /// <summary>The neutral resx files of the app, the Arabic ones.</summary>
    public static IEnumerable<string> Texts() =>
        Directory.EnumerateFiles(AppFolder, "*.resx", SearchOption.AllDirectories)
            .Where(f => IsOurs(f) && !f.EndsWith(".en.resx", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static Dictionary<string, string> ReadTexts(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "", StringComparer.Ordinal);

    private static string AppFolder => Path.Combine(Root, "Mabarra.CaseManager");

    private static bool IsOurs(string path) =>
        Path.GetRelativePath(AppFolder, path).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin");

    private static Dictionary<string, string> Read() =>
        Directory.EnumerateFiles(AppFolder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && IsOurs(f))
            .ToDictionary(f => Path.GetRelativePath(AppFolder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mabarra.CaseManager.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The solution's folder.");
    }
}
