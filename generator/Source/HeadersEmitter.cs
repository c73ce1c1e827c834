using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>The headers of responses: a property for each, read on access.</summary>
internal static class HeadersEmitter
{
    public static void Print(CodeWriter writer, HeadersModel model, string access)
    {
        writer.Write(
            "/// <summary>Response headers: null where missing; reading one that does not fit throws <see "
                + "cref=\"api::ApiResponseFormatException\"/>.</summary>");
        writer.Write(TypeHeader.Generated);
        writer.Open($"{access} sealed partial class {model.Name} : api::ApiResponseHeaders, gen::IApiResponseHeaders<{model.Name}>");
        writer.Write($$"""
            /// <summary>Reads headers; for tests.</summary>
            public {{model.Name}}(api::ApiResponseHeaders headers)
                : base(headers)
            {
            }

            static {{model.Name}} gen::IApiResponseHeaders<{{model.Name}}>.From(api::ApiResponseHeaders headers) => new(headers);
            """);
        foreach (HeaderModel header in model.Headers)
        {
            writer.Blank().Doc(header.Doc);
            if (header.IsDeprecated)
            {
                writer.Write("[system::Obsolete]");
            }

            string name = CSharpText.Literal(header.HeaderName);
            writer.Write(header.Type is { } type
                ? $"public {TypeText.NullableName(type)} {header.Name} => "
                    + $"{(type.IsValueType ? "ReadValue" : "ReadObject")}<{TypeText.Arguments(type)}"
                    + $">({name}{(header.Form == HeaderForm.Value ? "" : ", " + EnumText.Of(header.Form))});"
                : $"public string? {header.Name} => this[{name}];");
        }

        writer.Close();
    }
}
