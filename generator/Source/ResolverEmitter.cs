using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>What makes the types known to <c>JsonSerializer</c>.</summary>
internal static class ResolverEmitter
{
    private const string Converter = "Converter";
    private const string EnumConverter = "EnumConverter";

    /// <summary>The class that converts types of the file, without the argument that says which one.</summary>
    public static string ConverterOf(FileModel file) => $"{file.Resolver}.{Converter}";

    /// <summary>The class that makes enumerations of the file known to configuration and model binding, without its argument.</summary>
    public static string EnumConverterOf(FileModel file) => $"{file.Resolver}.{EnumConverter}";

    public static void Print(CodeWriter writer, ResolverFile file, string access)
    {
        writer.Element(
            "summary",
            $"The types of {file.ClientName} for JsonSerializer, without reflection: `new JsonSerializerOptions {{ TypeInfoResolver = "
                + $"{file.Resolver}.Default }}`.");
        writer.Write(TypeHeader.Generated);
        writer.Open($"{access} static partial class {file.Resolver}");
        writer.Write("/// <summary>Knows every type of this client.</summary>");
        writer.Write(
            "public static system::Text.Json.Serialization.Metadata.IJsonTypeInfoResolver Default { get; } = new gen::JsonModelResolver()");
        writer.Indented(string.Join("\n", file.TypeNames.Select(static name => $".Add<{name}>()")) + ";").Blank();

        // An attribute has the name of a type in full, with its assembly where that is another one: longer than most members.
        writer.Write($$"""
            /// <summary>Lets JsonSerializer read and write a type of this client, by its attribute.</summary>
            [system::ComponentModel.EditorBrowsable(system::ComponentModel.EditorBrowsableState.Never)]
            public sealed class {{Converter}}<T> : gen::JsonModelConverter<T>
                where T : json::IJsonModel<T>;
            """);
        if (file.HasEnumerations)
        {
            writer.Blank().Write($$"""
                /// <summary>Lets configuration and model binding read and write an enumeration of this client, by its attribute.</summary>
                [system::ComponentModel.EditorBrowsable(system::ComponentModel.EditorBrowsableState.Never)]
                public sealed class {{EnumConverter}}<T> : gen::EnumTypeConverter<T>
                    where T : struct, system::IParsable<T>;
                """);
        }

        writer.Close();
    }
}
