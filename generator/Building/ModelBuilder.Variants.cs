using System.Globalization;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>What the alternatives of a choice are called.</content>
internal sealed partial class ModelBuilder
{
    private void PlanVariants(IReadOnlyList<SchemaNode> variants, PlaceName place, string owner)
    {
        string[] names = VariantNames(variants);
        for (int i = 0; i < variants.Count; i++)
        {
            // A list is no type of its own: what it holds is told by the place alone.
            bool isCollection = _schemas.KindOf(variants[i].Schema) is SchemaKind.List or SchemaKind.Map;
            PlanInline(variants[i], isCollection ? place : place.Variant(names[i]), owner);
        }
    }

    /// <summary>
    /// The names of alternatives: the first way in which one is called otherwise than all others, in the order of <see cref="NamesOf"/>;
    /// a number where there is none.
    /// </summary>
    private string[] VariantNames(IReadOnlyList<SchemaNode> variants)
    {
        ObjectShape?[] shapes = variants.Select(variant => _schemas.KindOf(variant.Schema) == SchemaKind.Object ? _schemas.Flatten(variant) : null).ToArray();
        string?[][] names = variants.Select((variant, i) => NamesOf(variant, shapes, i).ToArray()).ToArray();
        return names
            .Select((own, i) => own.Where((name, way) => name is { Length: > 0 } && !names.Where((other, j) => j != i && other[way] == name).Any()).FirstOrDefault()
                ?? "Variant" + (i + 1).ToString(CultureInfo.InvariantCulture))
            .ToArray();
    }

    /// <summary>
    /// What an alternative may be called: its title; the component that it extends; the constant by which it is told from others; its only
    /// member, or the only one that it requires; the first that no other object has; what it is; the first value of an enumeration.
    /// </summary>
    private IEnumerable<string?> NamesOf(SchemaNode variant, ObjectShape?[] shapes, int index)
    {
        yield return variant.Schema.Title is { Length: > 0 } title ? CSharpName.Pascal(title, "Variant") : null;
        yield return SchemaGraph.VariantComponent(variant) is not { } origin ? null : _componentNames.TryGetValue(origin, out string? name) ? name : CSharpName.Pascal(origin, "Variant");

        ObjectShape shape = shapes[index] ?? new ObjectShape();
        string[] required = shape.Members.Select(static member => member.Name).Where(shape.Required.Contains).ToArray();
        yield return Named(shape.Members
            .Where(member => shape.Required.Contains(member.Name) && _schemas.KindOf(member.Schema.Schema) == SchemaKind.Enum)
            .Select(member => OnlyValue(member.Schema))
            .FirstOrDefault(static value => value is { Length: > 0 }));
        yield return Named(shape.Members.Count == 1 ? shape.Members[0].Name : required.Length == 1 ? required[0] : null);
        yield return shapes.Count(static other => other is not null) < 2 ? null : Named(required
            .Concat(shape.Members.Select(static member => member.Name))
            .FirstOrDefault(member => !shapes.Where((other, i) => i != index && other?.Members.Exists(known => known.Name == member) == true).Any()));

        SchemaKind kind = _schemas.KindOf(variant.Schema);
        yield return kind == SchemaKind.Enum ? _schemas.IsStringEnum(variant.Schema) ? "Text" : "Number" : kind == SchemaKind.Object ? "Object" : null;
        yield return kind == SchemaKind.Enum ? Named(_schemas.EnumValues(variant.Schema).Select(JsonConstant.AsText).FirstOrDefault()) : null;

        static string? Named(string? text) => text is null ? null : CSharpName.Pascal(text, "");

        string? OnlyValue(SchemaNode at) => _schemas.EnumValues(at.Schema).ToArray() is [var only] ? JsonConstant.AsText(only) : null;
    }
}
