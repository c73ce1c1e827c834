using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>Everything that is printed for one document.</summary>
/// <remarks>
/// <para>
/// The types of this model are cacheable as incremental values, so each must be 1) immutable and 2) equal by
/// structure. They are therefore sealed records of strings, numbers, enumerations, <see cref="Identifier"/>s, each other
/// (a <see cref="TypeRef"/> among them) and <see cref="EquatableArray{T}"/>.
/// </para>
/// <para>
/// The model holds what is printed and nothing else: no positions (an edit that only moves text re-emits nothing),
/// no documents, no symbols. Every decision was taken by the model builder.
/// </para>
/// </remarks>
internal sealed record DocumentModel
{
    public required EquatableArray<FileModel> Files { get; init; }

    public static DocumentModel Empty { get; } = new() { Files = default };
}

/// <summary>One generated file.</summary>
internal abstract record FileModel
{
    /// <summary>ASCII, at most 100 characters, unique in the compilation ignoring case.</summary>
    public required string HintName { get; init; }

    public required string Namespace { get; init; }

    public required TypeAccess Access { get; init; }

    /// <summary>The class that makes the types of the document known to <c>JsonSerializer</c>.</summary>
    public required string Resolver { get; init; }
}

/// <summary>A component schema's types: its own, then the inline ones that it owns.</summary>
internal sealed record TypesFile : FileModel
{
    public required EquatableArray<TypeModel> Types { get; init; }
}

/// <summary>Groups of operations: one, or those of a bucket.</summary>
internal sealed record GroupsFile : FileModel
{
    public required EquatableArray<GroupModel> Groups { get; init; }
}

/// <summary>The client.</summary>
internal sealed record ClientFile : FileModel
{
    public required ClientModel Client { get; init; }

    /// <summary>The types of response headers that operations share.</summary>
    public required EquatableArray<HeadersModel> Headers { get; init; }
}

/// <summary>The servers.</summary>
internal sealed record ServersFile : FileModel
{
    public required ServersModel Servers { get; init; }
}

/// <summary>The resolver that makes the types known to <c>JsonSerializer</c>.</summary>
internal sealed record ResolverFile : FileModel
{
    public required string ClientName { get; init; }

    public required EquatableArray<string> TypeNames { get; init; }

    public required bool HasEnumerations { get; init; }
}
