using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document;

namespace OgGen.Generator.Schemas;

/// <summary>The schemas of a document, and questions about them that have one answer, whatever is generated.</summary>
/// <remarks>
/// <para>Each answer is computed once and remembered here.</para>
/// <para>
/// Precondition: no schema is part of itself through <c>allOf</c> (the passes of the document cut such circles). Then an answer that is
/// asked for while it is being computed does not change what comes out, and the order of questions does not matter.
/// </para>
/// </remarks>
internal sealed class SchemaGraph
{
    private readonly Dictionary<string, SchemaNode> _components;
    private readonly Dictionary<IOpenApiSchema, string> _names;
    private readonly SchemaCache _known = new();
    private readonly SchemaMembers _members;
    private readonly SchemaVariants _variants;
    private readonly SchemaValues _values;
    private readonly SchemaIdentity _identity;

    private SchemaGraph(Dictionary<string, SchemaNode> components, JsonObject tree)
    {
        _components = components;
        _names = components.ToDictionary(static component => component.Value.Schema, static component => component.Key);
        _members = new SchemaMembers(this);
        _variants = new SchemaVariants(this);
        _values = new SchemaValues(this);
        _identity = new SchemaIdentity(tree, FindComponentTypes());
    }

    /// <summary>The component schemas, in the order of the document.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Components => _components;

    public static SchemaGraph Of(SpecDocument document)
    {
        var components = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IOpenApiSchema> component in document.Document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            string pointer = Pointers.Child("/components/schemas", component.Key);
            components.Add(component.Key, new SchemaNode(component.Value, pointer, SchemaOwner.Components));
        }

