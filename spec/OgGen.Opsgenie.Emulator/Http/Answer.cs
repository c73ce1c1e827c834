using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>An answer before <c>took</c> and <c>requestId</c>, which every answer gets when it is written.</summary>
internal sealed record Answer(int Status, JsonObject Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
