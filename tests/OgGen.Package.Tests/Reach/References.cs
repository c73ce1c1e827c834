using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace OgGen.Package.Tests.Reach;

/// <summary>Something outside of an assembly that its code names.</summary>
/// <param name="Assembly">Where it is: the name of an assembly.</param>
/// <param name="Outer">The type, or the type that declares the member, or the type that either is nested in: `System.Func`2`.</param>
/// <param name="Id">Its documentation comment id: `T:…`, `M:…` or `F:…`; accessors are methods.</param>
/// <param name="TypeArguments">The type arguments that a generic method or the type that declares the member is used with.</param>
/// <param name="Places">The methods that use it, where it is a member.</param>
internal sealed record Reference(string Assembly, string Outer, string Id, string TypeArguments, string Places)
{
    /// <summary>The namespace of the type.</summary>
    public string Namespace => Outer.LastIndexOf('.') is var end and >= 0 ? Outer[..end] : "";

    /// <summary>Id, type arguments and places.</summary>
    public override string ToString()
        => Id + (TypeArguments.Length == 0 ? "" : $" with {TypeArguments}") + (Places.Length == 0 ? "" : $" in {Places}");
}

/// <summary>
/// Reads from the metadata of an assembly all that its code can call outside of itself: no instruction can name what is not in these
/// tables.
/// </summary>
internal static class References
{
    /// <summary>The types and members of other assemblies that this one names.</summary>
    public static IReadOnlyList<Reference> Of(byte[] assembly)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        MetadataReader reader = image.GetMetadataReader();
        var names = new DocumentationNames();
        var found = new List<Reference>();

        ILookup<EntityHandle, string> places = Places.Of(image, reader);

        foreach (TypeReferenceHandle handle in reader.TypeReferences)
        {
            (string home, string outer) = Origin(reader, handle);
            found.Add(new Reference(home, outer, "T:" + names.GetTypeFromReference(reader, handle, 0), "", ""));
        }

        foreach (MemberReferenceHandle handle in reader.MemberReferences)
        {
            if (Member(reader, names, handle) is { } member)
            {
                found.Add(member with { Places = string.Join(", ", places[handle]) });
            }
        }

        for (int row = 1; row <= reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            MethodSpecificationHandle handle = MetadataTokens.MethodSpecificationHandle(row);
            MethodSpecification instance = reader.GetMethodSpecification(handle);
            if (instance.Method.Kind == HandleKind.MemberReference
                && Member(reader, names, (MemberReferenceHandle)instance.Method) is { } member)
            {
                found.Add(member with
                {
                    TypeArguments = string.Join(',', instance.DecodeSignature(names, null)),
                    Places = string.Join(", ", places[handle]),
                });
            }
        }

        return found;
    }

    /// <summary>The native functions that an assembly imports.</summary>
    public static IReadOnlyList<string> NativeOf(byte[] assembly)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        MetadataReader reader = image.GetMetadataReader();
        return [.. reader.MethodDefinitions.Select(reader.GetMethodDefinition)
            .Where(static method => !method.GetImport().Module.IsNil)
            .Select(method => reader.GetString(method.Name))];
    }

    private static Reference? Member(MetadataReader reader, DocumentationNames names, MemberReferenceHandle handle)
    {
        MemberReference member = reader.GetMemberReference(handle);
        (TypeReferenceHandle Type, string Arguments)? declaring = member.Parent.Kind switch
        {
            HandleKind.TypeReference => ((TypeReferenceHandle)member.Parent, ""),
            HandleKind.TypeSpecification => names.Generic(reader, (TypeSpecificationHandle)member.Parent),
            _ => null, // a type of the assembly itself
        };
        if (declaring is not { } found)
        {
            return null;
        }

        string type = names.GetTypeFromReference(reader, found.Type, 0);
        string name = reader.GetString(member.Name).Replace('.', '#');
        string id;
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            id = $"F:{type}.{name}";
        }
        else
        {
            MethodSignature<string> signature = member.DecodeMethodSignature(names, null);
            string arity = signature.GenericParameterCount == 0 ? "" : "``" + signature.GenericParameterCount;
            string parameters = signature.ParameterTypes.IsEmpty ? "" : $"({string.Join(',', signature.ParameterTypes)})";
            id = $"M:{type}.{name}{arity}{parameters}";
        }

        (string assembly, string outer) = Origin(reader, found.Type);
        return new Reference(assembly, outer, id, found.Arguments, "");
    }

    /// <summary>The assembly that a type is in, and the type that it is nested in, or itself.</summary>
    private static (string Assembly, string Outer) Origin(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        string assembly = type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
            : "";
        return (assembly, $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}");
    }
}
