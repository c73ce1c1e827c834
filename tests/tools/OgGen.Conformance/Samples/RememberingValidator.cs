using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace OgGen.Conformance.Samples;

/// <summary>
/// The library's validator of one value, which asks whether a part of it fits a schema once. The library asks again in each alternative
/// around the part, which takes powers of the depth where a schema has itself in two ways.
/// </summary>
internal sealed class RememberingValidator : JsonSchemaValidator
{
    private readonly Dictionary<(JToken Value, JsonSchema Schema, SchemaType Type), ICollection<ValidationError>> _errors = [];

    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        if (!_errors.TryGetValue((token, schema, schemaType), out ICollection<ValidationError>? errors))
        {
            errors = base.Validate(token, schema, schemaType, propertyName, propertyPath);
            _errors[(token, schema, schemaType)] = errors;
        }

        return errors;
    }
}
