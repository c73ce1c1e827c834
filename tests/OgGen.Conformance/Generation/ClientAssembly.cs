using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using System.Xml;
using OgGen.Json;

namespace OgGen.Conformance.Generation;

/// <summary>A compiled client, loaded so that it can be unloaded again.</summary>
internal sealed partial class ClientAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("generated", isCollectible: true);

    public ClientAssembly(byte[] assembly, string documentation)
    {
        Assembly = _context.LoadFromStream(new MemoryStream(assembly));
        TypesByPointer = FindTypes(documentation);
        ClientType = Assembly.GetExportedTypes().Single(static type => type.IsSubclassOf(typeof(ApiClient)));
    }

    public Assembly Assembly { get; }

    public Type ClientType { get; }

    /// <summary>The types that can be read, by the place of their schema: every type's comment names it, as a JSON pointer with <c>#</c>.</summary>
    public IReadOnlyDictionary<string, Type> TypesByPointer { get; }

    public void Dispose() => _context.Unload();

    private Dictionary<string, Type> FindTypes(string documentation)
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
            if (origin.Success && Assembly.GetType(name[2..]) is { } type && IsReadable(type))
            {
                types.TryAdd(origin.Groups[1].Value, type);
            }
        }

        return types;
    }

    private static bool IsReadable(Type type)
        => !type.ContainsGenericParameters
            && type.GetInterfaces().Any(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IJsonModel<>) && candidate.GetGenericArguments()[0] == type);

    [GeneratedRegex(@"^\s*Schema: ([^\s#]*#(?:/.*?)?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Origin();
}
