using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds what operations return, and their errors.</summary>
internal static class ResponsePlanner
{
    /// <summary>The successful responses of an operation: 2xx, else redirects, else the default response.</summary>
    public static IReadOnlyList<StatusResponse> Successes(OperationNode node)
        => All(node, static status => status[0] == '2') is { Count: > 0 } successes ? successes
            : All(node, static status => status[0] == '3') is { Count: > 0 } redirects ? redirects
            : All(node, static status => status == "default");

    /// <summary>The described errors whose bodies are JSON.</summary>
    public static IReadOnlyList<ResponseContent> Errors(OperationNode node, UnionPlan unions)
        => All(node, static status => status[0] is not ('1' or '2'))
            .Select(response => Contents(response.Status, response.Response, response.Location, unions)
                .FirstOrDefault(static content => content.Kind == ResultKind.Json && content.Media.Schema is not null))
            .OfType<ResponseContent>()
            .ToList();

    /// <summary>
    /// The results of an operation, the main one first: JSON where the document describes it, else the first one. Redundant ones
    /// are left out.
    /// </summary>
    /// <param name="node">The operation.</param>
    /// <param name="successes">Its successful responses.</param>
    /// <param name="unions">The unions, with the kind of type of each schema.</param>
    /// <param name="problems">Reports problems.</param>
    public static IReadOnlyList<ResultPlan> Results(
        OperationNode node, IReadOnlyList<StatusResponse> successes, UnionPlan unions, Problems problems)
    {
        foreach ((string status, _, _) in successes.Where(static success => HasBody(success.Status) && HasOnlyImpossible(success.Response)))
        {
            problems.Report(
                Descriptors.Unsupported,
                Pointers.Child(node.Pointer + "/responses", status) + "/content",
                "The response has no content type that HTTP allows; it is returned as bytes");
        }

        List<ResponseContent> contents = node.HttpMethod.Equals("HEAD", StringComparison.OrdinalIgnoreCase)
            ? []
            : successes.SelectMany(success => Contents(success.Status, success.Response, success.Location, unions)).ToList();
        if (contents.Count == 0)
        {
            return [];
        }

        // XML, and text of the same schema, repeat the JSON beside them. For a single string both are read.
        List<ResponseContent> repeated = contents.FindAll(text => text.Kind == ResultKind.Text
            && contents.Exists(json => json.Kind == ResultKind.Json && json.Status == text.Status
                && (MediaTypes.IsXml(text.ContentType)
                    || unions.Schemas.TypeIdentity(json.Schema) == unions.Schemas.TypeIdentity(text.Schema))));
        List<string> texts = repeated
            .FindAll(text => !MediaTypes.IsXml(text.ContentType) && unions.Follow(text.Schema).Kind is SchemaKind.Scalar or SchemaKind.Enum)
            .ConvertAll(static text => text.ContentType);
        contents.RemoveAll(repeated.Contains);

        // Some frameworks name JSON without a schema for every response, files included.
        ResponseContent main = contents.Find(static content => content.Kind == ResultKind.Json && IsDescribed(content))
            ?? contents.Find(IsDescribed)
            ?? contents.Find(static content => content.Kind == ResultKind.Json)
            ?? contents[0];
        var results = new List<ResultPlan>();
        foreach (IGrouping<(ResultKind Kind, string Word), ResponseContent> same in contents.GroupBy(WordOf)
            .OrderBy(same => same.Key == WordOf(main) ? 0 : 1))
        {
            ResponseContent[] statuses = same.ToArray();
            SchemaNode? schema = SchemaOf(same.Key.Kind, statuses, node.Owner, unions);
            results.Add(new ResultPlan(same.Key.Kind, statuses)
            {
                Suffix = results.Count == 0 ? "" : "As" + same.Key.Word,
                Texts = same.Key.Kind == ResultKind.Json ? texts : [],
                MayBeEmpty = same.Key.Kind == ResultKind.Json
                    && successes.Any(success => !statuses.Any(content => content.Status == success.Status)),
                Schema = schema,
                Member = same.Key.Kind == ResultKind.Json ? MemberOf(node, schema, unions, problems) : null,
            });
        }

        return results;
    }

    /// <summary>The member that the operation names as its result.</summary>
    private static ResultMember? MemberOf(OperationNode node, SchemaNode? response, UnionPlan unions, Problems problems)
    {
        if (response is not { } schema || Extensions.Text(node.Operation.Extensions, SpecExtensions.Result) is not { } name)
        {
            return null;
        }

        if (unions.Schemas.Flatten(unions.Follow(schema).Node).Find(name) is { } member)
        {
            return new ResultMember(name, member);
        }

        problems.Report(
            Descriptors.Unsupported,
            node.Pointer + "/" + SpecExtensions.Result,
            $"The response has no member '{name}'; the whole response is returned");
        return null;
    }

    /// <summary>The contents of one response.</summary>
    public static IEnumerable<ResponseContent> Contents(
        string status, IOpenApiResponse response, ElementLocation location, UnionPlan unions)
    {
        if (!HasBody(status))
        {
            yield break;
        }

        if (HasOnlyImpossible(response))
        {
            yield return new ResponseContent(
                status, ResultKind.Stream, "*/*", response.Content!.Values.First(), location.Schema("content", new OpenApiSchema()));
            yield break;
        }

        foreach (KeyValuePair<string, IOpenApiMediaType> content in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (MediaTypeText.IsValid(content.Key))
            {
                SchemaNode schema = BodyPlanner.SchemaOf(content.Value, location.Child("content", content.Key).Of(content.Value));
                yield return new ResponseContent(
                    status, KindOf(content.Key, content.Value, schema, unions), content.Key, content.Value, schema);
            }
        }
    }

