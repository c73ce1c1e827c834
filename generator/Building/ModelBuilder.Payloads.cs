using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>What services send by themselves: the bodies of webhooks and callbacks. They become types, and nothing is sent.</content>
internal sealed partial class ModelBuilder
{
    /// <summary>With what the types of webhooks live: no group has them.</summary>
    private const string WebhookOwner = "webhooks";

    private void PlanWebhooks()
    {
        foreach (KeyValuePair<string, IOpenApiPathItem> webhook in _document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>())
        {
            PlanPayloads(webhook.Value, new PlaceName(CSharpName.Pascal(webhook.Key, "Webhook"), CSharpName.Pascal(webhook.Key, "Webhook")), Pointers.Child("/webhooks", webhook.Key), WebhookOwner, IsWantedWebhook);
        }
    }

    /// <summary>The callbacks of an operation, which live with its group.</summary>
    private void PlanCallbacks(OperationAt at, PlaceName place, string owner)
    {
        foreach (KeyValuePair<string, IOpenApiCallback> callback in at.Operation.Callbacks ?? new Dictionary<string, IOpenApiCallback>())
        {
            string pointer = Pointers.Child(at.Pointer + "/callbacks", callback.Key);
            int number = 0;
            foreach (KeyValuePair<RuntimeExpression, IOpenApiPathItem> item in callback.Value.PathItems ?? [])
            {
                PlaceName name = place.Member(CSharpName.Pascal(callback.Key, "Callback")).With(++number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture));
                PlanPayloads(item.Value, name, Pointers.Child(pointer, item.Key.Expression), owner, static _ => true);
            }
        }
    }

    private void PlanPayloads(IOpenApiPathItem item, PlaceName name, string pointer, string owner, Func<OpenApiOperation, bool> isWanted)
    {
        foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in item?.Operations ?? [])
        {
            if (isWanted(operation.Value) && JsonOf(operation.Value.RequestBody) is { } json)
            {
                string method = operation.Key.Method.ToLowerInvariant();
                PlaceName place = name.With((item!.Operations!.Count == 1 ? "" : CSharpName.Pascal(method, "Call")) + "Payload");
                PlanInline(new SchemaNode(json.Value.Schema!, Pointers.Child(Pointers.Child(pointer, method) + "/requestBody/content", json.Key) + "/schema", SchemaOwner.Components), place, owner);
            }
        }
    }

    private static KeyValuePair<string, IOpenApiMediaType>? JsonOf(IOpenApiRequestBody? body)
        => (body?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(static content => MediaTypes.IsJson(content.Key) && content.Value.Schema is not null)
            .Select(static content => (KeyValuePair<string, IOpenApiMediaType>?)content)
            .FirstOrDefault();

    /// <summary>A webhook has tags as an operation has, and no path.</summary>
    private bool IsWantedWebhook(OpenApiOperation operation) => _options.Paths.Count == 0 && HasWantedTag(operation);
}
