using System.Text.Json;

namespace OgGen.Json;

/// <summary>The base of the generated types that hold a value of one of several types.</summary>
public abstract class ApiUntaggedUnion
{
    /// <summary>The case of a value that fits none of the types.</summary>
    protected const int Raw = -1;

    /// <summary>Initializes a new instance.</summary>
    protected ApiUntaggedUnion(int @case, object value)
    {
        Case = @case;

        // While an alternative is tried, a value that does not fit or was skipped is null, and this object is not used.
        Value = value
            ?? (ReadState.Active is { IsOver: true } or { HasPassed: true } ? "" : throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The value, whatever its type; a <see cref="JsonElement"/> where it fits none of the documented ones.</summary>
    public object Value { get; }

    /// <summary>The value as JSON, where it fits none of the documented types.</summary>
    public JsonElement? Json => Case == Raw ? (JsonElement)Value : null;

    /// <summary>The JSON that was read, where it is more precise than the value.</summary>
    protected internal JsonElement? Original { get; internal set; }

    /// <summary>Whether the value belongs to another untagged union, and fits none of its alternatives.</summary>
    internal bool IsNestedRaw => Value is ApiUntaggedUnion { Case: Raw };

    /// <summary>Which of the types the value has, by its index in the document.</summary>
    protected int Case { get; }

    /// <summary>Writes the JSON that was read, where it is more precise than the value.</summary>
    /// <returns>Whether it was written.</returns>
    protected bool WroteOriginal(Utf8JsonWriter writer, JsonWriteMode mode)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Original is not { } original || mode == JsonWriteMode.Display)
        {
            return false;
        }

        UntypedJson.Write(writer, original);
        return true;
    }

    /// <summary>Writes the value as JSON.</summary>
    public abstract void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full);

    /// <summary>The value as JSON, with secrets printed as <c>***</c>.</summary>
    public override string ToString() => JsonModel.Display(Write);
}
