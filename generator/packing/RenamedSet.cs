using System.Reflection;
using Mono.Cecil;

namespace OgGen.Packing;

/// <summary>
/// The generator and the libraries that a compiler on .NET Framework does not have, under names of their own. Visual Studio and MSBuild
/// load other versions of the same libraries into the same process, where the first one that was loaded serves all.
/// </summary>
internal static class RenamedSet
{
    private const string Prefix = "OgGen.";

    /// <summary>The assemblies and their new names. Everything else that they refer to is .NET Framework's or the compiler's.</summary>
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["OgGen"] = "OgGen.Generator",
        ["Microsoft.OpenApi"] = Prefix + "Microsoft.OpenApi",
        ["YamlDotNet"] = Prefix + "YamlDotNet",
        ["System.Text.Json"] = Prefix + "System.Text.Json",
        ["System.Text.Encodings.Web"] = Prefix + "System.Text.Encodings.Web",
        ["Microsoft.Bcl.AsyncInterfaces"] = Prefix + "Microsoft.Bcl.AsyncInterfaces",
    };

    /// <summary>Writes the set into a folder, which has nothing else afterwards. The same files give the same bytes.</summary>
    /// <exception cref="FileNotFoundException">One of the assemblies is not in <paramref name="built"/>.</exception>
    public static void Write(string built, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.CreateDirectory(target);
        using var resolver = new OriginalResolver(built);
        foreach ((string name, string renamed) in s_names)
        {
            using ModuleDefinition module = ModuleDefinition.ReadModule(
                Path.Combine(built, name + ".dll"), new ReaderParameters { AssemblyResolver = resolver });
            LowerVersions(module, resolver);
            Rename(module, renamed);
            module.Write(Path.Combine(target, renamed + ".dll"), new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        }
    }

    private static void Rename(ModuleDefinition module, string name)
    {
        module.Name = name + ".dll";
        module.Assembly.Name.Name = name;

        // A signature is of the bytes that were; the compiler asks for none.
        module.Assembly.Name.PublicKey = [];
        module.Assembly.Name.HasPublicKey = false;
        module.Attributes &= ~ModuleAttributes.StrongNameSigned;
        foreach (AssemblyNameReference reference in module.AssemblyReferences)
        {
            if (s_names.TryGetValue(reference.Name, out string? renamed))
            {
                reference.Name = renamed;
                reference.PublicKeyToken = [];
            }
        }
    }

    /// <summary>
    /// Lets a library refer to the versions that the generator is built with, which the oldest compiler has: .NET Framework takes no older
    /// assembly for a newer one. What the library uses is in them, or nothing is packed.
    /// </summary>
    private static void LowerVersions(ModuleDefinition module, OriginalResolver resolver)
    {
        foreach (AssemblyNameReference reference in module.AssemblyReferences)
        {
            if (resolver.VersionOf(reference.Name) is { } version && version < reference.Version)
            {
                reference.Version = version;
                foreach (MemberReference member in module.GetMemberReferences().Where(member => ScopeOf(member) == reference))
                {
                    _ = member.Resolve() ?? throw new InvalidOperationException($"{module.Name} uses {member}, which {reference} has not.");
                }
            }
        }
    }

    private static IMetadataScope? ScopeOf(MemberReference member) => member.DeclaringType?.GetElementType().Scope;

    /// <summary>Finds the assemblies as they were built: a constant of an enumeration is written by the type below it.</summary>
    private sealed class OriginalResolver : DefaultAssemblyResolver
    {
        private readonly string _built;

        public OriginalResolver(string built)
        {
            _built = built;
            AddSearchDirectory(built);
        }

        /// <summary>The version of an assembly that lies beside the generator; null where none does.</summary>
        public Version? VersionOf(string name)
            => Path.Combine(_built, name + ".dll") is var path && File.Exists(path) ? AssemblyName.GetAssemblyName(path).Version : null;

        public override AssemblyDefinition Resolve(AssemblyNameReference name)
        {
            string? original = s_names.FirstOrDefault(entry => entry.Value == name.Name).Key;
            return base.Resolve(original is null ? name : new AssemblyNameReference(original, name.Version));
        }
    }
}
