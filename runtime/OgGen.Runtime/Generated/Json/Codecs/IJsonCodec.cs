using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>Reads and writes the JSON form of one C# type, without reflection.</summary>
/// <remarks>
/// Codecs are empty structs that are named as type arguments and compose
/// (<c>ListCodec&lt;string, StringCodec&gt;</c>), so the compiler and the JIT see every call directly.
/// </remarks>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonCodec<T>
{
    /// <summary>Reads one value; the reader stands on its first token and is left on its last.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="isInexact">
    /// Set where the JSON is more precise than the value, such as a number with more digits than a <see cref="double"/>: the owner of
    /// the value keeps the JSON as well. It is not cleared, so that the items of a list share one.
    /// </param>
    /// <exception cref="JsonException">The JSON is not such a value.</exception>
    static abstract T Read(ref Utf8JsonReader reader, ref bool isInexact);

    /// <summary>Writes one value.</summary>
    static abstract void Write(Utf8JsonWriter writer, T value, JsonWriteMode mode);

    /// <summary>Writes a value that has changed since it was read. Its unchanged parts are written as they were read.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="original">The JSON that it was read from.</param>
    /// <param name="mode">The write mode.</param>
    /// <returns>False, and nothing is written, where a value has no parts.</returns>
    static virtual bool WroteParts(Utf8JsonWriter writer, T value, JsonElement original, JsonWriteMode mode) => false;

    /// <summary>The length of the longest JSON that <see cref="Format"/> writes; 0 where it is not to be called.</summary>
    static virtual int MaxLength => 0;

    /// <summary>Writes a value as JSON, the same as <see cref="Write"/>, but without a writer.</summary>
    /// <returns>The number of bytes; 0 where only a writer can write the value.</returns>
    static virtual int Format(T value, Span<byte> utf8) => throw new NotSupportedException();
}
