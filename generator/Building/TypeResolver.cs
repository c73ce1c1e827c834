using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Finds the type of a schema's values.</summary>
internal sealed class TypeResolver(UnionPlan unions, TypePlan types, NamePlan names, Problems problems)
{
    public static TypeRef AnyJson { get; } = new AnyJsonRef();

    public static TypeRef String { get; } = new ScalarRef(ScalarKind.String);

    /// <summary>The type for the values of a schema, null aside.</summary>
    public TypeRef Resolve(SchemaNode node) => Resolve(node, null);

    /// <summary>The type of items of a list, and of whatever may be null.</summary>
    public TypeRef ResolveItem(SchemaNode node) => ResolveItem(node, null);

    /// <summary>The type of the items of a list that are single values; null where they are more.</summary>
    public TypeRef? ListItem(SchemaNode list)
    {
        if (list.Schema.Items is not { } items)
        {
            return String;
        }

        SchemaNode item = list.Member("items", items);
        return unions.Follow(item).Kind switch
        {
            SchemaKind.Any => String,
            SchemaKind.Scalar or SchemaKind.Enum => Resolve(item),
            _ => null,
        };
    }

    public static TypeRef OrNull(TypeRef type) => type with { IsNullable = true };

    private TypeRef Resolve(SchemaNode node, Visit? around)
    {
        if (node.Component is { } component)
        {
            return ResolveComponent(component, around);
        }

        SchemaGraph schemas = unions.Schemas;
        return schemas.KindOf(node) switch
        {
            SchemaKind.Scalar => ScalarOf(node),
            SchemaKind.List => new ListRef(node.Schema.Items is { } items ? ResolveItem(node.Member("items", items), around) : AnyJson),
            SchemaKind.Map => new MapRef(MapValue(node, around)),
            SchemaKind.Alias => Resolve(schemas.AliasTarget(node), around),
            SchemaKind.Any => AnyJson,
            SchemaKind.UntaggedUnion when unions.UnionInline(node) is { } union => ResolveComponent(union, around),
            var kind => new ModelRef(names.Types[types.Find(node).Key], IsStruct: kind == SchemaKind.Enum),
        };
    }

    private TypeRef MapValue(SchemaNode map, Visit? around)
    {
        SchemaNode? value = unions.Schemas.MapValue(map, out bool isItself);
        if (isItself)
        {
            problems.Report(Descriptors.Unsupported, map.Pointer, "The values of the map are the map itself; they are any JSON");
        }

        return value is { } node ? ResolveItem(node, around) : AnyJson;
    }

    private ScalarRef ScalarOf(SchemaNode node)
    {
        ScalarKind kind = ScalarTypes.Of(unions.Schemas, node.Schema);
        bool isLenient = node.Schema.Flag(SpecExtensions.Lenient);
        if (isLenient && kind != ScalarKind.String && !IsPlain(kind))
        {
            problems.Report(
                Descriptors.BadExtension,
                node.Pointer + "/" + SpecExtensions.Lenient,
                $"'{SpecExtensions.Lenient}' has no meaning beside 'format: {node.Schema.Format}', which makes another type of the string");
            isLenient = false;
        }

        return new ScalarRef(kind) { IsLenient = isLenient };
    }

    /// <summary>The lenient type: booleans and numbers that are strings in JSON are written as strings again.</summary>
    public static TypeRef Lenient(TypeRef type) => type switch
    {
        ScalarRef scalar when IsPlain(scalar.Kind) => scalar with { IsLenient = true },
        ListRef list => list with { Item = Lenient(list.Item) },
        MapRef map => map with { Value = Lenient(map.Value) },
        SecretRef secret => secret with { Inner = Lenient(secret.Inner) },
        _ => type,
    };

    private static bool IsPlain(ScalarKind kind) => kind is ScalarKind.Boolean
        or ScalarKind.Int32
        or ScalarKind.Int64
        or ScalarKind.UInt64
        or ScalarKind.BigInteger
        or ScalarKind.Single
        or ScalarKind.Double
        or ScalarKind.NamedSingle
        or ScalarKind.NamedDouble
        or ScalarKind.Decimal;

    private TypeRef ResolveItem(SchemaNode node, Visit? around)
    {
        TypeRef type = Resolve(node, around);
        return unions.Schemas.AllowsNull(node) && type != AnyJson ? OrNull(type) : type;
    }

    private TypeRef ResolveComponent(string component, Visit? around)
    {
        if (!unions.Schemas.Components.TryGetValue(component, out SchemaNode target))
        {
            // Unresolved references are reported elsewhere.
            return AnyJson;
        }

        if (names.Components.TryGetValue(component, out string? name))
        {
            return new ModelRef(name, IsStruct: unions.KindOf(component) == SchemaKind.Enum);
        }

        for (Visit? visit = around; visit is not null; visit = visit.Around)
        {
            if (visit.Component == component)
            {
                problems.Report(
                    Descriptors.Unsupported,
                    target.Pointer,
                    $"The schema '{component}' consists of itself and has no type of its own; any JSON is accepted instead");
                return AnyJson;
            }
        }

        return Resolve(target, new Visit(component, around));
    }

    /// <summary>A component that is being resolved. One that refers back to itself without a type of its own has no type.</summary>
    private sealed record Visit(string Component, Visit? Around);
}
