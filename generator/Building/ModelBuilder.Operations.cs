using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>Operations: which there are, their groups and names.</content>
internal sealed partial class ModelBuilder
{
    private static readonly Regex s_groupAndMethod = new("^([A-Z][A-Za-z0-9]*)_([A-Z][A-Za-z0-9]*)$", RegexOptions.CultureInvariant);

    private static readonly HashSet<string> s_methods = new(StringComparer.Ordinal) { "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY" };

    /// <summary>An operation, and where the document has it.</summary>
    private sealed record OperationAt(string Path, string HttpMethod, OpenApiOperation Operation, IList<IOpenApiParameter> PathParameters, List<ServerAt> Servers, string Pointer)
    {
        /// <summary>The operation as the owner of its inline schemas.</summary>
        public SchemaOwner Owner { get; } = new(Pointer);
    }

    private sealed class OperationPlan(OperationAt at, string name, string fieldName)
    {
        public OperationAt At { get; } = at;

        public string Name { get; } = name;

        public string FieldName { get; } = fieldName;
    }

    private sealed class GroupPlan(string text, string typeName, string propertyName, string fieldName, DocModel doc)
    {
        private readonly NameScope _fieldNames = new();

        public string Text { get; } = text;

        public string TypeName { get; } = typeName;

        public string PropertyName { get; } = propertyName;

        public string FieldName { get; } = fieldName;

        public DocModel Doc { get; } = doc;

        public List<OperationPlan> Operations { get; } = [];

        /// <summary>Each method has a second one, which returns the whole answer.</summary>
        public NameScope MethodNames { get; } = new([], companion: "WithResponse");

        /// <summary>The field for a method's operation: methods that differ in case alone have fields that differ in more.</summary>
        public string TakeField(string method) => _fieldNames.Take("s_" + CSharpName.Camel(method, "call"));
    }

    private List<OperationAt> FindOperations()
    {
        var operations = new List<OperationAt>();
        foreach (KeyValuePair<string, IOpenApiPathItem> path in _document.Paths)
        {
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in path.Value.Operations ?? [])
            {
                if (IsWanted(path.Key, operation.Value))
                {
                    string pointer = Pointers.Child("/paths", path.Key) + PointerOf(operation.Key.Method);
                    List<ServerAt> servers = operation.Value.Servers is { Count: > 0 } own ? ServerAt.All(own, pointer + "/servers") : ServerAt.All(path.Value.Servers, Pointers.Child("/paths", path.Key) + "/servers");
                    operations.Add(new OperationAt(path.Key, operation.Key.Method, operation.Value, path.Value.Parameters ?? [], servers, pointer));
                }
            }
        }

