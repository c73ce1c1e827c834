using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>
/// One number that several schemas describe: beside the number, <c>anyOf</c> or <c>oneOf</c> has strings that are numbers as well, as
/// Pydantic writes decimals, or the names of the values that JSON has no numbers for, as ASP.NET Core writes them.
/// </summary>
/// <param name="Number">The schema of the number.</param>
/// <param name="HasStrings">Whether a string may stand for it.</param>
/// <param name="HasDecimals">Whether these strings have a point and no exponent.</param>
/// <param name="HasNames">Whether <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are values.</param>
internal sealed record NumberUnion(IOpenApiSchema Number, bool HasStrings, bool HasDecimals, bool HasNames)
{
    private static readonly string[] s_names = ["NaN", "Infinity", "-Infinity"];

    /// <summary>The one number; null where a schema has other values.</summary>
    public static NumberUnion? Of(SchemaGraph schemas, OpenApiSchema schema)
    {
        if (SchemaShape.DescribesMembers(schema) || schema.AllOf is { Count: > 0 } || SchemaShape.AlternativesButNull(schema) is not { Length: > 1 } alternatives)
        {
            return null;
        }

        OpenApiSchema?[] targets = Array.ConvertAll(alternatives, SchemaGraph.Resolve);
        OpenApiSchema[] numbers = targets.OfType<OpenApiSchema>().Where(target => IsNumber(schemas, target)).ToArray();
        OpenApiSchema[] strings = targets.OfType<OpenApiSchema>().Where(target => IsNumericString(schemas, target)).ToArray();
        int names = targets.Count(static target => AreNames(target));
        if (numbers.Length == 0 || strings.Length + names == 0 || numbers.Length + strings.Length + names != targets.Length)
        {
            return null;
        }

        // Integers are among the numbers.
        OpenApiSchema widest = numbers.FirstOrDefault(number => !IsInteger(schemas, number)) ?? numbers[0];
        string?[] patterns = strings.Concat(numbers.Where(number => schemas.AllowsNumericStrings(number))).Select(static target => target.Pattern).ToArray();
        bool isOne = numbers.All(number => number == widest || IsInteger(schemas, number) && !IsInteger(schemas, widest));
        return isOne && (names == 0 || !IsInteger(schemas, widest))
            ? new NumberUnion(widest, patterns.Length > 0, patterns.Length > 0 && Array.TrueForAll(patterns, NumericPattern.IsDecimal), names > 0)
            : null;
    }

    private static bool IsNumber(SchemaGraph schemas, OpenApiSchema target)
        => schemas.KindOf(target) == SchemaKind.Scalar && schemas.ScalarType(target) is not (JsonSchemaType.String or JsonSchemaType.Boolean);

    private static bool IsInteger(SchemaGraph schemas, OpenApiSchema target) => schemas.ScalarType(target) == JsonSchemaType.Integer;

    private static bool IsNumericString(SchemaGraph schemas, OpenApiSchema? target)
        => target is not null
            && schemas.KindOf(target) == SchemaKind.Scalar
            && schemas.ScalarType(target) == JsonSchemaType.String
            && NumericPattern.IsNumber(target.Pattern);

    private static bool AreNames(OpenApiSchema? target)
        => target?.Enum is { Count: > 0 } values && values.All(static value => IsName(value));

    private static bool IsName(JsonNode? value) => JsonConstant.AsString(value) is { } text && s_names.Contains(text);
}
