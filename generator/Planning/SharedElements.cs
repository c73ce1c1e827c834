using Microsoft.OpenApi;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>
/// The responses, request bodies, parameters and headers in the components. Inline types in them are named after the component and
/// its kind, independent of the operations that use them.
/// </summary>
internal static class SharedElements
{
    /// <summary>The schemas in shared elements, in ordinal order of the elements' JSON pointers.</summary>
    public static IEnumerable<(SchemaNode Node, SuggestedName Name, string Element)> Schemas(OpenApiDocument document, UnionPlan unions)
    {
        foreach ((string id, IOpenApiHeader header, ElementLocation location) in Of("headers", document.Components?.Headers))
        {
            if (HeaderPlanner.SchemaOf(id, header, location, unions) is { } schema)
            {
                yield return (schema, SuggestedName.Shared(id, "Header"), location.Pointer);
            }
        }

        foreach ((string id, IOpenApiParameter parameter, ElementLocation location) in Of("parameters", document.Components?.Parameters))
        {
            if (ParameterPlanner.SchemaOf(parameter, location) is { } value)
            {
                yield return (value.Schema, SuggestedName.Shared(id, "Parameter"), location.Pointer);
            }
        }

        foreach ((string id, IOpenApiRequestBody body, ElementLocation location) in Of("requestBodies", document.Components?.RequestBodies))
        {
            foreach (BodyPlan content in BodyPlanner.Plan(body, location, unions))
            {
                SuggestedName own = SuggestedName.Component(CSharpName.Pascal(id, "Request")).With(content.Suffix);
                SuggestedName whole = content.Suffix.Length == 0 ? SuggestedName.Shared(id, "Request") : own.Body("Request");
                foreach ((SchemaNode node, SuggestedName name) in BodyPlanner.Schemas(content, own, whole))
                {
                    yield return (node, name, location.Pointer);
                }
            }
        }

        foreach ((string id, IOpenApiResponse response, ElementLocation location) in Of("responses", document.Components?.Responses))
        {
            List<ResponseContent> contents = ResponsePlanner.Contents("", response, location, unions);
            foreach (ResponseContent content in contents)
            {
                if (ResponsePlanner.SchemaOf(content.Kind, [content], location.Owner, unions) is { } schema)
                {
                    SuggestedName whole = SuggestedName.Shared(id, ResponsePlanner.WordOf(content.Kind));
                    bool isMain = content == (contents.Find(static other => other.Kind == ResultKind.Json) ?? contents[0]);
                    yield return (schema, isMain ? whole : whole.With("As" + MediaTypes.Word(content.ContentType)), location.Pointer);
                }
            }

            foreach (KeyValuePair<string, IOpenApiHeader> header in response.Headers ?? new Dictionary<string, IOpenApiHeader>())
            {
                ElementLocation own = location.Child("headers", header.Key).Of(header.Value);
                if (own.Pointer.StartsWith(location.Pointer, StringComparison.Ordinal)
                    && HeaderPlanner.SchemaOf(header.Key, header.Value, own, unions) is { } schema)
                {
                    yield return (schema,
                        SuggestedName.Component(CSharpName.Pascal(id, "Response")).Member(CSharpName.Pascal(header.Key, "Header")),
                        location.Pointer);
                }
            }
        }
    }

    /// <summary>The JSON pointers of the shared elements that operations use which are generated.</summary>
    public static HashSet<string> UsedBy(OperationPlan operations)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (PlannedOperation operation in operations.Wanted)
        {
            AddAll(operation.Parameters, static parameter => parameter.Schema);
            AddAll(operation.Bodies, static body => body.Schema);
            AddAll(operation.Errors, static error => error.Schema);
            AddAll(operation.Callbacks, static callback => callback.Schema);
            AddAll(operation.Headers?.Headers ?? [], static header => header.Schema);
            foreach (ResultPlan result in operation.Results)
            {
                AddAll(result.Contents, static content => content.Schema);
            }
        }

        AddAll(operations.Webhooks, static webhook => webhook.IsWanted ? webhook.Schema : null);
        return used;

        void AddAll<T>(IReadOnlyList<T> elements, Func<T, SchemaNode?> schema)
        {
            for (int i = 0; i < elements.Count; i++)
            {
                if (schema(elements[i]) is { Owner.IsComponents: true } node)
                {
                    used.Add(ElementOf(node.Pointer));
                }
            }
        }
    }

    /// <summary>The pointer of the component that contains a pointer: <c>/components/responses/topic</c>.</summary>
    private static string ElementOf(string pointer)
    {
        int end = pointer.IndexOf('/', pointer.IndexOf('/', "/components/".Length) + 1);
        return end < 0 ? pointer : pointer.Substring(0, end);
    }

    private static IEnumerable<(string Id, T Element, ElementLocation Location)> Of<T>(string section, IDictionary<string, T>? elements)
        where T : class
        => (elements ?? new Dictionary<string, T>())
            .Where(static element => element.Value is not IOpenApiReferenceHolder)
            .OrderBy(static element => element.Key, StringComparer.Ordinal)
            .Select(element => (element.Key, element.Value, ElementLocation.Component(section, element.Key)));
}
