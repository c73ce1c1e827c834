using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document;

namespace OgGen.Generator.Schemas;

/// <summary>The schemas of a document, and the properties that follow from them alone.</summary>
/// <remarks>
/// <para>Each result is computed once and cached here.</para>
/// <para>
/// Precondition: no schema is part of itself through <c>allOf</c> (the passes of the document cut such circles). Then a result that is
/// requested while it is being computed does not depend on the order of calls.
/// </para>
/// </remarks>
internal sealed class SchemaGraph
{
    private readonly Dictionary<string, SchemaNode> _components;
    private readonly Dictionary<IOpenApiSchema, string> _names;
    private readonly SchemaCache _known = new();
    private readonly SchemaAliases _aliases;
    private readonly SchemaMembers _members;
    private readonly SchemaVariants _variants;
    private readonly SchemaValues _values;
    private readonly SchemaIdentity _identity;

    private SchemaGraph(Dictionary<string, SchemaNode> components, JsonObject tree)
    {
        _components = components;
        _names = components.ToDictionary(static component => component.Value.Schema, static component => component.Key);
        _aliases = new SchemaAliases(this, _known);
        _members = new SchemaMembers(this, _known);
        _variants = new SchemaVariants(this, _known);
        _values = new SchemaValues(this, _known);
        _identity = new SchemaIdentity(tree, _aliases.FindComponentTypes());
    }

    /// <summary>The component schemas, in the order of the document.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Components => _components;

    public static SchemaGraph Of(SpecDocument document)
    {
        var components = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IOpenApiSchema> component in document.Document.Components?.Schemas
            ?? new Dictionary<string, IOpenApiSchema>())
        {
            string pointer = Pointers.Child("/components/schemas", component.Key);
            components.Add(component.Key, new SchemaNode(component.Value, pointer, SchemaOwner.Components));
        }

