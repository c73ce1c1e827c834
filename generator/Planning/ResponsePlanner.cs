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
    {
        var errors = new List<ResponseContent>();
        foreach ((string status, IOpenApiResponse response, ElementLocation location) in All(
            node, static status => status[0] is not ('1' or '2')))
        {
            if (Contents(status, response, location, unions).Find(
                static content => content.Kind == ResultKind.Json && content.Media.Schema is not null) is { } error)
            {
                errors.Add(error);
            }
        }

        return errors;
    }

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
        bool isHead = node.HttpMethod.Equals("HEAD", StringComparison.OrdinalIgnoreCase);
        var contents = new List<ResponseContent>();
        foreach ((string status, IOpenApiResponse response, ElementLocation location) in successes)
        {
            if (HasBody(status) && HasOnlyImpossible(response))
            {
                problems.Report(
                    Descriptors.Unsupported,
                    Pointers.Child(node.Pointer + "/responses", status) + "/content",
                    "The response has no content type that HTTP allows; it is returned as bytes");
            }

            if (!isHead)
            {
                contents.AddRange(Contents(status, response, location, unions));
            }
        }

        if (contents.Count == 0)
        {
            return [];
        }

        IReadOnlyList<string> texts = contents.Count > 1 ? RemoveRepeated(contents, unions) : [];

        // Some frameworks name JSON without a schema for every response, files included.
        ResponseContent main = contents.Find(static content => content.Kind == ResultKind.Json && IsDescribed(content))
            ?? contents.Find(IsDescribed)
            ?? contents.Find(static content => content.Kind == ResultKind.Json)
            ?? contents[0];
        List<List<ResponseContent>> groups = contents.Count == 1 ? [contents] : ByWord(contents, main);
        var results = new List<ResultPlan>(groups.Count);
        foreach (List<ResponseContent> same in groups)
        {
            (ResultKind kind, string word) = WordOf(same[0]);
            SchemaNode? schema = SchemaOf(kind, same, node.Owner, unions);
            results.Add(new ResultPlan(kind, same)
            {
                Suffix = results.Count == 0 ? "" : "As" + word,
                Texts = kind == ResultKind.Json ? texts : [],
                MayBeEmpty = kind == ResultKind.Json && IsAnyMissing(successes, same),
                Schema = schema,
                Member = kind == ResultKind.Json ? MemberOf(node, schema, unions, problems) : null,
            });
        }

        return results;
    }

    /// <summary>
    /// XML, and text of the same schema, repeat the JSON beside them. For a single string both are read: returns the content types of such
    /// text.
    /// </summary>
    private static List<string> RemoveRepeated(List<ResponseContent> contents, UnionPlan unions)
    {
        List<ResponseContent> repeated = contents.FindAll(text => text.Kind == ResultKind.Text
            && contents.Exists(json => json.Kind == ResultKind.Json && json.Status == text.Status
                && (MediaTypes.IsXml(text.ContentType)
                    || unions.Schemas.TypeIdentity(json.Schema) == unions.Schemas.TypeIdentity(text.Schema))));
        contents.RemoveAll(repeated.Contains);
        return repeated
            .FindAll(text => !MediaTypes.IsXml(text.ContentType) && unions.Follow(text.Schema).Kind is SchemaKind.Scalar or SchemaKind.Enum)
            .ConvertAll(static text => text.ContentType);
    }

    /// <summary>The contents that one method returns, the main one's first.</summary>
    private static List<List<ResponseContent>> ByWord(List<ResponseContent> contents, ResponseContent main)
        => contents.GroupBy(WordOf).OrderBy(same => same.Key == WordOf(main) ? 0 : 1).Select(static same => same.ToList()).ToList();

    /// <summary>Whether a response has none of these contents.</summary>
    private static bool IsAnyMissing(IReadOnlyList<StatusResponse> responses, List<ResponseContent> contents)
    {
        foreach (StatusResponse response in responses)
        {
            if (!contents.Exists(content => content.Status == response.Status))
            {
                return true;
            }
        }

        return false;
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
    public static List<ResponseContent> Contents(
        string status, IOpenApiResponse response, ElementLocation location, UnionPlan unions)
    {
        if (!HasBody(status) || response.Content is not { Count: > 0 } content)
        {
            return [];
        }

        var contents = new List<ResponseContent>(content.Count);
        foreach (KeyValuePair<string, IOpenApiMediaType> one in content)
        {
            if (MediaTypeText.IsValid(one.Key))
            {
                SchemaNode schema = BodyPlanner.SchemaOf(one.Value, location.Child("content", one.Key).Of(one.Value));
                contents.Add(new ResponseContent(status, KindOf(one.Key, one.Value, schema, unions), one.Key, one.Value, schema));
            }
        }

        // A body, of content types that no message can name.
        return contents.Count > 0
            ? contents
            : [new(status, ResultKind.Stream, "*/*", content.Values.First(), location.Schema("content", new OpenApiSchema()))];
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
                ElementLocation location = response.Value is OpenApiResponseReference
                    ? node.Location.Of(response.Value)
                    : node.Location.Child("responses", response.Key);
                found.Add(new StatusResponse(response.Key, response.Value, location));
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
        => response.Content is { Count: > 0 } content && content.All(static one => !MediaTypeText.IsValid(one.Key));

    /// <summary>One schema for several: the only one, or a union of those that differ.</summary>
    private static SchemaNode? OneOf(IEnumerable<SchemaNode> nodes, SchemaOwner owner, UnionPlan unions)
    {
        List<SchemaNode> all = nodes.ToList();
        List<SchemaNode> different = all.Count < 2
            ? all
            : all.GroupBy(unions.Schemas.TypeIdentity).Select(static group => group.First()).ToList();
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
