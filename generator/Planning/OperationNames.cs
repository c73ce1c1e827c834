using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OgGen.Generator.Document;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>An operation and the name of its method.</summary>
/// <param name="Node">The operation.</param>
/// <param name="Name">The requested name of its method.</param>
/// <param name="Shared">
/// The shorter name that other operations of its group would have too, and the JSON pointer of one; null where it is unique.
/// </param>
internal sealed record NamedOperation(OperationNode Node, string Name, (string Name, string Holder)? Shared);

/// <summary>The names of groups and methods.</summary>
internal static class OperationNames
{
    private static readonly Regex s_groupAndMethod = new("^([A-Z][A-Za-z0-9]*)_([A-Z][A-Za-z0-9]*)$", RegexOptions.CultureInvariant);

    /// <summary>The group of an operation: the first half of <c>Group_Method</c>, else its tag.</summary>
    public static string GroupOf(OperationNode node, TagTree tags)
        => s_groupAndMethod.Match(node.Operation.OperationId ?? "") is { Success: true } match
            ? match.Groups[1].Value
            : tags.GroupOf(node.Operation) ?? "Default";

    /// <summary>
    /// The methods of a group. FastAPI ends each operationId with the path and the method, which are left out where the rest is unique
    /// within the group.
    /// </summary>
    public static List<NamedOperation> MethodsOf(IReadOnlyList<OperationNode> nodes, TagTree tags)
    {
        List<(OperationNode Node, string Whole, string? Short)> named = nodes
            .Select(node => (
                node,
                MethodOf(node, tags, node.Operation.OperationId),
                Shortened(node) is { } id ? MethodOf(node, tags, id) : null))
            .ToList();
        ILookup<string, string> holders = named.ToLookup(
            static operation => operation.Short ?? operation.Whole, static operation => operation.Node.Pointer, StringComparer.Ordinal);
        return named.ConvertAll(operation =>
            operation.Short is { } name && holders[name].FirstOrDefault(holder => holder != operation.Node.Pointer) is { } other
                ? new NamedOperation(operation.Node, operation.Whole, (name, other))
                : new NamedOperation(operation.Node, operation.Short ?? operation.Whole, null));
    }

    /// <summary>The method of an operation: the second half of <c>Group_Method</c>, else its id without the group, else its path.</summary>
    private static string MethodOf(OperationNode node, TagTree tags, string? id)
    {
        string? named = Extensions.Text(node.Operation.Extensions, SpecExtensions.Name);
        if (s_groupAndMethod.Match(id ?? "") is { Success: true } match)
        {
            return CSharpName.Pascal(named ?? match.Groups[2].Value, "Call");
        }

        string method = CSharpName.Pascal(
            named ?? id ?? node.HttpMethod.ToLowerInvariant() + " " + node.Path.Replace("{", "by ").Replace("}", ""), "Call");

        // "pets/list" in the group "pets" is client.Pets.ListAsync, not PetsListAsync.
        string prefix = CSharpName.Pascal(GroupOf(node, tags), "Default");
        while (method.Length > prefix.Length && method.StartsWith(prefix, StringComparison.Ordinal) && char.IsUpper(method[prefix.Length]))
        {
            method = method.Substring(prefix.Length);
        }

        return method;
    }

    /// <summary>
    /// An operationId of FastAPI without its end: <c>read_item_items__item_id__get</c> of <c>GET /items/{item_id}</c> → <c>read_item</c>.
    /// </summary>
    /// <returns>Null where the operationId does not end so, or the document gives the method a name.</returns>
    private static string? Shortened(OperationNode node)
    {
        string? id = node.Operation.OperationId;
        if (id is null || id.Length <= node.Path.Length)
        {
            return null;
        }

        string path = new(node.Path.Select(static c => char.IsLetterOrDigit(c) ? c : '_').ToArray());
        string end = path + "_" + node.HttpMethod.ToLowerInvariant();
        return id.Length > end.Length && id.EndsWith(end, StringComparison.Ordinal)
            && Extensions.Text(node.Operation.Extensions, SpecExtensions.Name) is null
            && id.Substring(0, id.Length - end.Length).Trim('_').Length > 0
            ? id.Substring(0, id.Length - end.Length)
            : null;
    }
}
