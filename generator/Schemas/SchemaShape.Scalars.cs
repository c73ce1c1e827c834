using System.Globalization;
using System.Numerics;
using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>The kinds of scalars, by type, format and limits. An unknown format is ignored.</summary>
internal static class ScalarTypes
{
    private static readonly BigInteger s_roundedLong = 9223372036854776000;
    private static readonly BigInteger s_roundedULong = 18446744073709552 * new BigInteger(1000);

    public static ScalarKind Of(SchemaGraph schemas, IOpenApiSchema schema)
    {
        NumberUnion? union = schemas.NumberOf(schema);
        ScalarKind kind = union is null
            ? Of(schemas, schema, schema.Format)
            : Of(schemas, union.Number, schema.Format ?? union.Number.Format);
        return union is { HasNames: true } ? WithNames(kind)
            : kind == ScalarKind.Double && schemas.HasDecimalStrings(schema) ? ScalarKind.Decimal
            : kind;
    }

    private static ScalarKind Of(SchemaGraph schemas, IOpenApiSchema schema, string? format) => schemas.ScalarType(schema) switch
    {
        JsonSchemaType.Boolean => ScalarKind.Boolean,
        JsonSchemaType.Integer => OfInteger(schemas, schema, format),
        JsonSchemaType.String => OfString(schema),
        _ => ScalarFormats.OfNumber(format) ?? ScalarKind.Double,
    };

    /// <summary>A decimal has only numbers, even if the document allows names such as NaN.</summary>
    private static ScalarKind WithNames(ScalarKind number) => number switch
    {
        ScalarKind.Double => ScalarKind.NamedDouble,
        ScalarKind.Single => ScalarKind.NamedSingle,
        _ => number,
    };

    private static ScalarKind OfInteger(SchemaGraph schemas, IOpenApiSchema schema, string? format)
        => ScalarFormats.OfInteger(format) ?? OfLimits(schemas, schema);

    /// <summary>An integer without a format has 64 bits, unless its limits allow larger ones.</summary>
    private static ScalarKind OfLimits(SchemaGraph schemas, IOpenApiSchema schema)
    {
        if (schema is { Default: null, Minimum: null, Maximum: null, ExclusiveMinimum: null, ExclusiveMaximum: null }
            && !schemas.EnumValues(schema).Any())
        {
            // Most integers have none.
            return ScalarKind.Int64;
        }

        BigInteger[] named = schemas.EnumValues(schema).Append(schema.Default).Where(static value => !JsonConstant.IsNull(value))
            .Select(static value => value!.ToJsonString())
            .Concat(new[] { schema.Minimum, schema.Maximum }.OfType<string>())
            .Select(Parse)
            .Append(Next(schema.ExclusiveMinimum, 1))
            .Append(Next(schema.ExclusiveMaximum, -1))
            .OfType<BigInteger>()
            .ToArray();
        if (named.All(static value => value >= long.MinValue && value <= long.MaxValue))
        {
            return ScalarKind.Int64;
        }

        bool isUnsigned = Parse(schema.Minimum ?? schema.ExclusiveMinimum ?? "-1") >= 0
            && named.All(static value => value.Sign >= 0 && value <= ulong.MaxValue);
        return isUnsigned ? ScalarKind.UInt64 : ScalarKind.BigInteger;
    }

    /// <summary>The first integer within an exclusive limit.</summary>
    private static BigInteger? Next(string? limit, int step) => limit is null ? null : Parse(limit) + step;

    private static BigInteger? Parse(string text)
    {
        // A limit of more than a thousand digits is ignored.
        const int mostDigits = 1000;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        int exponent = text.IndexOfAny(['e', 'E']);
        bool isBounded = text.Length <= mostDigits
            && (exponent < 0
                || int.TryParse(text.Substring(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power)
                    && power is > -mostDigits and < mostDigits);
        return isBounded && BigInteger.TryParse(text, style, CultureInfo.InvariantCulture, out BigInteger value) ? Unrounded(value) : null;
    }

    /// <summary>The 64-bit limit that a program with doubles has rounded: JavaScript writes it with three zeros at its end.</summary>
    private static BigInteger Unrounded(BigInteger limit)
        => limit == s_roundedLong ? long.MaxValue
            : limit == -s_roundedLong ? long.MinValue
            : limit == s_roundedULong ? ulong.MaxValue
            : limit;

    private static ScalarKind OfString(IOpenApiSchema schema)
    {
        bool isBase64 = (SchemaGraph.Resolve(schema)?.ContentEncoding ?? "").Equals("base64", StringComparison.OrdinalIgnoreCase);
        return ScalarFormats.OfString(schema.Format) ?? (isBase64 ? ScalarKind.Bytes : ScalarKind.String);
    }
}
