using System.Reflection;
using System.Runtime.Loader;

namespace OgGen.Conformance.Generation;

/// <summary>A compiled client, loaded so that it can be unloaded again.</summary>
internal sealed class ClientAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("generated", isCollectible: true);

    public ClientAssembly(byte[] assembly, string documentation)
    {
        Assembly = _context.LoadFromStream(new MemoryStream(assembly));
        TypesByPointer = DocumentedTypes.ByPointer(Assembly, documentation);
        ClientType = Assembly.GetExportedTypes().Single(static type => type.IsSubclassOf(typeof(ApiClient)));
    }

    public Assembly Assembly { get; }

    public Type ClientType { get; }

    /// <summary>
    /// The types that can be read, by the place of their schema: every type's comment names it, as a JSON pointer with <c>#</c>.
    /// </summary>
    public IReadOnlyDictionary<string, Type> TypesByPointer { get; }

    public void Dispose() => _context.Unload();
}
