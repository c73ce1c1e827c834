using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds what services send by themselves: the bodies of webhooks and callbacks.</summary>
internal static class PayloadPlanner
{
    public static IReadOnlyList<PayloadPlan> Webhooks(OpenApiDocument document, SpecOptions options, TagTree tags)
    {
        var payloads = new List<PayloadPlan>();
        foreach (KeyValuePair<string, IOpenApiPathItem> webhook in document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>())
        {
            string pointer = Pointers.Child("/webhooks", webhook.Key);
            var place = new ElementPlace(pointer, new SchemaOwner(pointer));
            string name = CSharpName.Pascal(webhook.Key, "Webhook");

            // A webhook has tags as an operation has, and no path.
            payloads.AddRange(Payloads(webhook.Value, new PlaceName(name, name), place, operation => options.Paths.Count == 0 && tags.HasAny(operation, options.Tags)));
        }

        return payloads;
    }

    public static IReadOnlyList<PayloadPlan> Callbacks(OperationNode node, PlaceName place, bool isWanted)
    {
        var payloads = new List<PayloadPlan>();
        foreach (KeyValuePair<string, IOpenApiCallback> callback in node.Operation.Callbacks ?? new Dictionary<string, IOpenApiCallback>())
        {
            ElementPlace at = node.Place.Child("callbacks", callback.Key);
            int number = 0;
            foreach (KeyValuePair<RuntimeExpression, IOpenApiPathItem> item in callback.Value.PathItems ?? [])
            {
                PlaceName name = place.Member(CSharpName.Pascal(callback.Key, "Callback")).With(++number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture));
                payloads.AddRange(Payloads(item.Value, name, at.Child(item.Key.Expression), _ => isWanted));
            }
        }

        return payloads;
    }

    private static IEnumerable<PayloadPlan> Payloads(IOpenApiPathItem item, PlaceName name, ElementPlace place, Func<OpenApiOperation, bool> isWanted)
    {
        foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in item?.Operations ?? [])
        {
            if (operation.Value.RequestBody is { } body && JsonOf(body) is { } json)
            {
                string method = operation.Key.Method.ToLowerInvariant();
                string word = (item!.Operations!.Count == 1 ? "" : CSharpName.Pascal(method, "Call")) + "Payload";
                ElementPlace content = place.Child(method).Child("requestBody").Of(body).Child("content", json.Key).Of(json.Value);
                yield return new PayloadPlan(content.Schema("schema", json.Value.Schema!), name.With(word), isWanted(operation.Value));
            }
        }
    }

    private static KeyValuePair<string, IOpenApiMediaType>? JsonOf(IOpenApiRequestBody body)
        => (body.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(static content => MediaTypes.IsJson(content.Key) && content.Value.Schema is not null)
            .Select(static content => (KeyValuePair<string, IOpenApiMediaType>?)content)
            .FirstOrDefault();
}
