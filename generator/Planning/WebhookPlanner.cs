using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds the bodies of webhooks and callbacks.</summary>
internal static class WebhookPlanner
{
    public static IReadOnlyList<WebhookBody> Webhooks(OpenApiDocument document, SpecOptions options, TagTree tags)
    {
        var bodies = new List<WebhookBody>();
        foreach (KeyValuePair<string, IOpenApiPathItem> webhook in document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>())
        {
            string pointer = Pointers.Child("/webhooks", webhook.Key);
            var location = new ElementLocation(pointer, new SchemaOwner(pointer));
            string name = CSharpName.Pascal(webhook.Key, "Webhook");

            // A webhook has tags as an operation has, and no path.
            bodies.AddRange(
                Bodies(
                    webhook.Value,
                    new SuggestedName(name, name),
                    location,
                    operation => options.Paths.Count == 0 && tags.HasAny(operation, options.Tags)));
        }

        return bodies;
    }

    public static IReadOnlyList<WebhookBody> Callbacks(OperationNode node, SuggestedName suggested, bool isWanted)
    {
        var bodies = new List<WebhookBody>();
        foreach (KeyValuePair<string, IOpenApiCallback> callback in node.Operation.Callbacks ?? new Dictionary<string, IOpenApiCallback>())
        {
            ElementLocation at = node.Location.Child("callbacks", callback.Key);
            int number = 0;
            foreach (KeyValuePair<RuntimeExpression, IOpenApiPathItem> item in callback.Value.PathItems ?? [])
            {
                SuggestedName name = suggested.Member(CSharpName.Pascal(callback.Key, "Callback"))
                    .With(++number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture));
                bodies.AddRange(Bodies(item.Value, name, at.Child(item.Key.Expression), _ => isWanted));
            }
        }

        return bodies;
    }

    private static IEnumerable<WebhookBody> Bodies(
        IOpenApiPathItem item, SuggestedName name, ElementLocation location, Func<OpenApiOperation, bool> isWanted)
    {
        foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in item?.Operations ?? [])
        {
            if (operation.Value.RequestBody is { } body && JsonOf(body) is { } json)
            {
                string method = operation.Key.Method.ToLowerInvariant();
                string word = (item!.Operations!.Count == 1 ? "" : CSharpName.Pascal(method, "Call")) + "Payload";
                ElementLocation content = location.Child(method).Child("requestBody").Of(body).Child("content", json.Key).Of(json.Value);
                yield return new WebhookBody(content.Schema("schema", json.Value.Schema!), name.With(word), isWanted(operation.Value));
            }
        }
    }

    private static KeyValuePair<string, IOpenApiMediaType>? JsonOf(IOpenApiRequestBody body)
        => (body.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(static content => MediaTypes.IsJson(content.Key) && content.Value.Schema is not null)
            .Select(static content => (KeyValuePair<string, IOpenApiMediaType>?)content)
            .FirstOrDefault();
}
