using System.Globalization;
using System.Reflection;
using System.Resources;
using Mabarra.CaseManager.Shell.Help;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>Every staff page has its help: what it is for, two to five steps, and the clause with its words.</summary>
public sealed class HelpTests
{
    private static readonly ResourceManager Texts = new(typeof(HelpText));

    /// <summary>Pages with another frame (sign-in, hall screen, verification) stand outside; these two have nothing to do on them.</summary>
    private static readonly string[] Without = ["NotFoundPage", "UiKitPage"];

    public static TheoryData<string> Pages => [.. StaffPages().Select(t => t.Name).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void Staff_page_has_its_help_in_both_languages(string page)
    {
        foreach (var culture in AppCulture.All)
        {
            Assert.False(string.IsNullOrWhiteSpace(Texts.GetString($"{page}.for", culture)), $"write {page}.for, {page}.steps and {page}.clauses in Shell/Help/HelpText ({culture.Name})");
            Assert.InRange(Lines(Texts.GetString($"{page}.steps", culture)).Length, 2, 5);
            var codes = Texts.GetString($"{page}.clauses", culture)!;
            Assert.Equal(codes.Split(' ').Length, PolicyClauses.Of(codes).Count());
            Assert.All(PolicyClauses.Of(codes), c => Assert.False(string.IsNullOrWhiteSpace(Texts.GetString($"clause.{c.Code}", culture))));
        }

        Assert.Equal(Lines(Texts.GetString($"{page}.steps", AppCulture.Arabic)).Length, Lines(Texts.GetString($"{page}.steps", AppCulture.English)).Length);
    }

    [Fact]
    public void Help_is_of_pages_there_are()
    {
        var pages = StaffPages().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var written = Texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key);
        Nothing.In(written.Where(k => k.EndsWith(".steps", StringComparison.Ordinal) && k != "help.steps").Select(k => k[..^".steps".Length]).Except(pages, StringComparer.Ordinal));
    }

    [Fact]
    public void Tour_leads_to_pages_there_are_and_has_words_for_each_stop()
    {
        var routes = StaffPages().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).ToHashSet(StringComparer.Ordinal);
        Assert.All(TourState.Steps, s => Assert.Contains(s.Href, routes));
        Assert.All(TourState.Steps, s => Assert.All(AppCulture.All, c => Assert.False(string.IsNullOrWhiteSpace(Texts.GetString($"tour.{s.Key}.text", c)))));
    }

    private static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Pages in the frame with the navigation.</summary>
    private static IEnumerable<Type> StaffPages() => typeof(Composition).Assembly.GetTypes().Where(t =>
        t.GetCustomAttributes<RouteAttribute>().Any() && !Without.Contains(t.Name)
        && !t.GetCustomAttributes<ExcludeFromInteractiveRoutingAttribute>().Any() && t.GetCustomAttribute<LayoutAttribute>() is null);
}
