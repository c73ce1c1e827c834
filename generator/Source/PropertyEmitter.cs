using System.Globalization;
using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>One property: its declaration, and how it is read and written.</summary>
internal static class PropertyEmitter
{
    public static void PrintDeclaration(CodeWriter writer, PropertyModel property, bool isVirtual)
    {
        writer.Doc(property.Doc);
        if (property.IsDeprecated)
        {
            writer.Write("[system::Obsolete]");
        }

        MemberCode code = MemberCode.Of(property);
        string modifier = property.Preset is null ? code.Modifier : "";
        string preset = property.Preset is { } value ? $" = {PresetLiteral(property, value)};" : "";
        writer.Write(
            $"public {modifier}{(isVirtual ? "virtual " : "")}{code.DeclaredType(property)} {property.Name} {{ get; set; }}{preset}");
    }

    /// <summary>
    /// The value of a new object. C# takes digits alone as an integer, and no type of integers has all values of a double.
    /// </summary>
    private static string PresetLiteral(PropertyModel property, PresetModel preset)
    {
        bool isDouble = (property.Type is SecretRef secret ? secret.Inner : property.Type) is ScalarRef { Kind: ScalarKind.Double };
        bool isLiteral = !isDouble
            || preset.Value.Contains('.')
            || long.TryParse(preset.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return preset.IsString ? CSharpText.Literal(preset.Value) : isLiteral ? preset.Value : preset.Value + "d";
    }

    /// <summary>Adds the statement that reads a member; the reader stands on its name.</summary>
    public static void AddRead(CodeWriter writer, PropertyModel property)
    {
        writer.Add($"value.{property.Name} = ");
        MemberCode.Of(property).AddRead(writer, property);
        writer.Add($";");
    }

    /// <summary>Adds the statement that writes a member under its own name.</summary>
    public static void AddWrite(CodeWriter writer, PropertyModel property)
    {
        MemberCode code = MemberCode.Of(property);
        if (property.Type.IsInexact && property.Methods == MemberMethods.General)
        {
            CodeParts name = CSharpText.Parts(property.JsonName);
            if (code.UsesOptional)
            {
                writer.Add($"if (!{property.Name}.IsSet || ");
                writer.Add($"!writer.WroteOriginal<{code.Arguments(property)}>({name}, {property.Name}.Value)) ");
            }
            else
            {
                string arguments = code.IsDeclaredNullable ? TypeText.NullableArguments(property.Type) : TypeText.Arguments(property.Type);
                writer.Add($"if (!writer.WroteOriginal<{arguments}>({name}, {property.Name})) ");
            }
        }

        code.AddWrite(writer, property);
    }

    /// <summary>What tells whether a member that is not required is there.</summary>
    public static string IsThere(PropertyModel property)
        => property.Name + (MemberCode.Of(property).UsesOptional ? ".IsSet" : " is not null");

    /// <summary>What tells whether any member is there: one that is required always is.</summary>
    public static string IsSet(PropertyModel property) => property.IsRequired ? "true" : IsThere(property);

    public static CodeParts Name(PropertyModel property) => CSharpText.Utf8Parts(property.JsonName);

    public static string Index(PropertyModel property) => property.NullIndex.ToString(CultureInfo.InvariantCulture);
}
