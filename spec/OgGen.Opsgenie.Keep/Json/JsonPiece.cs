namespace OgGen.Opsgenie.Keep.Json;

/// <summary>
/// JSON whose tokens are the bytes that came: numbers keep their digits, strings their escapes, objects members of the same name.
/// </summary>
internal abstract record JsonPiece;

/// <summary>A string, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <param name="Token">The token as it stands in the JSON; a string has its quotes.</param>
internal sealed record JsonScalar(ReadOnlyMemory<byte> Token) : JsonPiece
{
    public bool IsString => Token.Span[0] == (byte)'"';
}

/// <summary>An array.</summary>
internal sealed record JsonList(IReadOnlyList<JsonPiece> Items) : JsonPiece;

/// <summary>An object, its members in the order in which they came.</summary>
internal sealed record JsonMembers(IReadOnlyList<JsonMember> Items) : JsonPiece
{
    /// <summary>
    /// The value of a member; of several with this name the last, as JSON readers do. <see langword="null"/> where there is none.
    /// </summary>
    public JsonPiece? Find(string name) => Items.LastOrDefault(member => member.Name == name)?.Value;
}

/// <summary>A member of an object.</summary>
/// <param name="Name">The name without its escapes.</param>
/// <param name="Token">The name as it stands in the JSON, with its quotes.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonMember(string Name, ReadOnlyMemory<byte> Token, JsonPiece Value);
