using OgGen.Opsgenie.Keep.Json;

namespace OgGen.Opsgenie.Keep.Export;

/// <summary>What came of one request: the <c>data</c> of the body as it came, or why there is none.</summary>
/// <param name="Data">The <c>data</c>; <see langword="null"/> where it could not be read.</param>
/// <param name="Problem">Why not, in words that are the same each time.</param>
internal readonly record struct RawResponse(JsonPiece? Data, string? Problem);
