using OgGen.Generator.Document;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>What makes the type of an inline schema: its owner, and its identity within it.</summary>
internal readonly record struct TypeKey(SchemaOwner Owner, int Identity)
{
    public static TypeKey Of(SchemaGraph schemas, SchemaNode node)
        => new(node.Schema.Text(SpecExtensions.Name) is { } name ? SchemaOwner.Named(name) : node.Owner, schemas.TypeIdentity(node));
}

/// <summary>With what a type lives in one file.</summary>
internal enum HomeKind
{
    /// <summary>A component schema.</summary>
    Component,

    /// <summary>A shared response, request body, parameter or header.</summary>
    SharedElement,
    Group,
    Webhooks,
}

/// <summary>With what a type lives in one file: a kind, and the key of the component or group, or the JSON pointer of the shared element.</summary>
internal readonly record struct TypeHome(HomeKind Kind, string Key);

/// <summary>The type of an inline schema.</summary>
internal sealed record PlannedType
{
    public required TypeKey Key { get; init; }

    /// <summary>The schema at the first of its places.</summary>
    public required SchemaNode Node { get; init; }

    public required SchemaKind Kind { get; init; }

    /// <summary>What that place suggests as its name.</summary>
    public required PlaceName Place { get; init; }

    public required TypeHome Home { get; init; }

    /// <summary>Whether anything that is generated has it; a filter may leave out all that does.</summary>
    public required bool IsEmitted { get; init; }

    /// <summary>Whether all its places agree in their description, so that it is the type's.</summary>
    public required bool IsDescribedAlike { get; init; }

    /// <summary>Whether all its places are deprecated.</summary>
    public required bool IsDeprecated { get; init; }
}

/// <summary>The types of inline schemas.</summary>
/// <param name="Schemas">The schemas of the document.</param>
/// <param name="Types">The types, in the order in which they get their names.</param>
/// <param name="ByKey">The same, by what makes them.</param>
/// <param name="Envelopes">The components that only wrap results: no type is generated for them.</param>
internal sealed record TypePlan(
    SchemaGraph Schemas, IReadOnlyList<PlannedType> Types, IReadOnlyDictionary<TypeKey, PlannedType> ByKey, IReadOnlyCollection<string> Envelopes)
{
    private readonly ILookup<TypeHome, PlannedType> _byHome = Types.Where(static type => type.IsEmitted).ToLookup(static type => type.Home);

    /// <summary>The shared elements with which types live, in ordinal order.</summary>
    public IEnumerable<TypeHome> SharedHomes
        => _byHome.Select(static home => home.Key).Where(static home => home.Kind == HomeKind.SharedElement).OrderBy(static home => home.Key, StringComparer.Ordinal);

    /// <summary>The types that live in one file.</summary>
    public IEnumerable<PlannedType> At(TypeHome home) => _byHome[home];

    /// <summary>The type of an inline schema.</summary>
    /// <exception cref="InvalidOperationException">It was not planned, which is a bug of the planner.</exception>
    public PlannedType Find(SchemaNode node)
        => ByKey.TryGetValue(TypeKey.Of(Schemas, node), out PlannedType? type)
            ? type
            : throw new InvalidOperationException($"No type was planned for the schema at {node.Pointer}");
}
