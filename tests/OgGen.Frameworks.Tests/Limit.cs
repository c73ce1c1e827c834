namespace OgGen.Frameworks.Tests;

/// <summary>
/// Where a developer would have written something else, as the document does not say it. The calls of each document hold them.
/// </summary>
internal static class Limit
{
    public const string Decimals = "A `decimal` is documented as `double`, and is one.";
    public const string HugeIntegers = "An integer of more than 64 bits is documented without a format: `long`.";
    public const string Unsigned = "`uint` is documented as `int32`, `ulong` as `int64`.";
    public const string UnsaidNull =
        "A result that may be null is documented as one that never is: `ApiResponseFormatException` says that none came.";

    public const string UnionOfDerived =
        "Where the server has a base class, the document has its derived classes alone, as a union in each place: a class for each.";

    public const string Unmapped =
        "Swagger 2.0 has no place for the values of a discriminator: derived objects are `UnknownShape`, and kept whole.";

    public const string KeyWithScheme = "A bearer token is documented as an API key, whose value begins with `Bearer` then.";
    public const string DecimalStrings =
        "A `Decimal` is documented as a number or a string in requests (`decimal`), and as a string in responses (`string`).";
    public const string Numbers = "Numbers are `double` and integers `long`, unless the author names a format.";
    public const string UuidsOfPaths = "A UUID in a path is documented as a string.";
    public const string HtmlStrings =
        "A string is documented as JSON and sent as `text/html`: it is refused as a web page is, and is in "
            + "`ApiResponseFormatException.RawBody`.";

    public const string ZodFormats = "`z.int32()` and `z.float32()` are documented as numbers without a format: `double`.";
}
