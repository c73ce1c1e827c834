using Microsoft.OpenApi;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>
/// The responses, request bodies, parameters and headers that stand among the components: inline types in them are called after the component and
/// its kind, whoever uses it.
/// </summary>
internal static class SharedElements
{
    /// <summary>The schemas in shared elements, in ordinal order of the elements' JSON pointers.</summary>
    public static IEnumerable<(SchemaNode Node, PlaceName Name, string Element)> Schemas(OpenApiDocument document, UnionPlan unions)
    {
        foreach ((string id, IOpenApiHeader header, ElementPlace place) in Of("headers", document.Components?.Headers))
        {
            if (HeaderPlanner.SchemaOf(id, header, place, unions) is { } schema)
            {
                yield return (schema, PlaceName.Shared(id, "Header"), place.Pointer);
            }
        }

        foreach ((string id, IOpenApiParameter parameter, ElementPlace place) in Of("parameters", document.Components?.Parameters))
        {
            if (ParameterPlanner.SchemaOf(parameter, place) is { } value)
            {
                yield return (value.Schema, PlaceName.Shared(id, "Parameter"), place.Pointer);
            }
        }

        foreach ((string id, IOpenApiRequestBody body, ElementPlace place) in Of("requestBodies", document.Components?.RequestBodies))
        {
            foreach (BodyPlan content in BodyPlanner.Plan(body, place, unions))
            {
                PlaceName own = PlaceName.Component(CSharpName.Pascal(id, "Request")).With(content.Suffix);
                PlaceName whole = content.Suffix.Length == 0 ? PlaceName.Shared(id, "Request") : own.Body("Request");
                foreach ((SchemaNode node, PlaceName name) in BodyPlanner.Schemas(content, own, whole))
                {
                    yield return (node, name, place.Pointer);
                }
            }
        }

        foreach ((string id, IOpenApiResponse response, ElementPlace place) in Of("responses", document.Components?.Responses))
        {
            ResponseContent[] contents = ResponsePlanner.Contents("", response, place, unions).ToArray();
            foreach (ResponseContent content in contents)
            {
                if (ResponsePlanner.SchemaOf(content.Kind, [content], place.Owner, unions) is { } schema)
                {
                    PlaceName whole = PlaceName.Shared(id, ResponsePlanner.WordOf(content.Kind));
                    bool isMain = content == (Array.Find(contents, static other => other.Kind == ResultKind.Json) ?? contents[0]);
                    yield return (schema, isMain ? whole : whole.With("As" + MediaTypes.Word(content.ContentType)), place.Pointer);
                }
            }

            foreach (KeyValuePair<string, IOpenApiHeader> header in response.Headers ?? new Dictionary<string, IOpenApiHeader>())
            {
                ElementPlace own = place.Child("headers", header.Key).Of(header.Value);
                if (own.Pointer.StartsWith(place.Pointer, StringComparison.Ordinal) && HeaderPlanner.SchemaOf(header.Key, header.Value, own, unions) is { } schema)
                {
                    yield return (schema, PlaceName.Component(CSharpName.Pascal(id, "Response")).Member(CSharpName.Pascal(header.Key, "Header")), place.Pointer);
                }
            }
        }
    }

    /// <summary>The JSON pointers of the shared elements that operations use which are generated.</summary>
    public static HashSet<string> UsedBy(OperationPlan operations)
    {
        IEnumerable<SchemaNode> nodes = operations.Wanted
            .SelectMany(static operation => operation.Parameters.Select(static parameter => parameter.Schema)
                .Concat(operation.Bodies.Select(static body => (SchemaNode?)body.Schema))
                .Concat(operation.Results.SelectMany(static result => result.Contents).Select(static content => (SchemaNode?)content.Schema))
                .Concat(operation.Errors.Select(static error => (SchemaNode?)error.Schema))
                .Concat(operation.Callbacks.Select(static callback => (SchemaNode?)callback.Schema))
                .Concat(operation.Headers?.Headers.Select(static header => header.Schema) ?? []))
            .Concat(operations.Webhooks.Where(static webhook => webhook.IsWanted).Select(static webhook => (SchemaNode?)webhook.Schema))
            .OfType<SchemaNode>();
        return new HashSet<string>(nodes.Where(static node => node.Owner.IsComponents).Select(static node => ElementOf(node.Pointer)), StringComparer.Ordinal);
    }

    /// <summary>The pointer of the component in which a pointer stands: <c>/components/responses/topic</c>.</summary>
    private static string ElementOf(string pointer)
    {
        int end = pointer.IndexOf('/', pointer.IndexOf('/', "/components/".Length) + 1);
        return end < 0 ? pointer : pointer.Substring(0, end);
    }

    private static IEnumerable<(string Id, T Element, ElementPlace Place)> Of<T>(string section, IDictionary<string, T>? elements)
        where T : class
        => (elements ?? new Dictionary<string, T>())
            .Where(static element => element.Value is not IOpenApiReferenceHolder)
            .OrderBy(static element => element.Key, StringComparer.Ordinal)
            .Select(element => (element.Key, element.Value, ElementPlace.Component(section, element.Key)));
}
