using System.Reflection;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Tests.Model;

/// <summary>The names that are avoided are those of the types that a new project knows without a line of its own.</summary>
[TestClass]
public sealed class ImplicitTypesTests
{
    private static readonly string[] s_namespaces =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    [TestMethod]
    public void Every_type_of_the_implicitly_imported_namespaces_is_known()
    {
        string[] missing = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Where(static name => name.StartsWith("System.", StringComparison.Ordinal))
            .SelectMany(static name => Assembly.Load(name).GetExportedTypes())
            .Where(static type => s_namespaces.Contains(type.Namespace) && type is { IsNested: false, IsGenericType: false })
            .Select(static type => type.Name)
            .Distinct()
            .Except(ImplicitTypes.Names)];

        Assert.IsEmpty(missing, string.Join(' ', missing));
    }
}
