using System.Reflection;
using Mabarra.CaseManager.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>A page asks services and queries: it never opens the database, and never takes its user from a request that is long over.</summary>
public sealed class ComponentRulesTests
{
    private static readonly Type[] Refused =
    [
        typeof(DbContext), typeof(IDbContextFactory<>), typeof(CaseWriter), typeof(WriteGate), typeof(IHttpContextAccessor),
        typeof(UserManager<>), typeof(SignInManager<>), typeof(RoleManager<>), typeof(IServiceProvider), typeof(HttpClient),
    ];

    private static readonly Type[] Components = [.. Code.Types.Where(t => t.IsAssignableTo(typeof(IComponent)) && !t.IsAbstract)];

    [Fact]
    public void Components_are_given_services_and_queries_only() =>
        Nothing.In(from type in Components
                   from wanted in Injected(type)
                   where Refused.Any(r => Is(wanted, r))
                   select $"{type.Name} <- {wanted.Name}");

    [Fact]
    public void Injected_members_are_seen() => Assert.True(Components.SelectMany(Injected).Count() > 50);

    private static IEnumerable<Type> Injected(Type type)
    {
        var byProperty = Upwards(type).SelectMany(t => t.GetProperties(Code.Everything))
            .Where(p => p.IsDefined(typeof(InjectAttribute))).Select(p => p.PropertyType);
        return byProperty.Concat(type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType));
    }

    private static IEnumerable<Type> Upwards(Type type)
    {
        for (var one = type; one is not null && one.Assembly == Code.App; one = one.BaseType)
            yield return one;
    }

    private static bool Is(Type wanted, Type refused)
    {
        for (var one = wanted; one is not null; one = one.BaseType)
        {
            if (one == refused || (one.IsGenericType && one.GetGenericTypeDefinition() == refused))
                return true;
        }
        return false;
    }
}
