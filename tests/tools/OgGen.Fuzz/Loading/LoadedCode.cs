using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using OgGen.Conformance.Generation;

namespace OgGen.Fuzz.Loading;

/// <summary>The compiled code of several documents, each in its own namespace.</summary>
internal sealed class LoadedCode : IDisposable
{
    private readonly AssemblyLoadContext _context = new("batch", isCollectible: true);
    private readonly Assembly _assembly;
    private readonly string _documentation;

    public LoadedCode(string assembly, string documentation)
    {
        using (FileStream file = File.OpenRead(assembly))
        {
            _assembly = _context.LoadFromStream(file);
        }

        _documentation = File.ReadAllText(documentation);
    }

    /// <summary>The types that can be read, by the place of their schema.</summary>
    public IReadOnlyDictionary<string, Type> TypesByPointer(string name) => DocumentedTypes.ByPointer(_assembly, _documentation, name);

    /// <summary>All types that can be read.</summary>
    public IEnumerable<Type> Readable(string name) => Types(name).Where(DocumentedTypes.IsReadable);

    /// <summary>Runs what .NET runs when types are first used, and makes the clients; null if all is well.</summary>
    public Failure? Start(string name)
    {
        try
        {
            foreach (Type type in Types(name).Where(static type => !type.ContainsGenericParameters))
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
                if (type.IsSubclassOf(typeof(ApiClient)))
                {
                    MakeClients(type);
                }
            }

            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever generated code throws is a finding.
            return new Failure("load " + (e.InnerException ?? e).GetType().Name, e.ToString());
        }
    }

    public void Dispose() => _context.Unload();

    private IEnumerable<Type> Types(string name) => _assembly.GetTypes().Where(type => type.Namespace == name);

    private static void MakeClients(Type type)
    {
        foreach (ConstructorInfo constructor in type.GetConstructors())
        {
            object?[] arguments = [.. constructor.GetParameters().Select(Argument)];
            if (!arguments.Contains(DBNull.Value))
            {
                using var client = (IDisposable)constructor.Invoke(arguments);
                foreach (PropertyInfo group in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                {
                    group.GetValue(client);
                }
            }
        }
    }

    /// <summary>An argument for a constructor's parameter; <see cref="DBNull"/> if there is none to be made.</summary>
    private static object? Argument(ParameterInfo parameter)
        => parameter.ParameterType == typeof(Uri) ? new Uri("https://sample.invalid/")
            : parameter.ParameterType == typeof(string) ? "a secret of this test"
            : parameter.ParameterType == typeof(ApiClientOptions) ? new ApiClientOptions()
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : DBNull.Value;
}
