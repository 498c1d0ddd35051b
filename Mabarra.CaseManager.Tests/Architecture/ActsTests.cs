using System.Globalization;
using System.Reflection;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>The service asks for the permission itself, whatever page called it; and what makes something makes it once.</summary>
public sealed class ActsTests
{
    private const int Depth = 4;

    /// <summary>Acts that ask for no permission, each with its reason.</summary>
    private static readonly Dictionary<string, string> Unasked = new(StringComparer.Ordinal)
    {
        ["DocumentService.AttachAsync"] = "runs inside the transaction of an act that has asked already",
        ["DocumentService.TakeAwayAsync"] = "the same",
        ["SigningService.AnswerAsync"] = "each for himself: whose acknowledgement it is not is refused by record",
        ["SigningService.OpenAsync"] = "the same",
        ["SigningService.ReadAsync"] = "the same",
        ["SigningService.SignAsync"] = "the same",
        ["CopyService.ReceiveAsync"] = "the department's head only: refused by record",
    };

    public static MethodInfo[] All { get; } =
        [.. from type in Code.Types
            where type.Name.EndsWith("Service", StringComparison.Ordinal) && type is { IsClass: true, IsNested: false }
            from method in type.GetMethods(Code.Everything)
            where method.IsPublic && !method.IsStatic && method.GetParameters().Any(p => p.ParameterType == typeof(Act))
            select method];

    [Fact]
    public void Acts_are_found() => Assert.InRange(All.Length, 15, 500);

    [Fact]
    public void Acts_ask_for_a_permission() =>
        Nothing.In(All.Where(m => !Asks(m)).Select(Name).Where(n => !Unasked.ContainsKey(n)));

    /// <summary>Sent twice, made once (C6): a create carries its form's key to <see cref="CaseWriter.SaveOnceAsync"/>.</summary>
    [Fact]
    public void Creates_are_made_once() =>
        Nothing.In(All.Where(HasKey).Where(m => !Reaches(m, typeof(CaseWriter), nameof(CaseWriter.SaveOnceAsync))).Select(Name));

    /// <summary>What answers with a new record's id is a create, and takes a key.</summary>
    [Fact]
    public void Creates_take_a_key() => Nothing.In(All.Where(m => m.ReturnType == typeof(Task<Guid>) && !HasKey(m)).Select(Name));

    [Fact]
    public void Acts_that_change_end_in_Async_and_can_be_cancelled() =>
        Nothing.In(All.Where(m => m.ReturnType.IsAssignableTo(typeof(Task)))
            .Where(m => !m.Name.EndsWith("Async", StringComparison.Ordinal) || m.GetParameters()[^1].ParameterType != typeof(CancellationToken)).Select(Name));

    [Fact]
    public void The_reader_tells_who_asks_from_who_does_not() =>
        Assert.False(Reaches(typeof(Act).GetProperty(nameof(Act.On))!.GetMethod!, typeof(Act), nameof(Act.Require)));

    public static string Name(MethodInfo method) => string.Create(CultureInfo.InvariantCulture, $"{method.DeclaringType!.Name}.{method.Name}");

    /// <summary>Files are asked about through their owner's module, which the guard knows.</summary>
    private static bool Asks(MethodInfo method) =>
        Reaches(method, typeof(Act), nameof(Act.Require)) || Reaches(method, typeof(DocumentGuard), nameof(DocumentGuard.RequireChangeAsync));

    private static bool HasKey(MethodInfo method) => method.GetParameters().Any(p =>
        (p.ParameterType == typeof(Guid) && p.Name == "key") || (p.ParameterType.Assembly == Code.App && p.ParameterType.GetProperty("Key")?.PropertyType == typeof(Guid)));

    /// <summary>Whether a method comes to the wanted one by itself or through a few of ours.</summary>
    internal static bool Reaches(MethodBase from, Type type, string name) =>
        Reached(from).Any(m => m.DeclaringType == type && m.Name == name);

    /// <summary>What a method calls, directly or through a few of ours; lambdas and state machines count as their method's own.</summary>
    internal static HashSet<MethodBase> Reached(MethodBase from)
    {
        var seen = new HashSet<MethodBase>();
        IEnumerable<MethodBase> edge = [from];
        for (var step = 0; step < Depth; step++)
        {
            edge = [.. edge.SelectMany(Called).Where(seen.Add)];
        }
        return seen;
    }

    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        if (method.DeclaringType?.Assembly != Code.App)
            return [];
        return Parts(method, []).SelectMany(p => Code.BodyOf(p).Members).OfType<MethodBase>();
    }

    /// <summary>The method with the generated ones that carry its body: a state machine's MoveNext, its lambdas, and theirs.</summary>
    private static HashSet<MethodBase> Parts(MethodBase method, HashSet<MethodBase> parts)
    {
        if (!parts.Add(method))
            return parts;
        foreach (var member in Code.BodyOf(method).Members)
        {
            if (member is MethodBase inner && Code.IsGenerated(inner))
                Parts(inner, parts);
            var machine = member as Type ?? member.DeclaringType;
            if (machine is not null && Code.IsStateMachine(machine) && machine.Assembly == Code.App)
                Parts(machine.GetMethod("MoveNext", Code.Everything)!, parts);
        }
        return parts;
    }
}
