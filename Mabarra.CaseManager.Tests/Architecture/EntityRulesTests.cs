using System.Reflection;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>Entities change through their verbs only, and hold only what both databases can compare.</summary>
public sealed class EntityRulesTests
{
    private static readonly Type[] Entities = [.. Code.Types.Where(t => t.IsSubclassOf(typeof(CaseEntity)) && !t.IsAbstract)];

    /// <summary>Our tables that are no CaseEntity (log rows, links, owned values) obey the same rules of type and name.</summary>
    private static readonly Type[] Rows = [.. MappedTypes()];

    /// <summary>Names that say it otherwise, each with its reason.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["JobTurn.Day"] = "the key of a technical row: the job's day",
        ["JobTurn.HeldUntil"] = "a lease's end, in a technical row nobody reads on a page",
        ["WorkSchedule.From"] = "the first day a working week holds, the open end of a period",
    };

    [Fact]
    public void Entities_are_found()
    {
        Assert.InRange(Entities.Length, 8, 200);
        Assert.True(Rows.Length > Entities.Length);
    }

    [Fact]
    public void Entities_have_no_public_setters() =>
        Nothing.In(from type in Entities.Append(typeof(CaseEntity))
                   from property in type.GetProperties(Code.Everything)
                   where property.SetMethod is { IsPublic: true }
                   select Name(property));

    [Fact]
    public void Entities_are_sealed_and_made_by_their_own_constructor()
    {
        Nothing.In(Entities.Where(t => !t.IsSealed).Select(t => t.Name));
        Nothing.In(Entities.Where(t => t.GetConstructor(Code.Everything, []) is not { IsPrivate: true }).Select(t => t.Name));
    }

    /// <summary>Else a change of theirs could be saved without an audit entry.</summary>
    [Fact]
    public void Entities_are_audited() =>
        Nothing.In(Entities.Where(t => !t.IsAssignableTo(typeof(IAudited))).Select(t => t.Name));

    /// <summary>SQLite cannot order or compare these in SQL.</summary>
    [Fact]
    public void Rows_hold_no_type_SQLite_cannot_compare() =>
        Nothing.In(from property in Properties()
                   where Bare(property) is var type && (type == typeof(decimal) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan))
                   select Name(property));

    [Fact]
    public void Days_end_in_On_and_moments_in_At()
    {
        var wrong = from property in Properties()
                    let type = Bare(property)
                    where (type == typeof(DateOnly) && !property.Name.EndsWith("On", StringComparison.Ordinal) && property.Name != "On")
                        || (type == typeof(DateTime) && !property.Name.EndsWith("At", StringComparison.Ordinal) && property.Name != "At")
                        || (property.Name.EndsWith("At", StringComparison.Ordinal) && type == typeof(DateOnly))
                    select Name(property);
        Nothing.In(wrong.Where(n => !OtherNames.ContainsKey(n)));
    }

    private static IEnumerable<PropertyInfo> Properties() =>
        Rows.SelectMany(t => t.GetProperties(Code.Everything)).Where(p => p.GetMethod is { IsStatic: false });

    private static Type Bare(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    private static IEnumerable<Type> MappedTypes()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        return [.. db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.Assembly == Code.App).Distinct()];
    }
}
