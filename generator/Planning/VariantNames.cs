using System.Globalization;
using OgGen.Generator.Document;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>The names of the alternatives of an untagged union.</summary>
internal static class VariantNames
{
    /// <summary>
    /// The names of alternatives: for each, the first of its <see cref="Candidates"/> that no other alternative has;
    /// a number where there is none.
    /// </summary>
    public static string[] Of(SchemaGraph schemas, IReadOnlyList<SchemaNode> variants)
    {
        ObjectShape?[] shapes = variants.Select(variant => schemas.KindOf(variant) == SchemaKind.Object ? schemas.Flatten(variant) : null)
            .ToArray();
        string?[][] names = variants.Select((variant, i) => Candidates(schemas, variant, shapes, i).ToArray()).ToArray();
        return names
            .Select((own, i) => own
                .Where((name, way) => name is { Length: > 0 } && !names.Where((other, j) => j != i && other[way] == name).Any())
                .FirstOrDefault()
                ?? "Variant" + (i + 1).ToString(CultureInfo.InvariantCulture))
            .ToArray();
    }

    /// <summary>The requested name of a component.</summary>
    public static string OfComponent(SchemaGraph schemas, string component)
        => CSharpName.Pascal(
            schemas.Components.TryGetValue(component, out SchemaNode node) && node.Component is null
                ? node.Schema.Text(SpecExtensions.Name) ?? component
                : component,
            "Schema");

    /// <summary>
    /// The candidates: its title; the component that it extends; its constant; its only
    /// member, or the only one that it requires; the first that no other object has; its kind; the first value of an enumeration.
    /// </summary>
    private static IEnumerable<string?> Candidates(SchemaGraph schemas, SchemaNode variant, ObjectShape?[] shapes, int index)
    {
        yield return variant.Schema.Title is { Length: > 0 } title ? CSharpName.Pascal(title, "Variant") : null;
        yield return SchemaGraph.VariantComponent(variant) is { } component ? OfComponent(schemas, component) : null;

        ObjectShape shape = shapes[index] ?? new ObjectShape();
        string[] required = shape.Members.Select(static member => member.Name).Where(shape.Required.Contains).ToArray();
        yield return Named(shape.Members
            .Where(member => shape.Required.Contains(member.Name) && schemas.KindOf(member.Schema) == SchemaKind.Enum)
            .Select(member => OnlyValue(member.Schema))
            .FirstOrDefault(static value => value is { Length: > 0 }));
        yield return Named(shape.Members.Count == 1 ? shape.Members[0].Name : required.Length == 1 ? required[0] : null);
        yield return shapes.Count(static other => other is not null) < 2 ? null : Named(required
            .Concat(shape.Members.Select(static member => member.Name))
            .FirstOrDefault(member => !shapes.Where((other, i) => i != index && other?.Find(member) is not null).Any()));

        SchemaKind kind = schemas.KindOf(variant);
        yield return kind == SchemaKind.Enum ? schemas.IsStringEnum(variant.Schema) ? "Text" : "Number"
            : kind == SchemaKind.Object ? "Object"
            : null;
        yield return kind == SchemaKind.Enum
            ? Named(schemas.EnumValues(variant.Schema).Select(JsonConstant.AsText).FirstOrDefault())
            : null;

        static string? Named(string? text) => text is null ? null : CSharpName.Pascal(text, "");

        string? OnlyValue(SchemaNode node) => schemas.EnumValues(node.Schema).ToArray() is [var only] ? JsonConstant.AsText(only) : null;
    }
}
