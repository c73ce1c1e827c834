using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Model;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>Which C# type a schema is.</content>
internal sealed partial class ModelBuilder
{
    private static readonly TypeRef s_any = new AnyJsonRef();
    private static readonly TypeRef s_string = new ScalarRef(ScalarKind.String);

    /// <summary>The components that are being resolved: one that comes back to itself without a type of its own has none.</summary>
    private readonly HashSet<string> _resolving = new(StringComparer.Ordinal);

    /// <summary>The types that live with a component: its own, then inline ones.</summary>
    private IEnumerable<TypeModel> BuildTypes(string component)
    {
        if (_componentNames.TryGetValue(component, out string? name))
        {
            yield return BuildType(name, _schemas.Components[component], component);
        }

        foreach (TypeModel type in BuildInlineTypes(ComponentOwner(component)))
        {
            yield return type;
        }
    }

    private IEnumerable<TypeModel> BuildInlineTypes(string owner)
        => _inlineTypesByOwner[owner]
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(type => BuildType(type.Name, type.Schema, component: null));

    private TypeModel BuildType(string name, SchemaNode at, string? component)
    {
        SchemaKind kind = component is null ? _schemas.KindOf(at.Schema) : ComponentKind(component);
        return kind switch
        {
            SchemaKind.Union => BuildUnion(name, at, component!),
            SchemaKind.Enum => BuildEnum(name, at),
            SchemaKind.Choice => BuildChoice(name, at, component is not null && _choicesOfHeirs.TryGetValue(component, out List<SchemaNode>? heirs) ? heirs : _schemas.Variants(at)),
            _ => BuildObject(name, at, component),
        };
    }

    /// <summary>The C# type for the values of a schema, null aside.</summary>
    private TypeRef Resolve(SchemaNode at)
    {
        if (at.Component is { } component)
        {
            return ResolveComponent(component);
        }

        switch (_schemas.KindOf(at.Schema))
        {
            case SchemaKind.Scalar:
                return new ScalarRef(ScalarTypes.Of(_schemas, at.Schema));
            case SchemaKind.List:
                return at.Schema.Items is { } items ? new ListRef(ResolveItem(at.Member("items", items))) : new ListRef(s_any);
            case SchemaKind.Map:
                return new MapRef(_schemas.MapValue(at) is { } value ? ResolveItem(value) : s_any);
            case SchemaKind.Alias:
                return Resolve(_schemas.AliasTarget(at));
            case SchemaKind.Any:
                return s_any;
            case SchemaKind kind:
                return _inlineTypes.TryGetValue(_structure.Of(at.Schema), out InlineType? type) ? Named(type.Name, kind) : s_any;
        }
    }

    private TypeRef ResolveComponent(string component)
    {
        if (!_schemas.Components.TryGetValue(component, out SchemaNode target))
        {
            // What leads nowhere was reported where it stands.
            return s_any;
        }

        if (_componentNames.TryGetValue(component, out string? name))
        {
            return Named(name, ComponentKind(component));
        }

        if (!_resolving.Add(component))
        {
            Report(Descriptors.Unsupported, target.Pointer, $"The schema '{component}' consists of itself and has no type of its own; any JSON is accepted in its place");
            return s_any;
        }

        TypeRef type = Resolve(target);
        _resolving.Remove(component);
        return type;
    }

    /// <summary>The type of the items of a list or map, which may be null.</summary>
    private TypeRef ResolveItem(SchemaNode at)
    {
        TypeRef type = Resolve(at);
        return _schemas.AllowsNull(at) && type != s_any ? OrNull(type) : type;
    }

    private static ModelRef Named(string name, SchemaKind kind)
        => new(name, IsStruct: kind == SchemaKind.Enum);

    private static TypeRef OrNull(TypeRef type) => type with { IsNullable = true };
}
