using System.Reflection;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>Which types a type leans on: its bases, members, signatures, attributes and everything its methods' instructions mention.</summary>
internal static class Dependencies
{
    public static HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        AddAll(found, type.GetInterfaces());
        AddAttributes(found, type);
        foreach (var member in type.GetMembers(Code.Everything))
            AddMember(found, member);
        return found;
    }

    private static void AddMember(HashSet<Type> found, MemberInfo member)
    {
        AddAttributes(found, member);
        switch (member)
        {
            case FieldInfo field:
                Add(found, field.FieldType);
                break;
            case PropertyInfo property:
                Add(found, property.PropertyType);
                break;
            case EventInfo happening:
                Add(found, happening.EventHandlerType);
                break;
            case MethodBase method:
                AddMethod(found, method);
                break;
        }
    }

    private static void AddMethod(HashSet<Type> found, MethodBase method)
    {
        AddSignature(found, method);
        var body = Code.BodyOf(method);
        AddAll(found, body.Locals);
        foreach (var mentioned in body.Members)
        {
            Add(found, mentioned as Type ?? mentioned.DeclaringType);
            if (mentioned is FieldInfo field)
                Add(found, field.FieldType);
            else if (mentioned is MethodBase called)
                AddSignature(found, called);
        }
    }

    private static void AddSignature(HashSet<Type> found, MethodBase method)
    {
        AddAll(found, method.GetParameters().Select(p => p.ParameterType));
        Add(found, (method as MethodInfo)?.ReturnType);
        if (method.IsGenericMethod)
            AddAll(found, method.GetGenericArguments());
    }

    private static void AddAttributes(HashSet<Type> found, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            Add(found, attribute.AttributeType);
            AddAll(found, attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(a => a.TypedValue)).Select(a => a.Value).OfType<Type>());
        }
    }

    private static void AddAll(HashSet<Type> found, IEnumerable<Type> types)
    {
        foreach (var type in types)
            Add(found, type);
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        while (type is { HasElementType: true })
            type = type.GetElementType();
        if (type is null || type.IsGenericParameter || !found.Add(type) || !type.IsGenericType)
            return;
        found.Add(type.GetGenericTypeDefinition());
        AddAll(found, type.GetGenericArguments());
    }
}
