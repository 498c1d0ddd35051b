using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>The app's own compiled code: its types, what their members and method bodies mention, and the texts they load.</summary>
internal static class Code
{
    public const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const string Namespace = "Mabarra.CaseManager";
    private static readonly ConcurrentDictionary<MethodBase, Body> Bodies = new();
    private static readonly FrozenDictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToFrozenDictionary(c => c.Value);

    public static Assembly App { get; } = typeof(Composition).Assembly;

    /// <summary>Every type, nested and generated ones too.</summary>
    public static Type[] Types { get; } = App.GetTypes();

    /// <summary>The top folder a type lies in; empty for the root, null for what is not ours.</summary>
    public static string? FolderOf(Type type)
    {
        var outer = Outermost(type);
        if (type.Assembly != App)
            return null;
        if (outer.FullName == nameof(Program))
            return "";
        // Razor puts its helpers for type inference into a namespace of their own.
        var name = (outer.Namespace ?? "").Replace("__Blazor.", "", StringComparison.Ordinal);
        if (name == Namespace)
            return "";
        return name.StartsWith(Namespace + ".", StringComparison.Ordinal) ? name[(Namespace.Length + 1)..].Split('.')[0] : null;
    }

    /// <summary>The type as somebody wrote it, not the closure inside it.</summary>
    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    /// <summary>A lambda or local function: the compiler names them with angle brackets.</summary>
    public static bool IsGenerated(MethodBase method) => method.Name.StartsWith('<') && method.DeclaringType?.Assembly == App;

    public static bool IsStateMachine(Type type) => type.IsAssignableTo(typeof(IAsyncStateMachine)) && type.Name.StartsWith('<');

    /// <summary>What one method's instructions mention.</summary>
    public static Body BodyOf(MethodBase method) => Bodies.GetOrAdd(method, Read);

    private static Body Read(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var members = new List<MemberInfo>();
        var texts = new List<string>();
        var typeArguments = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                members.Add(method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!);
            else if (code.OperandType == OperandType.InlineString)
                texts.Add(method.Module.ResolveString(BitConverter.ToInt32(il, at)));
            at += SizeOf(code.OperandType, il, at);
        }
        var locals = method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? [];
        return new Body([.. members], [.. texts], [.. locals]);
    }

    private static int SizeOf(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    internal sealed record Body(IReadOnlyList<MemberInfo> Members, IReadOnlyList<string> Texts, IReadOnlyList<Type> Locals);
}