    /// <summary>The schema of the JSON; null where there is no JSON, or any JSON.</summary>
    /// <param name="kind">How the responses are read.</param>
    /// <param name="contents">The responses.</param>
    /// <param name="owner">The owner of a schema that is made for several.</param>
    /// <param name="unions">The unions, with the kind of type of each schema.</param>
    public static SchemaNode? SchemaOf(
        ResultKind kind, IReadOnlyList<ResponseContent> contents, SchemaOwner owner, UnionPlan unions) => kind switch
    {
        ResultKind.Json => OneOf(
            contents.Where(static content => content.Media.Schema is not null).Select(static content => content.Schema), owner, unions),
        ResultKind.JsonSequence => BodyPlanner.ItemOf(contents[0].Media, contents[0].Schema, unions),
        ResultKind.Events => EventData(contents[0], owner, unions),
        _ => null,
    };

    /// <summary>The word for the body of a response in names.</summary>
    public static string WordOf(ResultKind kind)
        => kind switch { ResultKind.Events => "Event", ResultKind.JsonSequence => "Item", _ => "Response" };

    // Text of several media types may have several meanings.
    private static (ResultKind Kind, string Word) WordOf(ResponseContent content) => (content.Kind, content.Kind switch
    {
        ResultKind.Stream => "Stream",
        ResultKind.Text or ResultKind.Events => MediaTypes.Word(content.ContentType),
        ResultKind.JsonSequence => "JsonLines",
        _ => "Json",
    });

    private static List<StatusResponse> All(OperationNode node, Func<string, bool> filter)
    {
        var found = new List<StatusResponse>();
        foreach (KeyValuePair<string, IOpenApiResponse> response in node.Operation.Responses ?? [])
        {
            if (response.Key.Length > 0 && filter(response.Key))
            {
                found.Add(
                    new StatusResponse(response.Key, response.Value, node.Location.Child("responses", response.Key).Of(response.Value)));
            }
        }

        return found;
    }

    private static ResultKind KindOf(string contentType, IOpenApiMediaType media, SchemaNode schema, UnionPlan unions)
        => MediaTypes.IsEvents(contentType) ? ResultKind.Events
            : MediaTypes.IsJsonSequence(contentType) ? ResultKind.JsonSequence
            : BodyPlanner.IsBinary(schema, unions) ? ResultKind.Stream
            : MediaTypes.IsJson(contentType) && (media.Schema is not null || !MediaTypes.IsWildcard(contentType)) ? ResultKind.Json
            : MediaTypes.IsText(contentType) ? ResultKind.Text
            : ResultKind.Stream;

    /// <summary>Whether HTTP gives a response with this status a body. Some frameworks name a content type for one that has none.</summary>
    private static bool HasBody(string status) => status is not ("204" or "205" or "304");

    private static bool IsDescribed(ResponseContent content) => content.Media.Schema is not null || content.Media.ItemSchema is not null;

    /// <summary>Whether a response has a body, of content types that no message can name.</summary>
    private static bool HasOnlyImpossible(IOpenApiResponse response)
        => response.Content is { Count: > 0 } content && !content.Keys.Any(MediaTypeText.IsValid);

    /// <summary>One schema for several: the only one, or a union of those that differ.</summary>
    private static SchemaNode? OneOf(IEnumerable<SchemaNode> nodes, SchemaOwner owner, UnionPlan unions)
    {
        List<SchemaNode> different = nodes.GroupBy(unions.Schemas.TypeIdentity).Select(static group => group.First()).ToList();
        return different.Count switch
        {
            0 => null,
            1 => different[0],
            _ => new SchemaNode(ComposedSchema.OneOfThese(different), different[0].Pointer, owner),
        };
    }

    /// <summary>The schema of the JSON in the data of events; null where the data is text.</summary>
    private static SchemaNode? EventData(ResponseContent content, SchemaOwner owner, UnionPlan unions)
    {
        if (content.Media.Schema is not null || content.Media.ItemSchema is null)
        {
            // Before itemSchema, documents described the data.
            return content.Media.Schema is null || unions.Follow(content.Schema).Kind is SchemaKind.Any or SchemaKind.Scalar
                ? null
                : content.Schema;
        }

        SchemaNode item = unions.Follow(content.Schema).Node;

        // Without merging: otherwise the data of the variants could not be distinguished from that of the whole.
        string keyword = SchemaShape.AlternativesKeyword(item.Schema);
        List<SchemaNode> shapes =
        [
            item, .. SchemaShape.Alternatives(item.Schema).Select((variant, i) => unions.Follow(item.Member(keyword, i, variant)).Node),
        ];
        List<SchemaNode> data = shapes
            .SelectMany(static shape => (shape.Schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
                .Where(static member => member.Key == "data")
                .Select(member => shape.Member("properties", "data", member.Value)))
            .ToList();
        if (data.Count == 0)
        {
            return content.Schema;
        }

        // Where some events have text, all are read as text: the caller distinguishes them by name.
        bool isJson = data.TrueForAll(node => node.Schema is OpenApiSchema { ContentMediaType: null or "application/json" } own
            && (own.ContentSchema is not null || own.Const is null && data.Count > 1 && node.Schema == data[0].Schema));
        return !isJson ? null : OneOf(
            data.Where(static node => node.Schema is OpenApiSchema { ContentSchema: not null })
                .Select(static node => node.Member("contentSchema", ((OpenApiSchema)node.Schema).ContentSchema)),
            owner,
            unions);
    }
}
