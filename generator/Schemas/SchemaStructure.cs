using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Document.Passes;

namespace OgGen.Generator.Schemas;

/// <summary>
/// Numbers schemas by what is generated from them: two inline schemas with one number become one type. Texts for
/// people, examples and limits do not count.
/// </summary>
internal sealed class SchemaStructure(SchemaGraph schemas)
{
    private readonly Dictionary<IOpenApiSchema, int> _known = new(ReferenceComparer.Instance);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Of(IOpenApiSchema schema)
    {
        if (_known.TryGetValue(schema, out int number))
        {
            return number;
        }

        string description = Describe(schema);
        if (!_numbers.TryGetValue(description, out number))
        {
            number = _numbers.Count;
            _numbers.Add(description, number);
        }

        _known.Add(schema, number);
        return number;
    }

    private string Describe(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            return "ref " + reference.Reference.Id;
        }

        var text = new StringBuilder();
        text.Append(((int?)schema.Type)?.ToString(CultureInfo.InvariantCulture)).Append(';').Append(schema.Format)
            .Append(';').Append((schema as OpenApiSchema)?.ContentEncoding).Append(schema.ReadOnly ? ";readOnly" : "").Append(schema.WriteOnly ? ";writeOnly" : "").Append(schema.Deprecated ? ";deprecated" : "");
        foreach (JsonNode? value in schemas.EnumValues(schema))
        {
            text.Append(";enum ").Append(value?.ToJsonString() ?? "null");
        }

        foreach (KeyValuePair<string, IOpenApiSchema> property in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            text.Append(";property ");
            AppendText(property.Key);
            Append("", property.Value);
        }

        foreach (string required in (schema.Required ?? new HashSet<string>()).OrderBy(static name => name, StringComparer.Ordinal))
        {
            text.Append(";required ");
            AppendText(required);
        }

        Append("items", schema.Items);
        Append("map", schema.AdditionalProperties);
        foreach (KeyValuePair<string, IOpenApiSchema> pattern in schema.PatternProperties ?? new Dictionary<string, IOpenApiSchema>())
        {
            Append("pattern", pattern.Value);
        }

        text.Append(schema.AdditionalPropertiesAllowed || schema.PatternProperties is not { Count: > 0 } ? "" : ";closed").Append(schema.Flag(SchemaKeywords.Nullable) ? ";nullable" : "");
        AppendAll("allOf", schema.AllOf);
        AppendAll("oneOf", schema.OneOf);
        AppendAll("anyOf", schema.AnyOf);
        text.Append(";discriminator ").Append(schema.Discriminator?.PropertyName);
        text.Append(";name ").Append(schema.Text(Extensions.Name));
        text.Append(schema.Flag(Extensions.Secret) ? ";secret" : "").Append(schema.Flag(Extensions.Optional) ? ";optional" : "");
        foreach (string alias in schema.Texts(Extensions.ReadAliases))
        {
            text.Append(";alias ").Append(alias);
        }

        return text.ToString();

        // With its length, so that no text can be taken for what follows it.
        void AppendText(string value) => text.Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value);

        void Append(string keyword, IOpenApiSchema? child)
        {
            if (child is not null)
            {
                text.Append(';').Append(keyword).Append(' ').Append(Of(child).ToString(CultureInfo.InvariantCulture));
            }
        }

        void AppendAll(string keyword, IList<IOpenApiSchema>? children)
        {
            foreach (IOpenApiSchema child in children ?? [])
            {
                Append(keyword, child);
            }
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<IOpenApiSchema>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(IOpenApiSchema? x, IOpenApiSchema? y) => ReferenceEquals(x, y);

        public int GetHashCode(IOpenApiSchema obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
