using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>What an operation answers.</content>
internal sealed partial class ModelBuilder
{
    /// <summary>One content type of one described answer.</summary>
    private sealed record AnswerAt(string Status, ResultKind Kind, string ContentType, IOpenApiMediaType Media, SchemaNode Schema);

    /// <summary>What a method reads: the successful answers in one representation, whatever their status.</summary>
    /// <param name="Kind">How the answers are read.</param>
    /// <param name="Answers">The answers, by status.</param>
    private sealed record ResultAt(ResultKind Kind, List<AnswerAt> Answers)
    {
        /// <summary>What its method adds to the operation's name; empty for the operation's main result.</summary>
        public string Suffix { get; init; } = "";

        /// <summary>Whether some successful answer has no such body.</summary>
        public bool MayBeEmpty { get; init; }
    }

    /// <summary>The statuses that an operation succeeds with: 2xx, else a redirect, else whatever is not described as something else.</summary>
    private static List<KeyValuePair<string, IOpenApiResponse>> SuccessesOf(OperationAt at)
    {
        OpenApiResponses responses = at.Operation.Responses ?? [];
        foreach (string first in new[] { "2", "3", "d" })
        {
            List<KeyValuePair<string, IOpenApiResponse>> found = responses
                .Where(response => response.Key.StartsWith(first, StringComparison.OrdinalIgnoreCase) && (first != "d" || response.Key == "default"))
                .ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private static bool IsRedirect(OperationAt at) => SuccessesOf(at) is [var first, ..] && first.Key.StartsWith("3", StringComparison.Ordinal);

    /// <summary>
    /// The results of an operation, the main one first: JSON where the document offers it, else what the first answer has. Those that
    /// say nothing new are left out.
    /// </summary>
    private List<ResultAt> ResultsOf(OperationAt at)
    {
        List<KeyValuePair<string, IOpenApiResponse>> successes = SuccessesOf(at);
        List<AnswerAt> answers = at.HttpMethod.Equals("HEAD", StringComparison.OrdinalIgnoreCase) ? [] : successes.SelectMany(response => AnswersOf(at, response.Key, response.Value)).ToList();
        if (answers.Count == 0)
        {
            return [];
        }

        // XML, and text of the same schema, say what the JSON beside them says.
        answers.RemoveAll(text => text.Kind == ResultKind.Text && answers.Exists(json => json.Kind == ResultKind.Json && json.Status == text.Status
            && (MediaTypes.IsXml(text.ContentType) || _structure.Of(json.Schema.Schema) == _structure.Of(text.Schema.Schema))));
        ResultKind main = answers.Exists(static answer => answer.Kind == ResultKind.Json) ? ResultKind.Json : answers[0].Kind;
        var results = new List<ResultAt>();
        foreach (IGrouping<(ResultKind Kind, string Word), AnswerAt> same in answers.GroupBy(WordOf).OrderBy(same => same.Key == WordOf(answers.Find(answer => answer.Kind == main)) ? 0 : 1))
        {
            ResultAt result = Result(same.Key.Kind, same.ToList());
            results.Add(results.Count == 0 ? result : result with { Suffix = "As" + same.Key.Word });
        }

        return results;

        // Texts of several types may mean several things.
        static (ResultKind Kind, string Word) WordOf(AnswerAt answer)
            => (answer.Kind, answer.Kind switch { ResultKind.Stream => "Stream", ResultKind.Text or ResultKind.Events => MediaTypes.Word(answer.ContentType), ResultKind.JsonSequence => "JsonLines", _ => "Json" });

        ResultAt Result(ResultKind kind, List<AnswerAt> same)
        {
            return new ResultAt(kind, same) { MayBeEmpty = kind == ResultKind.Json && successes.Exists(success => !same.Exists(answer => answer.Status == success.Key)) };
        }
    }

    private IEnumerable<AnswerAt> AnswersOf(OperationAt at, string status, IOpenApiResponse response)
    {
        if (HasOnlyImpossible(response))
        {
            yield return new AnswerAt(status, ResultKind.Stream, "*/*", response.Content!.Values.First(), new SchemaNode(new OpenApiSchema(), at.Pointer, at.Owner));
            yield break;
        }

        foreach (KeyValuePair<string, IOpenApiMediaType> content in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (MediaTypeText.IsValid(content.Key))
            {
                string pointer = Pointers.Child(Pointers.Child(at.Pointer + "/responses", status) + "/content", content.Key);
                SchemaNode schema = content.Value.Schema is { } whole ? new SchemaNode(whole, pointer + "/schema", at.Owner)
                    : new SchemaNode(content.Value.ItemSchema ?? new OpenApiSchema(), pointer + "/itemSchema", at.Owner);
                yield return new AnswerAt(status, KindOfAnswer(content.Key, content.Value, schema), content.Key, content.Value, schema);
            }
        }
    }

    private ResultKind KindOfAnswer(string contentType, IOpenApiMediaType media, SchemaNode schema)
        => MediaTypes.IsEvents(contentType) ? ResultKind.Events
            : MediaTypes.IsJsonSequence(contentType) ? ResultKind.JsonSequence
            : IsBinary(schema) ? ResultKind.Stream
            : MediaTypes.IsJson(contentType) && (media.Schema is not null || !MediaTypes.IsWildcard(contentType)) ? ResultKind.Json
            : MediaTypes.IsText(contentType) ? ResultKind.Text
            : ResultKind.Stream;

    /// <summary>The described errors whose bodies are JSON.</summary>
    private IEnumerable<AnswerAt> ErrorsOf(OperationAt at)
        => (at.Operation.Responses ?? [])
            .Where(static response => !response.Key.StartsWith("2", StringComparison.Ordinal) && !response.Key.StartsWith("1", StringComparison.Ordinal))
            .Select(response => AnswersOf(at, response.Key, response.Value).FirstOrDefault(static answer => answer.Kind == ResultKind.Json && answer.Media.Schema is not null))
            .OfType<AnswerAt>();

    /// <summary>Whether an answer has a body, of content types that no message can name.</summary>
    private static bool HasOnlyImpossible(IOpenApiResponse response)
        => response.Content is { Count: > 0 } content && !content.Keys.Any(MediaTypeText.IsValid);

    private void PlanAnswers(OperationAt at, PlaceName place, string owner)
    {
        foreach (KeyValuePair<string, IOpenApiResponse> response in SuccessesOf(at).Where(static response => HasOnlyImpossible(response.Value)))
        {
            Report(Descriptors.Unsupported, Pointers.Child(at.Pointer + "/responses", response.Key) + "/content", "The answer has no content type that HTTP allows; it is returned as bytes");
        }

        foreach (ResultAt result in ResultsOf(at))
        {
            if (ResultSchema(result) is { } schema)
            {
                PlanInline(schema, place.With(result.Suffix).Body(result.Kind switch { ResultKind.Events => "Event", ResultKind.JsonSequence => "Item", _ => "Response" }), owner);
            }
        }

        foreach (AnswerAt error in ErrorsOf(at))
        {
            PlanInline(error.Schema, place.Body("Error"), owner);
        }
    }

    /// <summary>The schema of what is read as JSON; null where nothing is, or anything.</summary>
    private SchemaNode? ResultSchema(ResultAt result) => result.Kind switch
    {
        ResultKind.Json => OneOf(result.Answers.Where(static answer => answer.Media.Schema is not null).Select(static answer => answer.Schema)),
        ResultKind.JsonSequence => ItemOf(result.Answers[0].Media, result.Answers[0].Schema),
        ResultKind.Events => EventData(result.Answers[0]),
        _ => null,
    };

    /// <summary>One schema for several: the only one, or a choice between those that differ.</summary>
    private SchemaNode? OneOf(IEnumerable<SchemaNode> schemas)
    {
        List<SchemaNode> different = schemas.GroupBy(schema => schema.Component ?? "#" + _structure.Of(schema.Schema).ToString(CultureInfo.InvariantCulture)).Select(static group => group.First()).ToList();
        return different.Count switch
        {
            0 => null,
            1 => different[0],
            _ => new SchemaNode(ComposedSchema.OneOfThese(different), different[0].Pointer, different[0].Owner),
        };
    }

    /// <summary>The schema of the JSON in the data of events; null where data are text.</summary>
    private SchemaNode? EventData(AnswerAt answer)
    {
        if (answer.Media.Schema is not null || answer.Media.ItemSchema is null)
        {
            // Before itemSchema, documents gave the schema of the data.
            return answer.Media.Schema is null || Follow(answer.Schema).Kind is SchemaKind.Any or SchemaKind.Scalar ? null : answer.Schema;
        }

        SchemaNode item = Follow(answer.Schema).At;

        // As they stand: merged with what is beside them, the data of the variants would no longer be told from those of the whole.
        List<SchemaNode> shapes = [item, .. SchemaShape.Alternatives(item.Schema).Select((variant, i) => Follow(item.Member(SchemaShape.AlternativesKeyword(item.Schema), i, variant)).At)];
        List<SchemaNode> data = shapes
            .SelectMany(static shape => (shape.Schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Where(static member => member.Key == "data").Select(member => shape.Member("properties", "data", member.Value)))
            .ToList();
        if (data.Count == 0)
        {
            return answer.Schema;
        }

        // Where some events have text, all are read as text: their names tell them apart.
        bool isJson = data.TrueForAll(schema => schema.Schema is OpenApiSchema { ContentMediaType: null or "application/json" } own && (own.ContentSchema is not null || own.Const is null && data.Count > 1 && schema.Schema == data[0].Schema));
        return isJson ? OneOf(data.Where(static schema => schema.Schema is OpenApiSchema { ContentSchema: not null }).Select(static schema => schema.Member("contentSchema", ((OpenApiSchema)schema.Schema).ContentSchema))) : null;
    }

    private ResultModel BuildResult(OperationAt at, ResultAt? result)
    {
        bool isRedirect = IsRedirect(at);
        string? headers = _headersOf.TryGetValue(at.Pointer, out HeaderSet? set) ? set.Name : null;
        if (result is null)
        {
            return ResultModel.Nothing with { IsRedirect = isRedirect, HeadersName = headers };
        }

        if (result.Suffix.Length == 0 && result.Kind == ResultKind.Text && MediaTypes.IsXml(result.Answers[0].ContentType))
        {
            AnswerAt xml = result.Answers[0];
            Report(Descriptors.Unsupported, Pointers.Child(Pointers.Child(at.Pointer + "/responses", xml.Status) + "/content", xml.ContentType), $"XML is not read; the answer '{xml.ContentType}' is returned as text");
        }

        ResultModel model = result.Kind switch
        {
            ResultKind.Text => new ResultModel { Kind = ResultKind.Text, Returned = s_string },
            ResultKind.Stream => new ResultModel { Kind = ResultKind.Stream, Returned = s_stream },
            ResultKind.JsonSequence => BuildSequence(ResultSchema(result)),
            ResultKind.Events => BuildEvents(ResultSchema(result)),
            _ => BuildJson(at, result),
        };
        return model with { Accept = AcceptOf(at, result), IsRedirect = isRedirect, HeadersName = headers };
    }

    /// <summary>What the operation can read, first what is asked for.</summary>
    private string AcceptOf(OperationAt at, ResultAt result)
    {
        return string.Join(", ", result.Answers.Select(static answer => answer.ContentType).Concat(ErrorsOf(at).Select(static error => error.ContentType)).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private ResultModel BuildSequence(SchemaNode? schema)
    {
        TypeRef item = schema is { } at ? ResolveItem(at) : s_any;
        return new ResultModel { Kind = ResultKind.JsonSequence, Type = item, Returned = item };
    }

    private ResultModel BuildEvents(SchemaNode? schema)
    {
        TypeRef? data = schema is { } at ? ResolveItem(at) : null;
        return new ResultModel { Kind = ResultKind.Events, Type = data, Returned = new EventRef(data ?? s_string) };
    }

    private ResultModel BuildJson(OperationAt at, ResultAt result)
    {
        if (ResultSchema(result) is not { } schema)
        {
            // Whatever the service says, or nothing.
            TypeRef anything = OrNull(s_any);
            return new ResultModel { Kind = ResultKind.Json, Type = anything, Returned = anything, MayBeEmpty = true };
        }

        string? member = Extensions.Text(at.Operation.Extensions, Extensions.Result);
        if (member is not null)
        {
            SchemaNode payload = _schemas.Flatten(Follow(schema).At).Members.FirstOrDefault(candidate => candidate.Name == member).Schema;
            if (payload.Schema is null)
            {
                Report(Descriptors.Unsupported, at.Pointer + "/" + Extensions.Result, $"The answer has no member '{member}'; the whole answer is returned");
                member = null;
            }
            else
            {
                schema = payload;
            }
        }

        TypeRef type = ReadOnly(ResolveItem(schema));
        if (result.MayBeEmpty)
        {
            type = OrNull(type);
        }

        return new ResultModel { Kind = ResultKind.Json, Type = type, Returned = type, Member = member, MayBeEmpty = result.MayBeEmpty };
    }

    /// <summary>Callers read results: a list that is always there is read-only.</summary>
    private static TypeRef ReadOnly(TypeRef type) => type is ListRef { IsNullable: false } list ? list with { IsReadOnly = true } : type;

    /// <summary>A reader for each generated type of single statuses, and one for each other error.</summary>
    private IEnumerable<ErrorReaderModel> BuildErrors(OperationAt at)
    {
        foreach (IGrouping<(TypeRef Type, bool IsListed), RangeErrorReader> errors in FindErrors(at)
            .GroupBy(static error => (error.Type, IsListed: error.Type is ModelRef { IsNullable: false } && error.From > 0 && error.From == error.To)))
        {
            if (errors.Key is (ModelRef model, true))
            {
                yield return new StatusErrorReader(model.Name, errors.Select(static error => error.From).ToEquatable());
                continue;
            }

            foreach (RangeErrorReader error in errors)
            {
                yield return error;
            }
        }
    }

    private IEnumerable<RangeErrorReader> FindErrors(OperationAt at)
    {
        var errors = new List<RangeErrorReader>();
        foreach (AnswerAt error in ErrorsOf(at))
        {
            (int from, int to) = error.Status switch
            {
                "default" => (0, 0),
                [>= '1' and <= '5', 'X' or 'x', 'X' or 'x'] => ((error.Status[0] - '0') * 100, ((error.Status[0] - '0') * 100) + 99),
                _ when int.TryParse(error.Status, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= 100 and <= 599 => (code, code),
                _ => (-1, -1),
            };
            if (from is 0 or >= 300)
            {
                errors.Add(new RangeErrorReader(ResolveItem(error.Schema), from, to));
            }
        }

        // A status that has the same body as the range around it needs no entry of its own.
        return errors.Where(error => !errors.Exists(range => range.From <= error.From && error.To <= range.To && range.To > range.From && range != error && range.Type == error.Type));
    }
}
