using System.Globalization;
using System.Resources;
using System.Security.Claims;
using Bunit;
using Mabarra.CaseManager.Shell;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Ui;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Shell;

public sealed class NavigationTests : UiContext
{
    private IEnumerable<string?> Links(params string[] permissions)
    {
        var authorization = AddAuthorization();
        authorization.SetAuthorized("نورة");
        authorization.SetClaims([.. permissions.Select(p => new Claim(NavigationItems.PermissionClaim, p))]);
        return Render<NavigationMenu>().FindAll("a").Select(a => a.GetAttribute("href"));
    }

    [Fact]
    public void Shows_only_what_one_may_use() => Assert.Equal(["/", "/beneficiaries", "/library", "/library/mine", "/settings/audit"], Links("beneficiaries.view", "audit.view"));

    [Theory]
    [InlineData("/settings/accounts/new?x=1", "/settings/accounts")]
    [InlineData("/settings/lists", "/settings")]
    [InlineData("/settings", "/settings")]
    [InlineData("/", "/")]
    public void Only_the_nearest_line_is_where_one_is(string page, string line)
    {
        Assert.NotEmpty(Links("lists.edit", "accounts.edit", "audit.view").ToList());
        Services.GetRequiredService<NavigationManager>().NavigateTo(page);
        Assert.Equal([line], Render<NavigationMenu>().FindAll("a.active").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Without_a_permission_home_and_what_everybody_reads_are_left() => Assert.Equal(["/", "/library", "/library/mine"], Links());

    [Fact]
    public void Nobody_signed_in_sees_nothing()
    {
        AddAuthorization();
        Assert.Empty(Render<NavigationMenu>().FindAll("a"));
    }

    /// <summary>But home and the policies, which everybody who works here reads and signs (مسؤوليات-١).</summary>
    [Fact]
    public void Every_item_asks_for_a_permission_of_the_matrix() => Assert.All(
        NavigationItems.All.Where(i => i.Href is not ("/" or "/library" or "/library/mine")),
        i => Assert.Contains(i.Permission, AuthorizationMatrix.Permissions));

    [Fact]
    public void No_two_items_share_a_key() => Assert.Equal(NavigationItems.All.Count, NavigationItems.All.Select(i => i.Code).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public void Every_item_has_its_name_and_hint(string language)
    {
        var words = new ResourceManager(typeof(ShellText));
        var culture = AppCulture.Of(language);
        Assert.All(NavigationItems.All, i => Assert.NotNull(words.GetString(i.TextKey, culture)));
        Assert.All(NavigationItems.All.Where(i => i != NavigationItems.Home), i => Assert.NotNull(words.GetString(i.TextKey + ".hint", culture)));
    }

    [Theory]
    [InlineData(typeof(UiText))]
    [InlineData(typeof(ShellText))]
    public void Both_languages_have_the_same_words(Type marker)
    {
        var words = new ResourceManager(marker);
        var arabic = Keys(words, CultureInfo.InvariantCulture);
        Assert.NotEmpty(arabic);
        Assert.Equal(arabic, Keys(words, CultureInfo.GetCultureInfo("en")));
    }

    private static List<string> Keys(ResourceManager words, CultureInfo culture) =>
        [.. words.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>()
            .Select(e => string.IsNullOrWhiteSpace((string?)e.Value) ? throw new InvalidOperationException($"{e.Key} is empty") : (string)e.Key)
            .Order(StringComparer.Ordinal)];
}
