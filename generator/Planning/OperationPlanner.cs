using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds the operations of a document, their groups and methods, and all that belongs to them.</summary>
internal static class OperationPlanner
{
    private static readonly HashSet<string> s_methods = new(
        StringComparer.Ordinal) { "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY" };

    public static OperationPlan Plan(
        OpenApiDocument document, UnionPlan unions, SpecOptions options, Problems problems, CancellationToken cancellationToken)
    {
        var tags = new TagTree(document);
        var undeclared = new HashSet<(string Path, string Name)>();
        var properties = new NameScope([TypeNamer.WantedClientName(document, options)], never: ReservedNames.Client);
        var fields = new NameScope();
        var groups = new List<GroupPlan>();
        List<OperationNode> all = Find(document, options, tags, problems);
        foreach (IGrouping<string, OperationNode> group in all.GroupBy(
            node => CSharpName.Pascal(OperationNames.GroupOf(node, tags), "Default")))
        {
            cancellationToken.ThrowIfCancellationRequested();
            OperationNode first = group.First();
            string text = OperationNames.GroupOf(first, tags);
            string property = properties.Assign(group.Key, "Operations", first.Pointer, problems);
            string field = fields.Assign("_" + CSharpName.Camel(group.Key, "group"));
            groups.Add(new GroupPlan(group.Key, text, property, field, first.Pointer, PlanGroup(group.Key, group)));
        }

        DuplicateIds.Report(all, groups, problems);
        UnmatchedFilters.Report(document, all, options, tags, problems);
        return new OperationPlan(groups, WebhookPlanner.Webhooks(document, options, tags));

        List<PlannedOperation> PlanGroup(string group, IEnumerable<OperationNode> nodes)
        {
            // Each method has a second one, which returns the whole response; methods that differ in case alone have fields that differ in
            // more.
            var methodNames = new NameScope([], companion: "WithResponse");
            var fieldNames = new NameScope();
            List<PlannedOperation> operations = OperationNames.MethodsOf([.. nodes], tags).ConvertAll(named =>
            {
                string name = methodNames.Assign(named.Name, "", named.Node.Pointer, problems);
                if (named.Shared is { } shared)
                {
                    problems.Renamed(named.Node.Pointer, shared.Name, name, shared.Holder);
                }

                return PlanOperation(
                    named.Node, SuggestedName.Operation(group, name), new MethodPlan(name, AssignField(name), true, null, null, true));
            });
            return operations.ConvertAll(operation => operation with { Methods = PlanMethods(operation) });

            string AssignField(string method) => fieldNames.Assign("s_" + CSharpName.Camel(method, "call"));

            List<MethodPlan> PlanMethods(PlannedOperation operation)
            {
                BodyPlan? body = operation.Bodies is [var mainBody, ..] ? mainBody : null;
                ResultPlan? result = operation.Results is [var mainResult, ..] ? mainResult : null;
                MethodPlan main = operation.Methods[0] with { Body = body, Result = result };
                var methods = new List<MethodPlan> { main };
                foreach (BodyPlan other in operation.Bodies.Skip(1))
                {
                    string name = methodNames.Assign(main.Name + other.Suffix, "", operation.Node.Pointer, problems);
                    methods.Add(main with { Name = name, DeclaresField = false, Body = other });
                }

                foreach (ResultPlan other in operation.Results.Skip(1))
                {
                    string name = methodNames.Assign(main.Name + other.Suffix, "", operation.Node.Pointer, problems);
                    methods.Add(main with { Name = name, FieldName = AssignField(name), Result = other, IsMain = false });
                }

                return methods;
            }
        }

        PlannedOperation PlanOperation(OperationNode node, SuggestedName suggested, MethodPlan method)
        {
            bool isWanted = IsWanted(node, options, tags);
            Problems reported = isWanted ? problems : problems.Unreported;
            List<ParameterPlan> parameters = ParameterPlanner.Plan(node, undeclared, reported);
            IOpenApiRequestBody? body = node.Operation.RequestBody;
            IReadOnlyList<StatusResponse> successes = ResponsePlanner.Successes(node);
            return new PlannedOperation
            {
                Node = node,
                SuggestedName = suggested,
                IsWanted = isWanted,
                Path = ParameterPlanner.PlanPath(node, parameters, reported),
                Parameters = parameters,
                Bodies = body is null ? [] : BodyPlanner.Plan(body, node.Location.Child("requestBody").Of(body), unions),
                Successes = successes,
                Results = ResponsePlanner.Results(node, successes, unions, reported),
                Errors = ResponsePlanner.Errors(node, unions),
                Headers = HeaderPlanner.Plan(node, successes, suggested, unions, reported),
                Callbacks = WebhookPlanner.Callbacks(node, suggested, isWanted),
                Methods = [method],
            };
        }
    }

    /// <summary>The operations of which calls can be made, in the order of the document.</summary>
    private static List<OperationNode> Find(OpenApiDocument document, SpecOptions options, TagTree tags, Problems problems)
    {
        var nodes = new List<OperationNode>();
        foreach (KeyValuePair<string, IOpenApiPathItem> path in document.Paths)
        {
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in path.Value.Operations ?? [])
            {
                string method = operation.Key.Method;

                // Custom HTTP methods are in additionalOperations.
                string pointer = Pointers.Child("/paths", path.Key)
                    + (s_methods.Contains(method) ? "/" + method.ToLowerInvariant() : Pointers.Child("/additionalOperations", method));
                var node = new OperationNode(path.Key, method, operation.Value, path.Value, pointer);
                if (PathTemplate.FindError(PathTemplate.WithoutFragment(path.Key)) is not { } error)
                {
                    nodes.Add(node);
                }
                else if (IsWanted(node, options, tags))
                {
                    problems.Report(Descriptors.SkippedOperation, pointer, $"the path '{path.Key}' {error}");
                }
            }
        }

        return nodes;
    }

    /// <summary>Whether no filter excludes an operation.</summary>
    public static bool IsWanted(OperationNode node, SpecOptions options, TagTree tags)
        => (options.Paths.Count == 0 || options.Paths.Any(prefix => node.Path.StartsWith(prefix, StringComparison.Ordinal)))
            && tags.HasAny(node.Operation, options.Tags);
}
