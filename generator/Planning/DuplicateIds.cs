using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Planning;

/// <summary>Finds operations with the <c>operationId</c> of another one.</summary>
internal static class DuplicateIds
{
    /// <summary>Reports each of them at its id, with the operation that has it first, and with the name of its own method.</summary>
    public static void Report(IReadOnlyList<OperationNode> nodes, IReadOnlyList<GroupPlan> groups, Problems problems)
    {
        Dictionary<string, OperationNode> owners = nodes
            .Where(static node => !string.IsNullOrEmpty(node.Operation.OperationId))
            .GroupBy(static node => node.Operation.OperationId!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        foreach (GroupPlan group in groups)
        {
            foreach (PlannedOperation operation in group.Operations.Where(static operation => operation.IsWanted))
            {
                OperationNode node = operation.Node;
                if (node.Operation.OperationId is { Length: > 0 } id && owners[id] is var owner && owner.Pointer != node.Pointer)
                {
                    string method = $"{group.PropertyName}.{operation.Methods[0].Name}Async";
                    problems.Report(
                        Descriptors.DuplicateOperationId, node.Pointer + "/operationId", id, $"{owner.HttpMethod} {owner.Path}", method);
                }
            }
        }
    }
}
