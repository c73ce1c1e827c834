using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>What makes the types known to <c>JsonSerializer</c>.</summary>
internal static class ResolverEmitter
{
    public static void Print(CodeWriter writer, ResolverFile file, string access)
    {
        writer.Element(
            "summary",
            $"The types of {file.ClientName} for JsonSerializer, without reflection: `new JsonSerializerOptions {{ TypeInfoResolver = "
                + $"{file.Name}.Default }}`.");
        writer.Write(TypeHeader.Generated);
        writer.Open($"{access} static partial class {file.Name}");
        writer.Write("/// <summary>Knows every type of this client.</summary>");
        writer.Write(
            "public static system::Text.Json.Serialization.Metadata.IJsonTypeInfoResolver Default { get; } = new gen::JsonModelResolver()");
        writer.Indented(string.Join("\n", file.TypeNames.Select(static name => $".Add<{name}>()")) + ";");
        writer.Close();
    }
}