        return new SchemaGraph(components, document.Tree);
    }

    /// <summary>The target of references; null where they lead nowhere, or in a circle.</summary>
    public static OpenApiSchema? Resolve(IOpenApiSchema? schema)
    {
        for (int i = 0; i < Limits.Depth && schema is OpenApiSchemaReference reference; i++)
        {
            schema = reference.Target;
        }

        return schema as OpenApiSchema;
    }

    /// <summary>The target of references, with its location; the node itself where they lead nowhere.</summary>
    public SchemaNode Resolve(SchemaNode node)
        => node.Component is not null && Resolve(node.Schema) is { } target && _names.TryGetValue(target, out string? name)
            ? _components[name]
            : node;

    /// <summary>The kind of type of a schema, references followed. Discriminated unions are planned later.</summary>
    public SchemaKind KindOf(IOpenApiSchema? schema)
    {
        if (Resolve(schema) is not { } target)
        {
            return SchemaKind.Any;
        }

        SchemaFacts facts = _known.Of(target);
        if (facts.Kind is not { } kind)
        {
            // Re-entry guard: while this schema is being classified, a recursive question sees Any.
            facts.Kind = SchemaKind.Any;
            facts.Kind = kind = FindKind(target);
        }

        return kind;
    }

    public SchemaKind KindOf(SchemaNode node) => KindOf(node.Schema);

    /// <summary>Whether the schema is a component.</summary>
    public bool IsComponent(IOpenApiSchema schema) => _names.ContainsKey(schema);

    /// <summary>The component that a schema is; null for an inline schema.</summary>
    public string? NameOf(IOpenApiSchema schema) => _names.TryGetValue(schema, out string? name) ? name : null;

    /// <summary>The identity of the type of a schema: equal for two schemas of one type. A reference has that of its component.</summary>
    public int TypeIdentity(SchemaNode node) => _identity.OfType(node);

    /// <summary>Whether a schema allows null, by itself, by one of its alternatives, or as an alias of a schema that does.</summary>
    public bool AllowsNull(SchemaNode node) => _values.AllowsNull(node);

    /// <summary>
    /// Whether a schema is an object, a map or an array by its members or items alone, without a type: null fits it too. A member that may
    /// be left out keeps that null; one that is required is rarely meant so.
    /// </summary>
    public bool IsUntyped(IOpenApiSchema schema) => _values.IsUntyped(schema);

    /// <summary>The schema of which another one is an alias.</summary>
    public SchemaNode AliasTarget(SchemaNode alias) => _aliases.TargetOf(alias);

    /// <summary>The schema behind references and aliases.</summary>
    public SchemaNode Unaliased(SchemaNode node) => _aliases.Follow(node);

    /// <summary>The kinds of JSON of a schema's values, references and aliases followed.</summary>
    public JsonKinds JsonKindsOf(SchemaNode node) => _values.KindsOf(Unaliased(node));

    /// <summary>
    /// Whether a schema is a base with a discriminator, whose variants are the schemas that inherit from it by <c>allOf</c>.
    /// </summary>
    public static bool IsDiscriminatedBase(IOpenApiSchema schema)
        => Resolve(schema) is { } target && SchemaShape.DiscriminatorOf(target) is not null && SchemaShape.Alternatives(target).Count == 0;

    /// <summary>The alternatives, null aside, each merged with the keywords beside them.</summary>
    public IReadOnlyList<SchemaNode> Variants(SchemaNode node) => _variants.Of(Resolve(node));

    /// <summary>Whether the values of a schema are those of several alternatives.</summary>
    public bool HasVariants(OpenApiSchema schema) => _variants.Has(schema);

    /// <summary>The component that an alternative is, or comes from.</summary>
    public static string? VariantComponent(SchemaNode variant) => variant.Component ?? (variant.Schema as ComposedSchema)?.Component;

    /// <summary>The members of an object, with those of <c>allOf</c> merged in.</summary>
    public ObjectShape Flatten(SchemaNode node) => _members.Flatten(node);

    /// <summary>The schema of a map's values; null for any JSON, also where the map consists of itself.</summary>
    public SchemaNode? MapValue(SchemaNode node) => _members.MapValue(node, out _);

    /// <summary>The schema of a map's values; null for any JSON, also where the map consists of itself.</summary>
    /// <param name="node">The map.</param>
    /// <param name="isItself">Whether the values are the map itself, so that they have no type.</param>
    public SchemaNode? MapValue(SchemaNode node, out bool isItself) => _members.MapValue(node, out isItself);

    /// <summary>The schema of the members of an object that have no property of their own; null for any JSON.</summary>
    public SchemaNode? ExtraOf(SchemaNode node) => _members.AnyOf(node, Flatten(node).Extra);

    /// <summary>The known values of an enumeration.</summary>
    public IEnumerable<JsonNode?> EnumValues(IOpenApiSchema schema)
        => schema.Enum is { Count: > 0 } own ? own : Constants(schema).SelectMany(static constant => constant.Enum!);

    /// <summary>Whether the values of an enumeration are strings: they may stand unquoted in YAML.</summary>
    public bool IsStringEnum(IOpenApiSchema schema)
        => SchemaShape.Types(schema) == JsonSchemaType.String
            || EnumValues(schema).All(static value => JsonConstant.IsNull(value) || JsonConstant.AsString(value) is not null);

    /// <summary>The type of a scalar: its own, else that of its values.</summary>
    public JsonSchemaType ScalarType(IOpenApiSchema schema)
        => SchemaShape.Types(schema) is not 0 and var types ? types
            : NumberOf(schema) is { } union ? ScalarType(union.Number)
            : !EnumValues(schema).Any() && ImpliedTypes.Of(Resolve(schema) ?? schema) is not 0 and var implied ? implied
            : EnumValues(schema)
                .All(static value => JsonConstant.IsNull(value) || value!.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
                ? JsonSchemaType.Boolean
                : JsonSchemaType.Number;

    /// <summary>The number type of which all alternatives of a schema are forms; null where there are other values.</summary>
    public NumberUnion? NumberOf(IOpenApiSchema schema) => Resolve(schema) is { } target ? _values.NumberOf(target) : null;

    /// <summary>Whether a number may stand in JSON as a string as well.</summary>
    public bool AllowsNumericStrings(IOpenApiSchema schema)
        => Resolve(schema) is { } target && (SchemaShape.AllowsNumericStrings(target)
            || ImpliedTypes.AllowsNumericStrings(target)
            || NumberOf(target) is { HasStrings: true } or { HasNames: true });

    /// <summary>
    /// Whether the strings that may stand for a number have a point and no exponent: their author means exact digits. ASP.NET Core and
    /// Pydantic describe decimals so.
    /// </summary>
    public bool HasDecimalStrings(IOpenApiSchema schema)
        => Resolve(schema) is { } target && (NumberOf(target) is { } union
            ? union.HasDecimals
            : AllowsNumericStrings(target) && NumericPattern.IsDecimal(target.Pattern));

    /// <summary>
    /// The only possible value of a required member, which new objects have; null where there are others.
    /// </summary>
    public JsonNode? PresetOf(SchemaNode member, bool isRequired) => isRequired ? _values.ConstantOf(member) : null;

    /// <summary>Whether a member with one possible value has no type of its own, because nothing gives it a name.</summary>
    public bool IsPlainPreset(SchemaNode member, bool isRequired)
        => member.Component is null && member.Schema.Text(SpecExtensions.Name) is null && PresetOf(member, isRequired) is not null;

    /// <summary>The alternatives of a schema where all of them are strings, or all are numbers, and no more; else none.</summary>
    public IReadOnlyList<IOpenApiSchema> Constants(IOpenApiSchema schema)
    {
        if (Resolve(schema) is not { } target)
        {
            return [];
        }

        SchemaFacts facts = _known.Of(target);
        return facts.Constants ??= FindConstants(target);
    }

    private SchemaKind FindKind(OpenApiSchema schema)
    {
        if (EnumKind(schema) is { } kind)
        {
            return kind;
        }

        if (NumberOf(schema) is not null)
        {
            return SchemaKind.Scalar;
        }

        if (_aliases.TargetOf(schema) is not null)
        {
            return SchemaKind.Alias;
        }

        if (HasVariants(schema))
        {
            return SchemaKind.UntaggedUnion;
        }

        if (_members.Has(schema))
        {
            return SchemaKind.Object;
        }

        return SchemaShape.Types(schema) switch
        {
            JsonSchemaType.Object => SchemaKind.Map,
            JsonSchemaType.Array => SchemaKind.List,
            0 when schema.Items is not null => SchemaKind.List,
            0 when schema.AdditionalProperties is not null || schema.PatternProperties is { Count: > 0 } => SchemaKind.Map,
            0 when schema.AllOf.OrNone().Any(part => KindOf(part) == SchemaKind.Map) => SchemaKind.Map,
            JsonSchemaType.Boolean or JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.String => SchemaKind.Scalar,
            JsonSchemaType.Integer | JsonSchemaType.Number => SchemaKind.Scalar,
            0 => ImpliedTypes.Of(schema) switch
            {
                0 => SchemaKind.Any,
                JsonSchemaType.Array => SchemaKind.List,
                JsonSchemaType.Object => SchemaKind.Map,
                _ => SchemaKind.Scalar,
            },
            _ => SchemaKind.Any,
        };
    }

    private SchemaKind? EnumKind(OpenApiSchema schema)
    {
        if (schema.Enum is not { Count: > 0 } && Constants(schema).Count == 0)
        {
            return null;
        }

        JsonNode[] values = EnumValues(schema).Where(static value => !JsonConstant.IsNull(value)).ToArray()!;
        if (values.Length == 0)
        {
            return schema.Enum is { Count: > 0 } ? SchemaKind.Any : null;
        }

        JsonSchemaType types = SchemaShape.Types(schema);
        JsonValueKind[] kinds = values
            .Select(static value => value.GetValueKind() is var kind && kind == JsonValueKind.False ? JsonValueKind.True : kind)
            .Distinct()
            .ToArray();
        return types switch
        {
            JsonSchemaType.Boolean or JsonSchemaType.Number or JsonSchemaType.Integer when kinds.Contains(JsonValueKind.String) =>
                SchemaKind.Any,
            JsonSchemaType.Boolean or JsonSchemaType.Number => SchemaKind.Scalar,
            JsonSchemaType.Integer => values.All(SchemaShape.IsInteger) ? SchemaKind.Enum : SchemaKind.Scalar,
            JsonSchemaType.String => values.All(static value => value is JsonValue) ? SchemaKind.Enum : SchemaKind.Scalar,
            JsonSchemaType.Object or JsonSchemaType.Array => null,
            _ => kinds switch
            {
                [JsonValueKind.String] => SchemaKind.Enum,
                [JsonValueKind.Number] when values.All(SchemaShape.IsInteger) => SchemaKind.Enum,
                [JsonValueKind.Number] or [JsonValueKind.True] when types == 0 => SchemaKind.Scalar,
                _ => SchemaKind.Any,
            },
        };
    }

    private IOpenApiSchema[] FindConstants(OpenApiSchema schema)
    {
        IOpenApiSchema[] constants = SchemaShape.AlternativesButNull(schema);
        return constants.Length > 1
            && (constants.All(constant => IsConstant(constant, JsonValueKind.String))
                || constants.All(constant => IsConstant(constant, JsonValueKind.Number)))
            ? constants
            : [];
    }

    private bool IsConstant(IOpenApiSchema alternative, JsonValueKind kind)
        => alternative is OpenApiSchema { Enum: { Count: > 0 } values }
            && KindOf(alternative) == SchemaKind.Enum
            && values.All(value => JsonConstant.IsNull(value) || value!.GetValueKind() == kind);
}
