using System.Text;
using System.Text.Json;

namespace OgGen.Json;

/// <summary>Why a value does not fit its type. Its text is made where somebody asks for it.</summary>
internal readonly record struct JsonMismatch
{
    private readonly Kind _kind;
    private readonly string _text;
    private readonly JsonTokenType _found;
    private readonly ulong _seen;
    private readonly string[] _required;

    private JsonMismatch(Kind kind, string text, JsonTokenType found = default, ulong seen = 0, string[]? required = null)
        => (_kind, _text, _found, _seen, _required) = (kind, text, found, seen, required ?? []);

    private enum Kind
    {
        Unexpected,
        Unreadable,
        OutOfRange,
        Invalid,
        Missing,
        Ambiguous,
        Cycle,
    }

    /// <summary>Where the token begins that does not fit, counted as by the state that has it.</summary>
    public long Offset { get; init; }

    /// <summary>The depth of that token: the end of an object has the depth of its start.</summary>
    public int Depth { get; init; }

    /// <summary>A token of another kind.</summary>
    public static JsonMismatch Unexpected(string expected, JsonTokenType found) => new(Kind.Unexpected, expected, found);

    /// <summary>A token that may be of the right kind, but has another value.</summary>
    public static JsonMismatch Unreadable(string expected, JsonTokenType found) => new(Kind.Unreadable, expected, found);

    /// <summary>A number that is too large or too small for its type.</summary>
    public static JsonMismatch OutOfRange(string type) => new(Kind.OutOfRange, type);

    /// <summary>A string that is no text: bytes that are no UTF-8, or half of a surrogate pair.</summary>
    public static JsonMismatch Invalid() => new(Kind.Invalid, "");

    /// <summary>An object that ended without its required members.</summary>
    /// <param name="seen">One bit for each of <paramref name="required"/>, set when the member was there.</param>
    /// <param name="required">The JSON names of the required members.</param>
    public static JsonMismatch Missing(ulong seen, string[] required) => new(Kind.Missing, "", seen: seen, required: required);

    /// <summary>An object that names another variant of a union than the one it is read as.</summary>
    public static JsonMismatch Ambiguous(string discriminator) => new(Kind.Ambiguous, discriminator);

    /// <summary>A value of a union that only leads back to itself.</summary>
    public static JsonMismatch Cycle(string union) => new(Kind.Cycle, union);

    public JsonException ToException() => new(ToString());

    public override string ToString() => _kind switch
    {
        Kind.Unexpected => $"Expected {_text}, found {Describe(_found)}.",
        Kind.Unreadable => $"Expected {_text}, found {(_found == JsonTokenType.String ? "another text" : Describe(_found))}.",
        Kind.OutOfRange => $"The number is beyond {_text}.",
        Kind.Invalid => "The text is not valid.",
        Kind.Ambiguous =>
            $"The discriminator '{_text}' names another variant than the one that is read, or stands twice with different values.",
        Kind.Cycle => $"No alternative of {_text} fits, and the union is an alternative of itself.",
        _ => DescribeMissing(),
    };

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "no value",
    };

    private string DescribeMissing()
    {
        var missing = new StringBuilder();
        for (int i = 0; i < _required.Length; i++)
        {
            if ((_seen & (1UL << i)) == 0)
            {
                missing.Append(missing.Length == 0 ? "" : ", ").Append('\'').Append(_required[i]).Append('\'');
            }
        }

        return $"Required and missing: {missing}.";
    }
}
