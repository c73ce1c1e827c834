using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using OgGen.Json;

namespace OgGen.Conformance.Generation;

/// <summary>
/// Finds the types of a compiled client by their documentation: every type's comment names the place of its schema, as a JSON pointer with
/// <c>#</c>.
/// </summary>
internal static partial class DocumentedTypes
{
    /// <summary>The types that can be read, by the place of their schema.</summary>
    /// <param name="assembly">The compiled code.</param>
    /// <param name="documentation">Its documentation comments as XML.</param>
    /// <param name="namespaceName">The only namespace that counts; null for all.</param>
    public static IReadOnlyDictionary<string, Type> ByPointer(Assembly assembly, string documentation, string? namespaceName = null)
    {
        var types = new Dictionary<string, Type>(StringComparer.Ordinal);
        using XmlReader reader = XmlReader.Create(new StringReader(documentation));
        while (reader.ReadToFollowing("member"))
        {
            string name = reader.GetAttribute("name")!;
            if (!name.StartsWith("T:", StringComparison.Ordinal))
            {
                continue;
            }

            // Of an element with mixed contents, all text.
            using XmlReader member = reader.ReadSubtree();
            string text = "";
            while (member.Read())
            {
                text += member.NodeType == XmlNodeType.Text ? member.Value : member.NodeType == XmlNodeType.EndElement ? "\n" : "";
            }

            Match origin = Origin().Match(text);
            if (origin.Success
                && assembly.GetType(name[2..]) is { } type
                && IsReadable(type)
                && (namespaceName is null || type.Namespace == namespaceName))
            {
                types.TryAdd(origin.Groups[1].Value, type);
            }
        }

        return types;
    }

    /// <summary>Whether a type is read from JSON.</summary>
    public static bool IsReadable(Type type)
        => !type.ContainsGenericParameters
            && type.GetInterfaces()
                .Any(candidate => candidate.IsGenericType
                    && candidate.GetGenericTypeDefinition() == typeof(IJsonModel<>)
                    && candidate.GetGenericArguments()[0] == type);

    [GeneratedRegex(@"^\s*Schema: ([^\s#]*#(?:/.*?)?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Origin();
}