        return operations;
    }

    /// <summary>Where a path has the operation of a method: methods that the specification does not know stand apart.</summary>
    private static string PointerOf(string method)
        => s_methods.Contains(method) ? "/" + method.ToLowerInvariant() : Pointers.Child("/additionalOperations", method);

    private bool IsWanted(string path, OpenApiOperation operation)
        => (_options.Paths.Count == 0 || _options.Paths.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
            && HasWantedTag(operation);

    private bool HasWantedTag(OpenApiOperation operation)
        => _options.Tags.Count == 0 || TagsOf(operation).SelectMany(TagChain).Any(tag => _options.Tags.Contains(tag, StringComparer.Ordinal));

    private List<GroupPlan> PlanGroups(List<OperationAt> operations)
    {
        var groups = new Dictionary<string, GroupPlan>(StringComparer.Ordinal);
        var properties = new NameScope(["With", "Create", "Dispose", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "Pipeline"]);
        var fields = new NameScope();
        foreach (OperationAt at in operations)
        {
            (string groupText, string method) = NameOperation(at);
            string key = CSharpName.Pascal(groupText, "Default");
            if (!groups.TryGetValue(key, out GroupPlan? group))
            {
                string type = _typeNames.TryTake(key + "Client") ? key + "Client" : Take(_typeNames, key + "Client", key + "Operations", "", at.Pointer);
                group = new GroupPlan(key, type, Take(properties, key, "Operations", at.Pointer), fields.Take("_" + CSharpName.Camel(key, "group")), GroupDoc(groupText, at.Operation));
                groups.Add(key, group);
            }

            string name = Take(group.MethodNames, method, "", at.Pointer);
            group.Operations.Add(new OperationPlan(at, name, group.TakeField(name)));
        }

        return groups.Values.ToList();
    }

    /// <summary>Group and method: the two halves of <c>Group_Method</c>, else the first tag and the operation's id.</summary>
    private (string Group, string Method) NameOperation(OperationAt at)
    {
        OpenApiOperation operation = at.Operation;
        string? named = Extensions.Text(operation.Extensions, Extensions.Name);
        Match match = s_groupAndMethod.Match(operation.OperationId ?? "");
        if (match.Success)
        {
            return (match.Groups[1].Value, CSharpName.Pascal(named ?? match.Groups[2].Value, "Call"));
        }

        string group = GroupTag(operation) ?? "Default";
        string method = CSharpName.Pascal(named ?? operation.OperationId ?? PathName(at), "Call");

        // "pets/list" in the group "pets" is client.Pets.ListAsync, not PetsListAsync.
        string prefix = CSharpName.Pascal(group, "Default");
        while (method.Length > prefix.Length && method.StartsWith(prefix, StringComparison.Ordinal) && char.IsUpper(method[prefix.Length]))
        {
            method = method.Substring(prefix.Length);
        }

        return (group, method);
    }

    private static string PathName(OperationAt at)
        => at.HttpMethod.ToLowerInvariant() + " " + at.Path.Replace("{", "by ").Replace("}", "");

    private DocModel GroupDoc(string groupText, OpenApiOperation operation)
    {
        OpenApiTag? tag = FindTag(GroupTag(operation));
        DocModel doc = tag?.Summary is { Length: > 0 } || tag?.Description is { Length: > 0 } ? DocText.Of(tag.Summary ?? tag.Description, tag.Summary is null ? null : tag.Description) : new DocModel($"The operations of {groupText}.");
        string[] parents = TagChain(tag?.Name ?? "").Skip(1).Select(parent => FindTag(parent)?.Summary ?? parent).ToArray();
        return parents.Length == 0 ? doc : doc with { Remarks = (doc.Remarks + "\n\nPart of " + string.Join(", which is part of ", parents) + ".").Trim() };
    }

    private void PlanOperation(OperationPlan operation, PlaceName place, string owner)
    {
        foreach ((IOpenApiParameter parameter, string pointer) in ParametersOf(operation.At))
        {
            if (ParameterSchema(parameter, pointer) is { } schema)
            {
                PlanInline(schema.At, place.Member(CSharpName.Pascal(parameter.Name ?? "", "Parameter")), owner);
            }
        }

        PlanBodies(operation.At, place, owner);
        PlanAnswers(operation.At, place, owner);
        PlanCallbacks(operation.At, place, owner);
    }

    /// <summary>The parameters of an operation: the path's, overridden by its own.</summary>
    private static IEnumerable<(IOpenApiParameter Parameter, string Pointer)> ParametersOf(OperationAt at)
    {
        IList<IOpenApiParameter> own = at.Operation.Parameters ?? [];
        string pathPointer = Pointers.Child("/paths", at.Path) + "/parameters";
        return at.PathParameters
            .Select((parameter, i) => (parameter, Pointers.Child(pathPointer, i)))
            .Where(inherited => !own.Any(parameter => parameter.Name == inherited.parameter.Name && parameter.In == inherited.parameter.In))
            .Concat(own.Select((parameter, i) => (parameter, Pointers.Child(at.Pointer + "/parameters", i))));
    }

    private GroupFile BuildGroup(GroupPlan group)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return new GroupFile
        {
            HintName = Hint(group.TypeName),
            Namespace = _options.Namespace,
            Access = _options.Access,
            Group = new GroupModel
            {
                Name = group.TypeName,
                Doc = group.Doc,
                Operations = group.Operations.SelectMany(operation => BuildOperations(group, operation)).ToEquatable(),
            },
            Headers = BuildHeaders(GroupOwner(group.TypeName)),
            Types = BuildInlineTypes(GroupOwner(group.TypeName)).ToEquatable(),
        };
    }

    /// <summary>The methods for an operation: one, and another for each further content type of its body and of its answer.</summary>
    private IEnumerable<OperationModel> BuildOperations(GroupPlan group, OperationPlan plan)
    {
        List<BodyAt> bodies = BodiesOf(plan.At);
        List<ResultAt> results = ResultsOf(plan.At);
        if (BuildOperation(plan, plan.Name, bodies.FirstOrDefault(), results.FirstOrDefault()) is not { } model)
        {
            yield break;
        }

        yield return model;
        foreach (BodyAt body in bodies.Skip(1))
        {
            yield return BuildOperation(plan, Take(group.MethodNames, plan.Name + body.Suffix, "", plan.At.Pointer), body, results.FirstOrDefault())! with { FieldName = model.FieldName, DeclaresField = false };
        }

        foreach (ResultAt result in results.Skip(1))
        {
            string name = Take(group.MethodNames, plan.Name + result.Suffix, "", plan.At.Pointer);
            yield return BuildOperation(plan, name, bodies.FirstOrDefault(), result)! with { FieldName = group.TakeField(name), Poll = null };
        }
    }

    private OperationModel? BuildOperation(OperationPlan plan, string name, BodyAt? body, ResultAt? result)
    {
        OperationAt at = plan.At;
        var names = new NameScope(["request", "parts", "cancellationToken", "pollOptions", "token", "value"]);
        var signature = new SignatureBuilder();
        List<ParameterModel> parameters = BuildParameters(at, names);
        if (BuildPath(at, parameters, names) is not { } path)
        {
            return null;
        }

        parameters.ForEach(signature.Add);
        BodyModel? bodyModel = BuildBody(at, body, names, signature);
        return new OperationModel
        {
            Name = name,
            Id = at.Operation.OperationId is { Length: > 0 } id ? id : at.HttpMethod + " " + at.Path,
            FieldName = plan.FieldName,
            HttpMethod = at.HttpMethod,
            Route = at.Path,
            Path = path,
            Parameters = parameters.OrderBy(static parameter => parameter.IsRequired ? 0 : 1).ThenBy(static parameter => parameter.Place).ToEquatable(),
            Body = bodyModel,
            Signature = signature.Build(),
            Result = BuildResult(at, result),
            RequestIdHeader = MarkedHeader(at, Extensions.RequestId),
            RetryAfterHeader = MarkedHeader(at, Extensions.RetryAfter),
            Errors = BuildErrors(at).ToEquatable(),
            Security = BuildSecurity(at),
            Server = _serverOf.TryGetValue(at.Pointer, out ServerRef? server) ? server : null,
            BasePath = _basePathOf.TryGetValue(at.Pointer, out string? basePath) ? basePath : null,
            Poll = BuildPoll(at),
            Doc = DocText.Of(at.Operation.Summary, at.Operation.Description),
            IsDeprecated = at.Operation.Deprecated,
        };
    }

    private static string? MarkedHeader(OperationAt at, string extension)
        => (at.Operation.Responses ?? [])
            .SelectMany(static response => response.Value.Headers ?? new Dictionary<string, IOpenApiHeader>())
            .Where(header => header.Value.Flag(extension))
            .Select(static header => header.Key)
            .FirstOrDefault();

    private static PollModel? BuildPoll(OperationAt at)
        => at.Operation.Extensions is { } extensions && extensions.TryGetValue(Extensions.Poll, out IOpenApiExtension? extension)
            && (extension as JsonNodeExtension)?.Node is JsonObject poll
            && int.TryParse(poll["status"]?.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            && JsonConstant.AsString(poll["header"]) is { } header
            && JsonConstant.AsString(poll["value"]) is { } value
            ? new PollModel(status, header, value)
            : null;
}
