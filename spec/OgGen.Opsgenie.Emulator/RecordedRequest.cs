namespace OgGen.Opsgenie.Emulator;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, still percent-encoded, without the query.</param>
/// <param name="Query">The query, still percent-encoded, with its question mark; empty where there is none.</param>
/// <param name="Headers">
/// The headers; names compare ignoring case. Of <c>Authorization</c> only the scheme is kept (<c>GenieKey ***</c>). Nothing else is
/// redacted, so that a key which leaks elsewhere can be found by a test.
/// </param>
/// <param name="Body">The body as text; empty where there is none.</param>
public sealed record RecordedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body);
