using System.Reflection;
using Mabarra.CaseManager.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>A1: no page is open by accident.</summary>
public sealed class DoorTests
{
    private static readonly string[] Open =
    [
        "CodePage", "NotYoursPage", "PhonePage", "PublicPoliciesPage", "PublicPolicyPage", "RecoveryPage", "SetUpPage", "SignInPage", "StatusPage", "TrackPage", "VerifyPage",
    ];

    private static IEnumerable<Type> Pages => typeof(Composition).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any());

    [Fact]
    public void A1_Every_page_says_whom_it_is_for() =>
        Assert.Empty(Pages.Where(p => p.GetCustomAttributes().Count(a => a is AuthorizeAttribute or IAllowAnonymous) != 1).Select(p => p.FullName));

    [Fact]
    public void A1_Pages_open_to_everybody_are_these_and_no_others() =>
        Assert.Equal(Open, Pages.Where(p => p.GetCustomAttributes().Any(a => a is IAllowAnonymous)).Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A1_Policies_of_pages_are_permissions() =>
        Assert.Empty(Pages.SelectMany(p => p.GetCustomAttributes<AuthorizeAttribute>()).Select(a => a.Policy).OfType<string>().Except(AuthorizationMatrix.Permissions, StringComparer.Ordinal));
}
