using System.Reflection;
using System.Runtime.CompilerServices;

namespace OgGen.Conformance.Calls;

/// <summary>A method of a client, and the group that has it.</summary>
internal sealed record OperationMethod(PropertyInfo Group, MethodInfo Method);

/// <summary>
/// The methods of a client by the operation that they call. A method says so in its code alone: it names the static field that
/// holds the operation.
/// </summary>
internal static class OperationMethods
{
    /// <summary>The code of "load static field"; four bytes with the field's token follow.</summary>
    private const byte LoadStaticField = 0x7E;

    /// <summary>
    /// By HTTP method and path template; of an operation's methods one with the whole response, if there is one, and one that asks for JSON
    /// first, if there is one: the stub responds with JSON where the document describes it.
    /// </summary>
    public static IReadOnlyDictionary<(string Method, string Route), OperationMethod> Find(Type client)
    {
        var found = new List<(ApiOperation Operation, OperationMethod Method)>();
        foreach (PropertyInfo group in client.GetProperties()
            .Where(static property => property.PropertyType.IsSubclassOf(typeof(ApiGroup))))
        {
            MethodInfo[] methods =
            [
                .. group.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(static method => method.GetParameters() is [.., { } last] && last.ParameterType == typeof(CancellationToken)),
            ];
            foreach (MethodInfo method in methods)
            {
                if (OperationOf(method) is { } operation)
                {
                    found.Add((operation, new OperationMethod(group, method)));
                }
            }
        }

        return found
            .GroupBy(static one => (one.Operation.Method.Method, one.Operation.Route))
            .ToDictionary(static methods => methods.Key, static methods => methods
                .OrderBy(static one => one.Method.Method.Name.EndsWith("WithResponseAsync", StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(static one => OperationBodies.MayBeJson(one.Operation.Accept.Split(',')[0]) ? 0 : 1)
                .First().Method);
    }

    private static ApiOperation? OperationOf(MethodInfo method)
        => Bodies(method).SelectMany(LoadedFields).FirstOrDefault(
            static field => field.FieldType == typeof(ApiOperation))?.GetValue(null) as ApiOperation;

    /// <summary>The method's own code; of an asynchronous one, and of an iterator, also that of its state machine.</summary>
    private static IEnumerable<MethodInfo> Bodies(MethodInfo method)
    {
        yield return method;
        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine
            && machine.StateMachineType.GetMethod("MoveNext", BindingFlags.NonPublic | BindingFlags.Instance) is { } moveNext)
        {
            yield return moveNext;
        }
    }

    private static IEnumerable<FieldInfo> LoadedFields(MethodInfo method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < code.Length; i++)
        {
            // A byte of another instruction's operand may look the same; what follows is then no token of a field.
            if (code[i] == LoadStaticField && BitConverter.ToInt32(code, i + 1) is var token && token >> 24 is 0x04 or 0x0A)
            {
                FieldInfo? field = null;
                try
                {
                    field = method.Module.ResolveField(token, method.DeclaringType!.GetGenericArguments(), null);
                }
                catch (ArgumentException)
                {
                }

                if (field is not null)
                {
                    yield return field;
                }
            }
        }
    }
}
