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

    /// <summary>Whether all values of an enumeration are names of numbers that JSON cannot write.</summary>
    public static bool AreNames(OpenApiSchema? target)
        => target?.Enum is { Count: > 0 } values && values.All(static value => IsName(value));

    private static bool IsName(JsonNode? value) => JsonConstant.AsString(value) is { } text && s_names.Contains(text);
}
