using System.Globalization;
using System.Numerics;
using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>The kinds of scalars, by type, format and limits. A format that is not known here says nothing.</summary>
internal static class ScalarTypes
{
    public static ScalarKind Of(SchemaGraph schemas, IOpenApiSchema schema) => schemas.ScalarType(schema) switch
    {
        JsonSchemaType.Boolean => ScalarKind.Boolean,
        JsonSchemaType.Integer => OfInteger(schemas, schema),
        JsonSchemaType.String => OfString(schema),
        _ => schema.Format switch
        {
            "float" => ScalarKind.Single,
            "decimal" or "decimal128" => ScalarKind.Decimal,
            _ => ScalarKind.Double,
        },
    };

    private static ScalarKind OfInteger(SchemaGraph schemas, IOpenApiSchema schema) => schema.Format switch
    {
        "int32" or "int16" or "int8" or "uint16" or "uint8" => ScalarKind.Int32,
        "int64" or "uint32" => ScalarKind.Int64,
        "uint64" or "uint" => ScalarKind.UInt64,
        _ => OfLimits(schemas, schema),
    };

    /// <summary>An integer without a format has 64 bits, unless the document says that there are larger ones.</summary>
    private static ScalarKind OfLimits(SchemaGraph schemas, IOpenApiSchema schema)
    {
        BigInteger[] named = schemas.EnumValues(schema).Append(schema.Default).Where(static value => !JsonConstant.IsNull(value))
            .Select(static value => value!.ToJsonString())
            .Concat(new[] { schema.Minimum, schema.Maximum, schema.ExclusiveMinimum, schema.ExclusiveMaximum }.OfType<string>())
            .Select(Parse)
            .OfType<BigInteger>()
            .ToArray();
        if (named.All(static value => value >= long.MinValue && value <= long.MaxValue))
        {
            return ScalarKind.Int64;
        }

        bool isUnsigned = Parse(schema.Minimum ?? schema.ExclusiveMinimum ?? "-1") >= 0 && named.All(static value => value.Sign >= 0 && value <= ulong.MaxValue);
        return isUnsigned ? ScalarKind.UInt64 : ScalarKind.BigInteger;
    }

    private static BigInteger? Parse(string text)
    {
        // A limit of a thousand digits limits nothing that anyone sends.
        const int mostDigits = 1000;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        int exponent = text.IndexOfAny(['e', 'E']);
        bool isBounded = text.Length <= mostDigits
            && (exponent < 0 || int.TryParse(text.Substring(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power) && power is > -mostDigits and < mostDigits);
        return isBounded && BigInteger.TryParse(text, style, CultureInfo.InvariantCulture, out BigInteger value) ? value : null;
    }

    private static ScalarKind OfString(IOpenApiSchema schema)
    {
        bool isBase64 = schema.Format == "byte" || (SchemaGraph.Resolve(schema)?.ContentEncoding ?? "").Equals("base64", StringComparison.OrdinalIgnoreCase);
        return schema.Format switch
        {
            "date" => ScalarKind.Date,
            "date-time" => ScalarKind.DateTime,
            "time" => ScalarKind.Time,
            "uuid" => ScalarKind.Guid,
            "uri" => ScalarKind.Uri,
            _ when isBase64 => ScalarKind.Bytes,
            _ => ScalarKind.String,
        };
    }
}
