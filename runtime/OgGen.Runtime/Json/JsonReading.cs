namespace OgGen.Json;

/// <summary>
/// Marks the constructor by which a generated reader makes an object: one that leaves required members to the reader.
/// </summary>
public readonly struct JsonReading;
