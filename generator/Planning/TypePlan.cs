using OgGen.Generator.Document;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>The key of an inline schema's type: its owner, and its identity within the owner.</summary>
internal readonly record struct TypeKey(SchemaOwner Owner, int Identity)
{
    public static TypeKey Of(SchemaGraph schemas, SchemaNode node)
        => new(node.Schema.Text(SpecExtensions.Name) is { } name ? SchemaOwner.Named(name) : node.Owner, schemas.TypeIdentity(node));
}

/// <summary>The kinds of elements that own a file.</summary>
internal enum HomeKind
{
    /// <summary>A component schema.</summary>
    Component,

    /// <summary>A shared response, request body, parameter or header.</summary>
    SharedElement,
    Group,
    Webhooks,
}

/// <summary>
/// The owner of the file of a type: a kind, and the key of the component or group, or the JSON pointer of the shared element.
/// </summary>
internal readonly record struct TypeHome(HomeKind Kind, string Key);

/// <summary>The type of an inline schema.</summary>
internal sealed record PlannedType
{
    public required TypeKey Key { get; init; }

    /// <summary>The schema at its first location.</summary>
    public required SchemaNode Node { get; init; }

    public required SchemaKind Kind { get; init; }

    /// <summary>The name that the first location suggests.</summary>
    public required SuggestedName SuggestedName { get; init; }

    public required TypeHome Home { get; init; }

    /// <summary>Whether generated code uses it; a filter may exclude all uses.</summary>
    public required bool IsEmitted { get; init; }

    /// <summary>Whether all its locations have the same description, which is then the type's.</summary>
    public required bool IsDescribedAlike { get; init; }

    /// <summary>Whether all its locations are deprecated.</summary>
    public required bool IsDeprecated { get; init; }
}

/// <summary>The types of inline schemas.</summary>
/// <param name="Schemas">The schemas of the document.</param>
/// <param name="Types">The types, in the order in which they get their names.</param>
/// <param name="ByKey">The types by key.</param>
/// <param name="Envelopes">The components that only wrap results: no type is generated for them.</param>
internal sealed record TypePlan(
    SchemaGraph Schemas,
    IReadOnlyList<PlannedType> Types,
    IReadOnlyDictionary<TypeKey, PlannedType> ByKey,
    IReadOnlyCollection<string> Envelopes)
{
    private readonly ILookup<TypeHome, PlannedType> _byHome = Types.Where(static type => type.IsEmitted).ToLookup(static type => type.Home);

    /// <summary>The shared elements that own files of types, in ordinal order.</summary>
    public IEnumerable<TypeHome> SharedHomes
        => _byHome.Select(static home => home.Key)
            .Where(static home => home.Kind == HomeKind.SharedElement)
            .OrderBy(static home => home.Key, StringComparer.Ordinal);

    /// <summary>The types of one file.</summary>
    public IEnumerable<PlannedType> At(TypeHome home) => _byHome[home];

    /// <summary>The type of an inline schema.</summary>
    /// <exception cref="InvalidOperationException">It was not planned, which is a bug of the planner.</exception>
    public PlannedType Find(SchemaNode node)
        => ByKey.TryGetValue(TypeKey.Of(Schemas, node), out PlannedType? type)
            ? type
            : throw new InvalidOperationException($"No type was planned for the schema at {node.Pointer}");
}
