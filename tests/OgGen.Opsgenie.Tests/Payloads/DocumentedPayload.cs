using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Tests.Payloads;

/// <summary>An example of the document where an operation uses it, as far as a method shows it.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Direction">"request", or the status of the answer.</param>
/// <param name="Component">The example's name under components/examples.</param>
/// <param name="Schema">The component schema of the body, or of the member of it that is the result.</param>
/// <param name="Index">Which item of the result it is, where that is a list.</param>
/// <param name="Json">The example itself.</param>
internal sealed record DocumentedPayload(string Operation, string Direction, string Component, string Schema, int Index, string Json)
{
    private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = OpsgenieJson.Default };

    public static IReadOnlyList<DocumentedPayload> All { get; } =
    [
        .. from operation in SpecWalk.Operations
           from body in Bodies(operation)
           from example in body.MediaType["examples"]!.AsObject()
           let schema = SpecWalk.ComponentName(body.MediaType["schema"]!)
           from shown in Shown(operation, body.Direction, schema, SpecDocument.Resolve(example.Value!)["value"]!)
           select new DocumentedPayload(
               operation.Id, body.Direction, SpecWalk.ComponentName(example.Value!), shown.Schema, shown.Index, shown.Json.ToJsonString()),
    ];

    public string Key => $"{Operation} {Direction} {Component} {Index}";

    public bool IsRequest => Direction == "request";

    /// <summary>The generated type: it has the schema's name, and the client's resolver knows it.</summary>
    public Type Model => typeof(OpsgenieClient).Assembly.GetType($"Opsgenie.{Schema}", throwOnError: true)!;

    public static DocumentedPayload Get(string key) => All.Single(payload => payload.Key == key);

    /// <summary>Reads the example and writes it again.</summary>
    public string Echo(JsonWriteMode mode)
        => (string)typeof(DocumentedPayload).GetMethod(
            nameof(EchoAs), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(Model).Invoke(null, [Json, mode])!;

    /// <summary>The same through JsonSerializer and the client's resolver.</summary>
    public string EchoThroughSerializer()
        => JsonSerializer.Serialize(JsonSerializer.Deserialize(Json, s_options.GetTypeInfo(Model)), s_options.GetTypeInfo(Model));

    public override string ToString() => Key;

    private static string EchoAs<T>(string json, JsonWriteMode mode)
        where T : IJsonModel<T>
        => JsonModel.ToJson(JsonModel.Parse<T>(json), mode);

    /// <summary>
    /// What methods show of a body: the member that is the operation's result, if there is one, and each item of a list by itself.
    /// </summary>
    private static IEnumerable<(string Schema, int Index, JsonNode Json)> Shown(
        Operation operation, string direction, string schema, JsonNode json)
    {
        if (!direction.StartsWith('2') || operation.Node["x-oggen-result"]?.GetValue<string>() is not { } member)
        {
            return [(schema, 0, json)];
        }

        JsonNode result = SpecDocument.Schemas[schema]!["properties"]![member]!;
        return result["items"] is { } items
            ? json[member]!.AsArray().Select((item, i) => (SpecWalk.ComponentName(items), i, item!))
            : [(SpecWalk.ComponentName(result), 0, json[member]!)];
    }

    private static IEnumerable<(string Direction, JsonNode MediaType)> Bodies(Operation operation)
    {
        if (operation.JsonRequest is { } request)
        {
            yield return ("request", request);
        }

        foreach ((string status, JsonObject response) in operation.Responses)
        {
            yield return (status, response["content"]!["application/json"]!);
        }
    }
}
