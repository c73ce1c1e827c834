using System.Text.Json;

namespace OgGen.Json;

/// <summary>A generated type that reads and writes its own JSON form, without reflection.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IJsonModel<TSelf>
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Reads one value; the reader stands on its first token and is left on its last.</summary>
    /// <exception cref="JsonException">A required member is missing, or a value has the wrong type.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader);

    /// <summary>Writes this value.</summary>
    void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full);
}

/// <summary>What writes its own JSON form.</summary>
/// <remarks>
/// A method that no type overrides is virtual nevertheless if it implements an interface of its class. Otherwise each generated class would
/// have another one that calls it, to implement <see cref="IJsonModel{TSelf}"/>.
/// </remarks>
internal interface IJsonWritable
{
    /// <summary>Writes this value.</summary>
    void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full);
}
