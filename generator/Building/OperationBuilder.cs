using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the methods of operations.</summary>
internal sealed class OperationBuilder(
    ServerPlan servers,
    NamePlan names,
    SecurityPlan security,
    ParameterBuilder parameters,
    BodyBuilder bodies,
    ResultBuilder results,
    DocLinks links,
    Problems problems)
{
    /// <summary>The methods for an operation: one, and another for each further content type of its body and of its response.</summary>
    public IEnumerable<OperationModel> Build(PlannedOperation operation)
    {
        // All methods have the same parameters; what a body adds to one of them has other names.
        var locals = new NameScope(OwnParameters(operation));
        List<ParameterModel> arguments = parameters.Build(operation, locals);
        ReportResult(operation);
        return operation.Methods.Count == 1
            ? [BuildMethod(operation, operation.Methods[0], arguments, locals)]
            : operation.Methods.Select(method => BuildMethod(operation, method, arguments, locals.Copy()));
    }

    /// <summary>The parameters that every method of an operation has.</summary>
    private static IEnumerable<string> OwnParameters(PlannedOperation operation)
    {
        yield return "cancellationToken";
        if (PollOf(operation.Node) is not null)
        {
            yield return "pollOptions";
        }
    }

    private OperationModel BuildMethod(PlannedOperation operation, MethodPlan method, List<ParameterModel> arguments, NameScope locals)
    {
        OperationNode node = operation.Node;
        var signature = new List<OrderedArgument>();
        arguments.ForEach(argument => signature.Add(argument));
        BodyModel? body = bodies.Build(node, method.Body, locals, signature);
        EquatableArray<ErrorReaderModel> errors = results.BuildErrors(operation).ToEquatable();
        EquatableArray<FailureDoc> failures = ResponseDocs.Failures(operation, errors);
        ResultModel result = results.Build(operation, method.Result);
        DocModel doc = DocOf(node);
        return new OperationModel
        {
            Name = method.Name,
            Id = node.Operation.OperationId is { Length: > 0 } id ? id : node.HttpMethod + " " + node.Path,
            FieldName = method.FieldName,
            DeclaresField = method.DeclaresField,
            HttpMethod = node.HttpMethod,
            Route = node.Path,
            Path = operation.Path.Pieces
                .Select(piece => new PathPart(piece.Text, piece.Parameter is { } index ? arguments[index].Name : null))
                .ToEquatable(),
            Parameters = arguments.OrderBy(static argument => argument.IsRequired ? 0 : 1)
                .ThenBy(static argument => argument.In)
                .ToEquatable(),
            Body = body,
            Signature = Building.Signature.InOrder(signature),
            RequestLocal = locals.Assign("request", "ToSend"),
            Result = result,
            RequestIdHeader = MarkedHeader(node, SpecExtensions.RequestId),
            RetryAfterHeader = MarkedHeader(node, SpecExtensions.RetryAfter),
            Errors = errors,
            Failures = failures,
            Security = security.AlternativesOf(node, problems),
            Server = servers.ServerOf.TryGetValue(node.Pointer, out PlannedServer? server) ? ServersBuilder.Ref(server, names) : null,
            BasePath = servers.BasePathOf.TryGetValue(node.Pointer, out string? basePath) ? basePath : null,
            HasNotModified = node.Operation.Responses?.ContainsKey("304") == true,
            Poll = method.IsMain ? PollOf(node, method.Result) : null,
            Doc = links.In(
                doc,
                [
                    .. signature.Select(static argument => argument.Argument.Doc.Text),
                    .. failures.Select(static failure => failure.Text),
                    result.Description,
                ]),
            IsDeprecated = node.Operation.Deprecated,
        };
    }

    /// <summary>What the document says of an operation and of its path, and where its responses lead.</summary>
    private static DocModel DocOf(OperationNode node)
    {
        DocModel doc = DocText.Of(node.Operation.Summary, node.Operation.Description);
        (string? summary, string? description) = (node.Item.Summary, node.Item.Description);
        if (summary is { Length: > 0 } || description is { Length: > 0 })
        {
            string path = string.Join("\n\n", new[] { summary, description }.Where(static text => text is { Length: > 0 }));
            doc = doc.Summary.Length > 0 ? doc.And(path) : DocText.Of(path);
        }

        doc = doc.Summary.Length > 0 ? doc : doc.Or(DocText.Literal(node.HttpMethod + " " + node.Path));
        return ResponseDocs.Links(node).Aggregate(doc.And(node.Operation.ExternalDocs), static (all, link) => all.And(link));
    }

    /// <summary>Reports that an operation names a member of its result, and has no result with members.</summary>
    private void ReportResult(PlannedOperation operation)
    {
        if (operation.Node.Operation.Extensions?.ContainsKey(SpecExtensions.Result) == true
            && !operation.Results.Any(static result => result.Kind == ResultKind.Json))
        {
            problems.Report(
                Descriptors.BadExtension,
                operation.Node.Pointer + "/" + SpecExtensions.Result,
                $"'{SpecExtensions.Result}' has no meaning for an operation that returns no JSON");
        }
    }

    private static string? MarkedHeader(OperationNode node, string extension)
    {
        foreach (KeyValuePair<string, IOpenApiResponse> response in node.Operation.Responses ?? [])
        {
            if (response.Value.Headers is not { Count: > 0 } headers)
            {
                continue;
            }

            foreach (KeyValuePair<string, IOpenApiHeader> header in headers)
            {
                if (header.Value.Flag(extension))
                {
                    return header.Key;
                }
            }
        }

        return null;
    }

    private PollModel? PollOf(OperationNode node, ResultPlan? result)
    {
        PollModel? poll = PollOf(node);
        if (poll is null || result?.Kind is not (ResultKind.JsonSequence or ResultKind.Events))
        {
            return poll;
        }

        problems.Report(
            Descriptors.Unsupported,
            node.Pointer + "/" + SpecExtensions.Poll,
            "Values that come one after another are not waited for; no method is generated that polls");
        return null;
    }

    private static PollModel? PollOf(OperationNode node)
        => node.Operation.Extensions is { } extensions && extensions.TryGetValue(SpecExtensions.Poll, out IOpenApiExtension? extension)
            && (extension as JsonNodeExtension)?.Node is JsonObject poll
            && int.TryParse(poll["status"]?.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            && JsonConstant.AsString(poll["header"]) is { } header
            && JsonConstant.AsString(poll["value"]) is { } value
            ? new PollModel(status, header, value)
            : null;
}
