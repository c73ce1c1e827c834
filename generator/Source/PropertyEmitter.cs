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

        writer.Write($"public {(property.IsRequired || property.IsOnlyInitialized ? "required " : "")}{(isVirtual ? "virtual " : "")}{DeclaredType(property)} {property.Name} {{ get; set; }}");
    }

    /// <summary>The C# type of the property.</summary>
    public static string DeclaredType(PropertyModel property)
        => property.IsThreeState ? $"api::Optional<{(property.IsNullable ? TypeText.NullableName(property.Type) : TypeText.Name(property.Type))}>"
            : property.IsRequired && !property.IsNullable ? TypeText.Name(property.Type) : TypeText.NullableName(property.Type);

    /// <summary>The JSON names that are read into this property.</summary>
    public static IEnumerable<string> Names(PropertyModel property) => property.ReadAliases.Prepend(property.JsonName);

    /// <summary>The statement that reads a member; the reader stands on its name.</summary>
    public static string ReadStatement(PropertyModel property) => MemberMethods.Of(property) is { } methods
        ? $"value.{property.Name} = {methods.Read(property)};"
        : Keeping(property, $"value.{property.Name} = {ReadCall(property)};");

    /// <summary>A statement that reads a member, and keeps its JSON where that says more than its value.</summary>
    public static string Keeping(PropertyModel property, string read)
        => property.Type.IsInexact ? $"start = reader;\n{read}\nvalue.KeepInexact(in start, {CSharpText.Literal(property.JsonName)});" : read;

    /// <summary>The statement that writes a member.</summary>
    public static string WriteStatement(PropertyModel property) => property switch
    {
        _ when MemberMethods.Of(property) is { } methods => methods.Write(property),
        { Type.IsInexact: true, IsThreeState: true }
            => $"if (!{property.Name}.IsSet || !WroteOriginal<{GivenArguments(property)}>(writer, {CSharpText.Literal(property.JsonName)}, {property.Name}.Value, mode)) {WriteCall(property)}",
        { Type.IsInexact: true }
            => $"if (!WroteOriginal<{DeclaredArguments(property)}>(writer, {CSharpText.Literal(property.JsonName)}, {property.Name}, mode)) {WriteCall(property)}",
        _ => WriteCall(property),
    };

    /// <summary>What tells whether a member that is not required is there.</summary>
    public static string IsThere(PropertyModel property) => property.Name + (property.IsThreeState ? ".IsSet" : " is not null");

    private static string GivenArguments(PropertyModel property)
        => property.IsNullable && !property.Type.AcceptsNull ? TypeText.NullableArguments(property.Type) : Arguments(property);

    private static string DeclaredArguments(PropertyModel property)
        => property.IsRequired && !property.IsNullable ? Arguments(property) : TypeText.NullableArguments(property.Type);

    private static string ReadCall(PropertyModel property) => property switch
    {
        { IsThreeState: true } => $"{Read}Given{(property.IsNullable || property.Type.AcceptsNull ? "" : "OrAbsent")}<{GivenArguments(property)}>(ref reader)",
        { IsRequired: true, IsNullable: true } => $"{Read}Value<{TypeText.NullableArguments(property.Type)}>(ref reader)",
        { IsRequired: true } or { Type.AcceptsNull: true } => $"{Read}Value<{Arguments(property)}>(ref reader)",
        { IsNullable: true } => $"value.{OptionalOrNull(property)}<{Arguments(property)}>(ref reader, {Index(property)})",
        { Type.IsValueType: true } => $"{Read}OptionalValue<{Arguments(property)}>(ref reader)",
        _ => $"{Read}Optional<{Arguments(property)}>(ref reader)",
    };

    private static string WriteCall(PropertyModel property) => property switch
    {
        { IsThreeState: true } => $"{Write}Given<{GivenArguments(property)}>(writer, {Name(property)}, {property.Name}, mode);",
        { IsRequired: true, IsNullable: true } => $"{Write}Member<{TypeText.NullableArguments(property.Type)}>(writer, {Name(property)}, {property.Name}, mode);",
        { IsRequired: true } => $"{Write}Member<{Arguments(property)}>(writer, {Name(property)}, {property.Name}, mode);",
        { IsNullable: true } => $"{OptionalOrNull(property)}<{Arguments(property)}>(writer, {Name(property)}, {property.Name}, {Index(property)}, mode);",
        { Type.IsValueType: true } => $"{Write}OptionalValue<{Arguments(property)}>(writer, {Name(property)}, {property.Name}, mode);",
        _ => $"{Write}Optional<{Arguments(property)}>(writer, {Name(property)}, {property.Name}, mode);",
    };

    public static string Name(PropertyModel property) => CSharpText.Utf8Literal(property.JsonName);

    public static string Arguments(PropertyModel property) => TypeText.Arguments(property.Type);

    private static string OptionalOrNull(PropertyModel property) => property.Type.IsValueType ? "OptionalValueOrNull" : "OptionalOrNull";

    public static string Index(PropertyModel property) => property.NullIndex.ToString(CultureInfo.InvariantCulture);
}
