using System.Globalization;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds what methods return, and the readers of their errors.</summary>
internal sealed class ResultBuilder(TypeResolver resolver, NamePlan names, Problems problems)
{
    /// <summary>Results are read-only lists.</summary>
    public static TypeRef ReadOnly(TypeRef type) => type is ListRef { IsNullable: false } list ? list with { IsReadOnly = true } : type;

    public ResultModel Build(PlannedOperation operation, ResultPlan? result)
    {
        string? headers = operation.Headers is { } set ? names.Headers[(set.Owner, set.Key)] : null;
        if (result is null)
        {
            return ResultModel.Nothing with
            {
                IsRedirect = operation.IsRedirect, HeadersName = headers, Description = ResponseDocs.Result(operation, null),
            };
        }

        ResponseContent first = result.Contents[0];
        if (result.Suffix.Length == 0 && result.Kind == ResultKind.Text && MediaTypes.IsXml(first.ContentType))
        {
            string pointer = Pointers.Child(
                Pointers.Child(operation.Node.Pointer + "/responses", first.Status) + "/content", first.ContentType);
            problems.Report(Descriptors.Unsupported, pointer, $"XML is not read; the response '{first.ContentType}' is returned as text");
        }

        ResultModel model = result.Kind switch
        {
            ResultKind.Text => new ResultModel { Kind = ResultKind.Text, Returned = TypeResolver.String },
            ResultKind.Stream => new ResultModel { Kind = ResultKind.Stream, Returned = new ContentRef(ContentKind.Stream) },
            ResultKind.JsonSequence => BuildSequence(result.Schema),
            ResultKind.Events => BuildEvents(result.Schema),
            _ => BuildJson(result),
        };
        return model with
        {
            Accept = AcceptOf(operation, result),
            IsRedirect = operation.IsRedirect,
            HeadersName = headers,
            Description = ResponseDocs.Result(operation, result),
            Method = MethodOf(model, hasHeaders: headers is not null),
        };
    }

    /// <summary>A reader for each generated type of single statuses, and one for each other error.</summary>
    public IEnumerable<ErrorReaderModel> BuildErrors(PlannedOperation operation)
    {
        if (operation.Errors.Count == 0)
        {
            yield break;
        }

        foreach (IGrouping<(TypeRef Type, bool IsListed), RangeErrorReader> errors in FindErrors(operation)
            .GroupBy(static error =>
                (error.Type, IsListed: error.Type is ModelRef { IsNullable: false } && error.From > 0 && error.From == error.To)))
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

    /// <summary>The method that sends the request. Frequent kinds of results have short ones.</summary>
    private static SendMethod MethodOf(ResultModel result, bool hasHeaders) => result.Kind switch
    {
        ResultKind.Text => SendMethod.Text,
        ResultKind.Stream => SendMethod.Stream,
        ResultKind.JsonSequence => SendMethod.Sequence,
        ResultKind.Events => SendMethod.Events,
        ResultKind.Json when !hasHeaders => result.Type switch
        {
            ModelRef { IsNullable: false } => SendMethod.Model,
            ListRef { IsReadOnly: true, IsNullable: false, Item: ModelRef { IsNullable: false } } => SendMethod.List,
            _ => SendMethod.General,
        },
        _ => SendMethod.General,
    };

    private IEnumerable<RangeErrorReader> FindErrors(PlannedOperation operation)
    {
        var errors = new List<RangeErrorReader>();
        foreach (ResponseContent error in operation.Errors)
        {
            (int from, int to) = error.Status switch
            {
                "default" => (0, 0),
                [>= '1' and <= '5', 'X' or 'x', 'X' or 'x'] => ((error.Status[0] - '0') * 100, ((error.Status[0] - '0') * 100) + 99),
                _ when int.TryParse(error.Status, NumberStyles.None, CultureInfo.InvariantCulture, out int code)
                    && code is >= 100 and <= 599 => (code, code),
                _ => (-1, -1),
            };
            if (from is 0 or >= 300)
            {
                errors.Add(new RangeErrorReader(resolver.ResolveItem(error.Schema), from, to));
            }
        }

        // A status that has the same body as the range around it needs no entry of its own.
        return errors.Where(error => !errors.Exists(
            range =>
                range.From <= error.From && error.To <= range.To && range.To > range.From && range != error && range.Type == error.Type));
    }

    /// <summary>The media types that the operation can read, the requested one first.</summary>
    private static string AcceptOf(PlannedOperation operation, ResultPlan result)
        => result.Contents.Count == 1 && result.Texts.Count == 0 && operation.Errors.Count == 0
            ? result.Contents[0].ContentType
            : string.Join(", ", result.Contents.Select(static content => content.ContentType)
            .Concat(result.Texts)
            .Concat(operation.Errors.Select(static content => content.ContentType))
            .Distinct(StringComparer.OrdinalIgnoreCase));

    private ResultModel BuildSequence(SchemaNode? schema)
    {
        TypeRef item = schema is { } node ? resolver.ResolveItem(node) : TypeResolver.AnyJson;
        return new ResultModel { Kind = ResultKind.JsonSequence, Type = item, Returned = item };
    }

    private ResultModel BuildEvents(SchemaNode? schema)
    {
        TypeRef? data = schema is { } node ? resolver.ResolveItem(node) : null;
        return new ResultModel { Kind = ResultKind.Events, Type = data, Returned = new EventRef(data ?? TypeResolver.String) };
    }

    private ResultModel BuildJson(ResultPlan result)
    {
        if (result.Schema is not { } schema)
        {
            // Any JSON, or nothing.
            TypeRef anything = TypeResolver.OrNull(TypeResolver.AnyJson);
            return new ResultModel { Kind = ResultKind.Json, Type = anything, Returned = anything, MayBeEmpty = true };
        }

        TypeRef type = ReadOnly(resolver.ResolveItem(result.Member?.Schema ?? schema));
        if (result.MayBeEmpty)
        {
            type = TypeResolver.OrNull(type);
        }

        return new ResultModel
        {
            Kind = ResultKind.Json,
            Type = type,
            Returned = type,
            Member = result.Member?.Name,
            MayBeEmpty = result.MayBeEmpty,
        };
    }
}
