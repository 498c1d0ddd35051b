using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>What the documents list is what the code has.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Acts_page_lists_every_act_and_no_other()
    {
        var listed = Rows("docs/acts.md").ToHashSet(StringComparer.Ordinal);
        var real = ActsTests.All.Select(ActsTests.Name).ToHashSet(StringComparer.Ordinal);
        Nothing.In(real.Except(listed).Select(a => $"not on the page: {a}").Concat(listed.Except(real).Select(a => $"not in the code: {a}")));
    }

    [Fact]
    public void Dependencies_page_lists_every_package_and_no_other()
    {
        var listed = Rows("docs/adr/0000-dependencies.md").ToHashSet(StringComparer.Ordinal);
        var real = XDocument.Load(Path.Combine(Sources.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value).ToHashSet(StringComparer.Ordinal);
        Nothing.In(real.Except(listed).Select(p => $"not on the page: {p}").Concat(listed.Except(real).Select(p => $"not a dependency: {p}")));
    }

    [Fact]
    public void Decisions_have_numbers_of_their_own()
    {
        var names = Directory.EnumerateFiles(Path.Combine(Sources.Root, "docs", "adr"), "*.md").Select(f => Path.GetFileName(f)).ToArray();
        Nothing.In(names.Where(n => n is not [_, _, _, _, '-', ..] || !n[..4].All(char.IsAsciiDigit)));
        Nothing.In(names.GroupBy(n => n[..4], StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g));
    }

    /// <summary>The first cell of each row of a page's tables, where it is code.</summary>
    private static IEnumerable<string> Rows(string page) =>
        FirstCell().Matches(File.ReadAllText(Path.Combine(Sources.Root, page))).Select(m => m.Groups["name"].Value);

    [GeneratedRegex("^\\| `(?<name>[^`]+)` \\|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex FirstCell();
}
