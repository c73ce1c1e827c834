using Microsoft.AspNetCore.Http;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>A request as read from the connection. Path and query are raw: still percent-encoded, not normalized.</summary>
internal sealed record IncomingRequest(string Method, string Path, string Query, IHeaderDictionary Headers, byte[] Body, string RequestId);
