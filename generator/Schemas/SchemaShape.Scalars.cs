using System.Globalization;
using System.Numerics;
using Microsoft.OpenApi;
using OgGen.Generator.Model;

namespace OgGen.Generator.Schemas;

/// <summary>The C# types of scalars, by type, format and limits. A format that is not known here says nothing.</summary>
internal static class ScalarTypes
{
    public static TypeRef Of(SchemaGraph schemas, IOpenApiSchema schema) => schemas.ScalarType(schema) switch
    {
        JsonSchemaType.Boolean => Scalar("bool", "BooleanCodec"),
        JsonSchemaType.Integer => OfInteger(schemas, schema),
        JsonSchemaType.String => OfString(schema),
        _ => schema.Format switch
        {
            "float" => Scalar("float", "SingleCodec") with { IsInexact = true },
            "decimal" or "decimal128" => Scalar("decimal", "DecimalCodec") with { IsInexact = true },
            _ => Scalar("double", "DoubleCodec") with { IsInexact = true },
        },
    };

    private static TypeRef OfInteger(SchemaGraph schemas, IOpenApiSchema schema) => schema.Format switch
    {
        "int32" or "int16" or "int8" or "uint16" or "uint8" => Scalar("int", "Int32Codec"),
        "int64" or "uint32" => Scalar("long", "Int64Codec"),
        "uint64" or "uint" => Scalar("ulong", "UInt64Codec"),
        _ => OfLimits(schemas, schema),
    };

    /// <summary>An integer without a format has 64 bits, unless the document says that there are larger ones.</summary>
    private static TypeRef OfLimits(SchemaGraph schemas, IOpenApiSchema schema)
    {
        BigInteger[] named = schemas.EnumValues(schema).Append(schema.Default).Where(static value => !JsonConstant.IsNull(value))
            .Select(static value => value!.ToJsonString())
            .Concat(new[] { schema.Minimum, schema.Maximum, schema.ExclusiveMinimum, schema.ExclusiveMaximum }.OfType<string>())
            .Select(Parse)
            .OfType<BigInteger>()
            .ToArray();
        if (named.All(static value => value >= long.MinValue && value <= long.MaxValue))
        {
            return Scalar("long", "Int64Codec");
        }

        bool isUnsigned = Parse(schema.Minimum ?? schema.ExclusiveMinimum ?? "-1") >= 0 && named.All(static value => value.Sign >= 0 && value <= ulong.MaxValue);
        return isUnsigned ? Scalar("ulong", "UInt64Codec") : Scalar("system::Numerics.BigInteger", "BigIntegerCodec");
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

    private static TypeRef OfString(IOpenApiSchema schema)
    {
        bool isBase64 = schema.Format == "byte" || (SchemaGraph.Resolve(schema)?.ContentEncoding ?? "").Equals("base64", StringComparison.OrdinalIgnoreCase);
        return schema.Format switch
        {
            "date" => Scalar("system::DateOnly", "DateCodec"),
            "date-time" => Scalar("system::DateTimeOffset", "DateTimeCodec") with { IsInexact = true },
            "time" => Scalar("system::TimeOnly", "TimeCodec") with { IsInexact = true },
            "uuid" => Scalar("system::Guid", "GuidCodec") with { IsInexact = true },
            "uri" => new("system::Uri", "json::UriCodec", IsValueType: false),
            _ when isBase64 => new("byte[]", "json::BytesCodec", IsValueType: false) { IsInexact = true },
            _ => new("string", "json::StringCodec", IsValueType: false),
        };
    }

    private static TypeRef Scalar(string name, string codec) => new(name, "json::" + codec, IsValueType: true);
}
