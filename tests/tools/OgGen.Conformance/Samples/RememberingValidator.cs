using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace OgGen.Conformance.Samples;

/// <summary>
/// The library's validator of one value, which asks whether a part of it fits a schema once. The library asks again in each alternative
/// around the part, which takes powers of the depth where a schema has itself in two ways.
/// </summary>
/// <remarks>Without settings the library's validator knows no formats.</remarks>
internal sealed class RememberingValidator() : JsonSchemaValidator(new JsonSchemaValidatorSettings())
{
    private readonly Dictionary<(JToken Value, JsonSchema Schema, SchemaType Type), ICollection<ValidationError>> _errors = [];

    /// <summary>How long a string may be compared with a pattern: some patterns take powers of its length.</summary>
    private static readonly TimeSpan s_longestMatch = TimeSpan.FromSeconds(1);

    /// <exception cref="RegexMatchTimeoutException">A pattern takes too long.</exception>
    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        if (token.Type == JTokenType.String && !string.IsNullOrEmpty(schema.Pattern))
        {
            // The library itself compares without a limit.
            Regex.IsMatch(token.Value<string>()!, schema.Pattern, RegexOptions.None, s_longestMatch);
        }

        if (!_errors.TryGetValue((token, schema, schemaType), out ICollection<ValidationError>? errors))
        {
            errors = base.Validate(token, schema, schemaType, propertyName, propertyPath);
            _errors[(token, schema, schemaType)] = errors;
        }

        return errors;
    }
}
