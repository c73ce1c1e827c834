using System.Globalization;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>One property: its declaration, and how it is read and written.</summary>
internal static class PropertyEmitter
{
    private const string Read = "json::JsonRead.";
    private const string Write = "json::JsonWrite.";

    public static void PrintDeclaration(CodeWriter writer, PropertyModel property, bool isVirtual)
    {
        writer.Doc(property.Doc);
        if (property.IsDeprecated)
        {
            writer.Write("[system::Obsolete]");
        }

        writer.Write($"public {(property.IsRequired ? "required " : "")}{(isVirtual ? "virtual " : "")}{property.DeclaredType} {property.Name} {{ get; set; }}");
    }

    /// <summary>The JSON names that are read into this property.</summary>
    public static IEnumerable<string> Names(PropertyModel property) => property.ReadAliases.Prepend(property.JsonName);

    public static string ReadCall(PropertyModel property) => property switch
    {
        { IsRequired: true, IsNullable: true } => $"{Read}Value<{property.Type.NullableName}, {OrNull(property)}>(ref reader)",
        { IsRequired: true } or { Type.AcceptsNull: true } => $"{Read}Value<{Arguments(property)}>(ref reader)",
        { IsNullable: true } => $"value.{OptionalOrNull(property)}<{Arguments(property)}>(ref reader, {Index(property)})",
        { Type.IsValueType: true } => $"{Read}OptionalValue<{Arguments(property)}>(ref reader)",
        _ => $"{Read}Optional<{Arguments(property)}>(ref reader)",
    };

    public static string WriteCall(PropertyModel property) => property switch
    {
        { IsRequired: true, IsNullable: true } => $"{Write}Member<{property.Type.NullableName}, {OrNull(property)}>(writer, {Name(property)}, {property.Name}, mode);",
        { IsRequired: true } => $"{Write}Member<{Arguments(property)}>(writer, {Name(property)}, {property.Name}, mode);",
        { IsNullable: true } => $"{OptionalOrNull(property)}<{Arguments(property)}>(writer, {Name(property)}, {property.Name}, {Index(property)}, mode);",
        { Type.IsValueType: true } => $"{Write}OptionalValue<{Arguments(property)}>(writer, {Name(property)}, {property.Name}, mode);",
        _ => $"{Write}Optional<{Arguments(property)}>(writer, {Name(property)}, {property.Name}, mode);",
    };

    public static string Name(PropertyModel property) => CSharpText.Utf8Literal(property.JsonName);

    public static string Arguments(PropertyModel property) => $"{property.Type.Name}, {property.Type.Codec}";

    private static string OrNull(PropertyModel property)
        => $"json::{(property.Type.IsValueType ? "NullableValueCodec" : "NullableCodec")}<{Arguments(property)}>";

    private static string OptionalOrNull(PropertyModel property) => property.Type.IsValueType ? "OptionalValueOrNull" : "OptionalOrNull";

    private static string Index(PropertyModel property) => property.NullIndex.ToString(CultureInfo.InvariantCulture);
}
