using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Mabarra.CaseManager.Shell;

/// <summary>A line of the navigation: of several whose addresses begin the page's, only the longest is where one is.</summary>
public sealed class MenuLink : NavLink
{
    [Parameter, EditorRequired] public NavigationItem Item { get; set; } = null!;

    [Inject] private NavigationManager Where { get; set; } = null!;

    protected override bool ShouldMatch(string uriAbsolute) =>
        base.ShouldMatch(uriAbsolute)
        && !NavigationItems.All.Any(other => other.Href.Length > Item.Href.Length && Begins(Where.ToAbsoluteUri(other.Href).AbsolutePath, new Uri(uriAbsolute).AbsolutePath));

    private static bool Begins(string item, string page) =>
        page.StartsWith(item, StringComparison.OrdinalIgnoreCase) && (page.Length == item.Length || page[item.Length] == '/');
}