        return new SchemaGraph(components, document.Tree);
    }

    /// <summary>The schema behind references; null where they lead nowhere, or round in a circle.</summary>
    public static OpenApiSchema? Resolve(IOpenApiSchema? schema)
    {
        for (int i = 0; i < Limits.Depth && schema is OpenApiSchemaReference reference; i++)
        {
            schema = reference.Target;
        }

        return schema as OpenApiSchema;
    }

    /// <summary>The schema behind references, where it stands; the node itself where they lead nowhere.</summary>
    public SchemaNode Resolve(SchemaNode node)
        => node.Component is not null && Resolve(node.Schema) is { } target && _names.TryGetValue(target, out string? name) ? _components[name] : node;

    /// <summary>What a schema becomes, references followed; discriminated unions aside, which are planned.</summary>
    public SchemaKind KindOf(IOpenApiSchema? schema)
    {
        if (Resolve(schema) is not { } target)
        {
            return SchemaKind.Any;
        }

        if (!_known.Kinds.TryGetValue(target, out SchemaKind kind))
        {
            // Re-entry guard: while this schema is being classified, a recursive question sees Any.
            _known.Kinds[target] = SchemaKind.Any;
            _known.Kinds[target] = kind = FindKind(target);
        }

        return kind;
    }

    public SchemaKind KindOf(SchemaNode node) => KindOf(node.Schema);

    /// <summary>Whether others refer to the schema by a name.</summary>
    public bool IsComponent(IOpenApiSchema schema) => _names.ContainsKey(schema);

    /// <summary>The component that a schema is; null for an inline schema.</summary>
    public string? NameOf(IOpenApiSchema schema) => _names.TryGetValue(schema, out string? name) ? name : null;

    /// <summary>A number that two schemas share whose values are of one type. A reference has that of its component.</summary>
    public int TypeIdentity(SchemaNode node) => _identity.OfType(node);

    /// <summary>Whether a schema allows null, be it by one of its alternatives or through the schema of which it is an alias.</summary>
    public bool AllowsNull(SchemaNode node) => _values.AllowsNull(node);

    /// <summary>
    /// Whether a schema is an object, a map or an array by its members or items alone, without a type: null fits it too. A member that may be
    /// left out keeps that null; one that is required is rarely meant so.
    /// </summary>
    public bool IsUntyped(IOpenApiSchema schema) => _values.IsUntyped(schema);

    /// <summary>The kinds of JSON of a schema's values, references and aliases followed.</summary>
    public JsonKinds JsonKindsOf(SchemaNode node) => _values.KindsOf(Unaliased(node));

    /// <summary>A base of which the schemas that inherit from it by <c>allOf</c> are the variants.</summary>
    public static bool IsDiscriminatedBase(IOpenApiSchema schema)
        => Resolve(schema) is { } target && SchemaShape.DiscriminatorOf(target) is not null && SchemaShape.Alternatives(target).Count == 0;

    /// <summary>The alternatives, null aside; each of them says all that is known of its values.</summary>
    public IReadOnlyList<SchemaNode> Variants(SchemaNode node) => _variants.Of(Resolve(node));

    /// <summary>Whether the values of a schema are those of several alternatives.</summary>
    public bool HasVariants(OpenApiSchema schema) => _variants.Has(schema);

    /// <summary>The component that an alternative is, or comes from.</summary>
    public static string? VariantComponent(SchemaNode variant) => variant.Component ?? (variant.Schema as ComposedSchema)?.Component;

    /// <summary>The members of an object, with those of <c>allOf</c> merged in.</summary>
    public ObjectShape Flatten(SchemaNode node) => _members.Flatten(node);

    /// <summary>The schema of a map's values; null for any JSON, also where the map consists of itself.</summary>
    public SchemaNode? MapValue(SchemaNode node) => _members.MapValue(node);

    /// <summary>Whether an inline map has itself as its values, so that they have no type.</summary>
    public bool IsMapOfItself(SchemaNode map) => _members.IsMapOfItself(map);

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
            : EnumValues(schema).All(static value => JsonConstant.IsNull(value) || value!.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
                ? JsonSchemaType.Boolean
                : JsonSchemaType.Number;

    /// <summary>The one number that all alternatives of a schema are; null where they are more.</summary>
    public NumberUnion? NumberOf(IOpenApiSchema schema) => Resolve(schema) is { } target ? _values.NumberOf(target) : null;

    /// <summary>Whether a number may stand in JSON as a string as well.</summary>
    public bool AllowsNumericStrings(IOpenApiSchema schema)
        => Resolve(schema) is { } target && (SchemaShape.AllowsNumericStrings(target)
            || ImpliedTypes.AllowsNumericStrings(target)
            || NumberOf(target) is { HasStrings: true } or { HasNames: true });

    /// <summary>
    /// Whether the strings that may stand for a number have a point and no exponent: their author means exact digits. ASP.NET Core and Pydantic
    /// describe decimals so.
    /// </summary>
    public bool HasDecimalStrings(IOpenApiSchema schema)
        => Resolve(schema) is { } target && (NumberOf(target) is { } union
            ? union.HasDecimals
            : AllowsNumericStrings(target) && NumericPattern.IsDecimal(target.Pattern));

    /// <summary>
    /// The only value that a member can have in the objects that a client makes, as it must be there; null where there are others, or none.
    /// </summary>
    public JsonNode? PresetOf(SchemaNode member, bool isRequired) => isRequired ? _values.ConstantOf(member) : null;

    /// <summary>Whether a member with one value has no type of its own: nothing gives it a name.</summary>
    public bool IsPlainPreset(SchemaNode member, bool isRequired)
        => member.Component is null && member.Schema.Text(SpecExtensions.Name) is null && PresetOf(member, isRequired) is not null;

    /// <summary>The alternatives of a schema where all of them are strings, or all are numbers, and no more; else none.</summary>
    public IReadOnlyList<IOpenApiSchema> Constants(IOpenApiSchema schema)
    {
        if (Resolve(schema) is not { } target)
        {
            return [];
        }

        if (!_known.Constants.TryGetValue(target, out IReadOnlyList<IOpenApiSchema>? constants))
        {
            _known.Constants[target] = constants = FindConstants(target);
        }

        return constants;
    }

    /// <summary>The one schema that stands behind <c>allOf: [$ref]</c>, <c>oneOf: [x, null]</c> and the like; null where there is none.</summary>
    public IOpenApiSchema? AliasTarget(IOpenApiSchema schema)
    {
        if (!_known.AliasTargets.TryGetValue(schema, out IOpenApiSchema? target))
        {
            _known.AliasTargets[schema] = target = FindAliasTarget(schema);
        }

        return target;
    }

    private IOpenApiSchema? FindAliasTarget(IOpenApiSchema schema)
    {
        if (SchemaShape.DescribesMembers(schema))
        {
            return null;
        }

        IOpenApiSchema[] variants = SchemaShape.AlternativesButNull(schema);
        if (schema.AllOf is { Count: > 0 } parts)
        {
            // A component that says it is an object is one of its own.
            IOpenApiSchema[] constrained = parts.Where(part => !SchemaShape.IsUnconstrained(part) && (IsComponent(schema) || !IsBareObject(part))).ToArray();
            return variants.Length > 0 ? null : AliasTarget(schema, constrained);
        }

        return variants.Length switch
        {
            0 => null,
            1 => variants[0],
            _ => SameType(variants),
        };
    }

    /// <summary>The schema of which another one is an alias.</summary>
    public SchemaNode AliasTarget(SchemaNode alias)
    {
        IOpenApiSchema target = AliasTarget(alias.Schema)!;
        if (alias.Schema is ComposedSchema made)
        {
            return made.Nodes.First(node => node.Schema == target);
        }

        bool isAllOf = alias.Schema.AllOf is { Count: > 0 };
        IList<IOpenApiSchema> list = isAllOf ? alias.Schema.AllOf! : SchemaShape.Alternatives(alias.Schema);
        return alias.Member(isAllOf ? "allOf" : SchemaShape.AlternativesKeyword(alias.Schema), list.IndexOf(target), target);
    }

    /// <summary>The schema behind references and aliases.</summary>
    public SchemaNode Unaliased(SchemaNode node)
    {
        for (int i = 0; i < Limits.Depth; i++)
        {
            node = Resolve(node);
            if (node.Component is not null || KindOf(node) != SchemaKind.Alias)
            {
                break;
            }

            node = AliasTarget(node);
        }

        return node;
    }

    /// <summary>
    /// The inline schemas of which components are aliases, as in <c>anyOf: [ { … }, { type: 'null' } ]</c>, by schema. Such a schema is the
    /// component's type, however many others are equal. One with a name of its own is shared by that name.
    /// </summary>
    private Dictionary<IOpenApiSchema, string> FindComponentTypes()
    {
        var types = new Dictionary<IOpenApiSchema, string>();
        foreach (KeyValuePair<string, SchemaNode> component in _components)
        {
            SchemaNode node = component.Value;
            for (int i = 0; i < Limits.Depth && node.Component is null && KindOf(node) == SchemaKind.Alias; i++)
            {
                node = AliasTarget(node);
            }

            if (node.Component is null && !IsComponent(node.Schema) && node.Schema.Text(SpecExtensions.Name) is null)
            {
                types[node.Schema] = component.Key;
            }
        }

        return types;
    }

    private IOpenApiSchema? AliasTarget(IOpenApiSchema schema, IOpenApiSchema[] constrained)
    {
        if (constrained is [var only])
        {
            // Members that are required beside a reference make a type of their own.
            bool isRequired = schema.Required is { Count: > 0 } || schema.AllOf!.Any(part => part is not null and not OpenApiSchemaReference
                && part.Required is { Count: > 0 } && (SchemaShape.IsUnconstrained(part) || IsBareObject(part)));
            bool isDerived = IsComponent(schema) && IsOfUnion(only);
            return isDerived || isRequired && KindOf(only) == SchemaKind.Object ? null : only;
        }

        // Several limits of one value: the subschema that says most is its type.
        return constrained.Length > 1 && constrained.All(part => KindOf(part) is SchemaKind.Scalar or SchemaKind.Enum or SchemaKind.List)
            ? constrained.OrderByDescending(Weight).First()
            : null;
    }

    /// <summary>Whether a schema is a base with a discriminator, or inherits from one, through however many others.</summary>
    private bool IsOfUnion(IOpenApiSchema? schema)
    {
        if (Resolve(schema) is not { } start)
        {
            return false;
        }

        if (_known.OfUnion.TryGetValue(start, out bool known))
        {
            return known;
        }

        // Each schema has its answer after those that it refers to; a chain may be longer than the stack.
        var pending = new Stack<OpenApiSchema>([start]);
        while (pending.Count > 0)
        {
            OpenApiSchema current = pending.Peek();
            IEnumerable<OpenApiSchema> bases = (current.AllOf ?? []).OfType<OpenApiSchemaReference>().Select(Resolve).OfType<OpenApiSchema>();
            if (!IsDiscriminatedBase(current) && bases.FirstOrDefault(target => !_known.OfUnion.ContainsKey(target)) is { } next)
            {
                _known.OfUnion[next] = false;
                pending.Push(next);
                continue;
            }

            _known.OfUnion[current] = IsDiscriminatedBase(current) || bases.Any(target => _known.OfUnion[target]);
            pending.Pop();
        }

        return _known.OfUnion[start];
    }

    /// <summary>Whether a subschema of <c>allOf</c> only repeats that the others are objects, as in <c>{type: object, nullable: true}</c>.</summary>
    private bool IsBareObject(IOpenApiSchema? part)
        => part is OpenApiSchema own
            && SchemaShape.Types(own) == JsonSchemaType.Object
            && KindOf(own) == SchemaKind.Map
            && SchemaShape.IsOpen(own)
            && own.AllOf is not { Count: > 0 };

    /// <summary>How much a subschema of <c>allOf</c> says about a value.</summary>
    private int Weight(IOpenApiSchema part) => KindOf(part) switch
    {
        SchemaKind.Enum => 3,
        SchemaKind.List => part.Items is null ? 0 : 1,
        _ => part.Format is { Length: > 0 } ? 2 : SchemaShape.Types(part) == JsonSchemaType.Integer ? 1 : 0,
    };

    /// <summary>
    /// The alternative that has the values of all: one of the same C# type, numbers for integers and numbers, an enumeration,
    /// which is open, for its values and other strings.
    /// </summary>
    private IOpenApiSchema? SameType(IOpenApiSchema[] variants)
    {
        if (variants.All(variant => KindOf(variant) == SchemaKind.Scalar))
        {
            IOpenApiSchema widest = variants.FirstOrDefault(variant => ScalarType(variant) == JsonSchemaType.Number) ?? variants[0];
            ScalarKind kind = ScalarTypes.Of(this, widest);
            bool isNumber = ScalarType(widest) == JsonSchemaType.Number;
            bool IsWithin(IOpenApiSchema variant) => ScalarTypes.Of(this, variant) == kind || isNumber && ScalarType(variant) == JsonSchemaType.Integer;
            return variants.All(IsWithin) ? widest : null;
        }

        IOpenApiSchema[] enums = variants.Where(variant => KindOf(variant) == SchemaKind.Enum && IsStringEnum(Resolve(variant)!)).ToArray();
        bool IsString(IOpenApiSchema variant) => KindOf(variant) == SchemaKind.Scalar && ScalarTypes.Of(this, variant) == ScalarKind.String;
        return enums.Length == 1 && variants.All(variant => variant == enums[0] || IsString(variant)) ? enums[0] : null;
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

        if (AliasTarget(schema) is not null)
        {
            return SchemaKind.Alias;
        }

        if (HasVariants(schema))
        {
            return SchemaKind.Choice;
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
            0 when (schema.AllOf ?? []).Any(part => KindOf(part) == SchemaKind.Map) => SchemaKind.Map,
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
            JsonSchemaType.Boolean or JsonSchemaType.Number or JsonSchemaType.Integer when kinds.Contains(JsonValueKind.String) => SchemaKind.Any,
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
        return constants.Length > 1 && (constants.All(constant => IsConstant(constant, JsonValueKind.String)) || constants.All(constant => IsConstant(constant, JsonValueKind.Number)))
            ? constants
            : [];
    }

    private bool IsConstant(IOpenApiSchema alternative, JsonValueKind kind)
        => alternative is OpenApiSchema { Enum: { Count: > 0 } values }
            && KindOf(alternative) == SchemaKind.Enum
            && values.All(value => JsonConstant.IsNull(value) || value!.GetValueKind() == kind);
}
