using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds the headers of responses. They become a type for each operation, or for each set of shared headers.</summary>
internal static class HeaderPlanner
{
    /// <summary>The headers of the successful responses of an operation, whatever the status; null where none are described.</summary>
    /// <param name="node">The operation.</param>
    /// <param name="successes">Its successful responses.</param>
    /// <param name="suggested">The suggested name for types of the operation.</param>
    /// <param name="unions">The unions, with the kind of type of each schema.</param>
    /// <param name="problems">Reports problems.</param>
    public static HeaderSetPlan? Plan(
        OperationNode node, IReadOnlyList<StatusResponse> successes, SuggestedName suggested, UnionPlan unions, Problems problems)
    {
        var headers = new List<(HeaderPlan Header, ElementLocation Location)>();
        foreach ((_, IOpenApiResponse response, ElementLocation responseLocation) in successes)
        {
            if (response.Headers is not { } described)
            {
                continue;
            }

            foreach (KeyValuePair<string, IOpenApiHeader> header in described)
            {
                ElementLocation own = responseLocation.Child("headers", header.Key);
                string name = header.Key.Trim();
                if (name.Length == 0 || !HttpToken.Is(name))
                {
                    problems.Report(
                        Descriptors.Unsupported, own.Pointer, $"HTTP allows no header with the name '{header.Key}'; it is left out");
                    continue;
                }

                // The content defines it (the specification: such a definition shall be ignored).
                if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                    && header.Value is not OpenApiHeaderReference { Target: null })
                {
                    ElementLocation shared = own.Of(header.Value);
                    Add(headers, PlanHeader(name, header.Value, shared, unions), shared, node.Location, unions);
                }
            }
        }

        return headers.Count == 0
            ? null
            : Set(node, suggested, successes.Select(static success => success.Location).ToList(), headers, unions);
    }

    /// <summary>The schema of a header's value; null where the value stays a string.</summary>
    public static SchemaNode? SchemaOf(string name, IOpenApiHeader header, ElementLocation location, UnionPlan unions)
        => PlanHeader(name, header, location, unions).Schema;

    /// <summary>
    /// Operations share the type of headers that are all components, or that one shared response has. All others have their own, so that no
    /// operation changes the name of another one's type.
    /// </summary>
    private static HeaderSetPlan Set(
        OperationNode node,
        SuggestedName suggested,
        List<ElementLocation> responses,
        List<(HeaderPlan Header, ElementLocation Location)> headers,
        UnionPlan unions)
    {
        HeaderPlan[] plans = headers.Select(static header => header.Header).ToArray();
        string pointer = node.Pointer + "/responses";
        string key = string.Join("\n", headers
            .Select(header => string.Join(
                " ",
                header.Header.Name.ToLowerInvariant(),
                header.Header.Form,
                Number(header.Header),
                header.Header.Header.Deprecated ? "deprecated" : ""))
            .OrderBy(static line => line, StringComparer.Ordinal));
        if (headers.TrueForAll(static header =>
            header.Location.Owner.IsComponents && header.Location.Pointer.StartsWith("/components/headers/", StringComparison.Ordinal)))
        {
            return new HeaderSetPlan(SchemaOwner.Components, key, NameOf(plans), pointer, plans);
        }

        if (responses is [{ Owner.IsComponents: true } only])
        {
            string name = CSharpName.Pascal(Pointers.Tokens(only.Pointer).Last(), "Response");
            return new HeaderSetPlan(SchemaOwner.Components, only.Pointer, name, only.Pointer, plans);
        }

        return new HeaderSetPlan(node.Owner, key, suggested.Name, pointer, plans);

        string Number(HeaderPlan header)
            => header.Schema is { } schema ? unions.Schemas.TypeIdentity(schema).ToString(CultureInfo.InvariantCulture) : "";
    }

    /// <summary>The name of a set of shared headers: made of the headers up to three, else of the client (null).</summary>
    private static string? NameOf(HeaderPlan[] headers)
    {
        const int most = 3;
        return headers.Length > most ? null : string.Concat(headers.Select(static header => CSharpName.Pascal(header.Name, "Header")));
    }

    private static void Add(
        List<(HeaderPlan Header, ElementLocation Location)> headers,
        HeaderPlan header,
        ElementLocation location,
        ElementLocation operation,
        UnionPlan unions)
    {
        int known = headers.FindIndex(other => other.Header.Name.Equals(header.Name, StringComparison.OrdinalIgnoreCase));
        if (known < 0)
        {
            headers.Add((header, location));
        }
        else if (headers[known].Header is var other && (other.Form != header.Form || !IsSameType(other.Schema, header.Schema, unions)))
        {
            // Two responses of the operation define it differently: the operation has a header of its own, without a type.
            headers[known] = (other with { Schema = null, Form = HeaderForm.Value }, operation);
        }
    }

    private static bool IsSameType(SchemaNode? left, SchemaNode? right, UnionPlan unions)
    {
        if (left is not { } one || right is not { } two)
        {
            return left is null && right is null;
        }

        (SchemaNode Node, SchemaKind Kind) first = unions.Follow(one);
        (SchemaNode Node, SchemaKind Kind) second = unions.Follow(two);
        return unions.Schemas.TypeIdentity(one) == unions.Schemas.TypeIdentity(two)
            || first.Kind == SchemaKind.Scalar && second.Kind == SchemaKind.Scalar
                && ScalarTypes.Of(unions.Schemas, first.Node.Schema) == ScalarTypes.Of(unions.Schemas, second.Node.Schema);
    }

    /// <summary>
    /// How the value of a header is read. A value that is neither a scalar, a list of scalars nor an object of scalars stays a string.
    /// </summary>
    private static HeaderPlan PlanHeader(string name, IOpenApiHeader header, ElementLocation location, UnionPlan unions)
    {
        if (header.Schema is null && header.Content is { Count: > 0 } content)
        {
            KeyValuePair<string, IOpenApiMediaType> only = content.First();
            bool isJson = MediaTypes.IsJson(only.Key) && only.Value.Schema is not null;
            SchemaNode? json = isJson ? location.Child("content", only.Key).Of(only.Value).Schema("schema", only.Value.Schema!) : null;
            return new HeaderPlan(name, header, json, isJson ? HeaderForm.Json : HeaderForm.Value);
        }

        SchemaNode node = location.Schema("schema", header.Schema ?? new OpenApiSchema());
        (SchemaNode target, SchemaKind kind) = unions.Follow(node);
        HeaderForm? form = kind switch
        {
            SchemaKind.Scalar or SchemaKind.Enum => HeaderForm.Value,
            SchemaKind.List when unions.IsListOfValues(target) => HeaderForm.List,
            SchemaKind.Object when unions.Schemas.Flatten(target).Members.TrueForAll(
                member => unions.Follow(member.Schema).Kind is SchemaKind.Scalar or SchemaKind.Enum or SchemaKind.Any) => header.Explode
                    ? HeaderForm.Pairs
                    : HeaderForm.Members,
            _ => null,
        };
        return form is { } known ? new HeaderPlan(name, header, node, known) : new HeaderPlan(name, header, null, HeaderForm.Value);
    }
}
