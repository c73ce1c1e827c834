using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>The lines above every generated type.</summary>
internal static class TypeHeader
{
    /// <summary>The generator version in generated code. It changes with releases only.</summary>
    private const string GeneratorVersion = "0.1.0";

    /// <summary>The attribute of every generated type.</summary>
    public static string Generated { get; } = $"[GeneratedCode(\"OgGen\", \"{GeneratorVersion}\")]";

    public static CodeWriter Print(CodeWriter writer, TypeModel type, string converter)
    {
        writer.Doc(type.Doc);
        writer.Write(Generated);
        writer.Write($"[JsonConverter(typeof({converter}<{type.Name}>))]");
        return type.IsDeprecated ? writer.Write("[system::Obsolete]") : writer;
    }
}
