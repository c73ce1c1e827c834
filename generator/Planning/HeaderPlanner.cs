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
    /// <param name="place">The place of what the operation has.</param>
    /// <param name="unions">What schemas become.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static HeaderSetPlan? Plan(OperationNode node, PlaceName place, UnionPlan unions, Problems problems)
    {
        List<(string Status, IOpenApiResponse Response, ElementPlace Place)> successes = ResponsePlanner.Successes(node);
        var headers = new List<(HeaderPlan Header, ElementPlace Place)>();
        foreach ((_, IOpenApiResponse response, ElementPlace responsePlace) in successes)
        {
            foreach (KeyValuePair<string, IOpenApiHeader> header in response.Headers ?? new Dictionary<string, IOpenApiHeader>())
            {
                ElementPlace own = responsePlace.Child("headers", header.Key);
                string name = header.Key.Trim();
                if (name.Length == 0 || !HttpToken.Is(name))
                {
                    problems.Report(Descriptors.Unsupported, own.Pointer, $"HTTP allows no header with the name '{header.Key}'; it is left out");
                    continue;
                }

                // The content says it (the specification: such a definition shall be ignored).
                if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && header.Value is not OpenApiHeaderReference { Target: null })
                {
                    ElementPlace shared = own.Of(header.Value);
                    Add(headers, PlanHeader(name, header.Value, shared, unions), shared, node.Place, unions);
                }
            }
        }

        return headers.Count == 0 ? null : Set(node, place, successes.Select(static success => success.Place).ToList(), headers, unions);
    }

    /// <summary>The schema of a header's value; null where it is a string, whatever it says.</summary>
    public static SchemaNode? SchemaOf(string name, IOpenApiHeader header, ElementPlace place, UnionPlan unions) => PlanHeader(name, header, place, unions).Schema;

    /// <summary>
    /// Operations share the type of headers that are all components, or that one shared response has. All others have their own, so that no
    /// operation changes the name of another one's type.
    /// </summary>
    private static HeaderSetPlan Set(
        OperationNode node, PlaceName place, List<ElementPlace> responses, List<(HeaderPlan Header, ElementPlace Place)> headers, UnionPlan unions)
    {
        HeaderPlan[] plans = headers.Select(static header => header.Header).ToArray();
        string pointer = node.Pointer + "/responses";
        string key = string.Join("\n", headers
            .Select(header => string.Join(" ", header.Header.Name.ToLowerInvariant(), header.Header.Form, Number(header.Header), header.Header.Header.Deprecated ? "deprecated" : ""))
            .OrderBy(static line => line, StringComparer.Ordinal));
        if (headers.TrueForAll(static header => header.Place.Owner.IsComponents && header.Place.Pointer.StartsWith("/components/headers/", StringComparison.Ordinal)))
        {
            return new HeaderSetPlan(SchemaOwner.Components, key, NameOf(plans), pointer, plans);
        }

        if (responses is [{ Owner.IsComponents: true } only])
        {
            string name = CSharpName.Pascal(Pointers.Tokens(only.Pointer).Last(), "Response");
            return new HeaderSetPlan(SchemaOwner.Components, only.Pointer, name, only.Pointer, plans);
        }

        return new HeaderSetPlan(node.Owner, key, place.Name, pointer, plans);

        string Number(HeaderPlan header) => header.Schema is { } schema ? unions.Schemas.TypeIdentity(schema).ToString(CultureInfo.InvariantCulture) : "";
    }

    /// <summary>What a set of shared headers is called: after the headers, as long as that can be read; then after the client (null).</summary>
    private static string? NameOf(HeaderPlan[] headers)
    {
        const int most = 3;
        return headers.Length > most ? null : string.Concat(headers.Select(static header => CSharpName.Pascal(header.Name, "Header")));
    }

    private static void Add(
        List<(HeaderPlan Header, ElementPlace Place)> headers, HeaderPlan header, ElementPlace place, ElementPlace operation, UnionPlan unions)
    {
        int known = headers.FindIndex(other => other.Header.Name.Equals(header.Name, StringComparison.OrdinalIgnoreCase));
        if (known < 0)
        {
            headers.Add((header, place));
        }
        else if (headers[known].Header is var other && (other.Form != header.Form || !IsSameType(other.Schema, header.Schema, unions)))
        {
            // Two responses of the operation mean different things by it: what they have in common is the operation's alone.
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

    /// <summary>How the value of a header is read. What is neither one value, a list of values nor an object of values stays a string.</summary>
    private static HeaderPlan PlanHeader(string name, IOpenApiHeader header, ElementPlace place, UnionPlan unions)
    {
        if (header.Schema is null && header.Content is { Count: > 0 } content)
        {
            KeyValuePair<string, IOpenApiMediaType> only = content.First();
            bool isJson = MediaTypes.IsJson(only.Key) && only.Value.Schema is not null;
            SchemaNode? json = isJson ? place.Child("content", only.Key).Of(only.Value).Schema("schema", only.Value.Schema!) : null;
            return new HeaderPlan(name, header, json, isJson ? HeaderForm.Json : HeaderForm.Value);
        }

        SchemaNode node = place.Schema("schema", header.Schema ?? new OpenApiSchema());
        (SchemaNode target, SchemaKind kind) = unions.Follow(node);
        HeaderForm? form = kind switch
        {
            SchemaKind.Scalar or SchemaKind.Enum => HeaderForm.Value,
            SchemaKind.List when unions.IsListOfValues(target) => HeaderForm.List,
            SchemaKind.Object when unions.Schemas.Flatten(target).Members.TrueForAll(
                member => unions.Follow(member.Schema).Kind is SchemaKind.Scalar or SchemaKind.Enum or SchemaKind.Any) => header.Explode ? HeaderForm.Pairs : HeaderForm.Members,
            _ => null,
        };
        return form is { } known ? new HeaderPlan(name, header, node, known) : new HeaderPlan(name, header, null, HeaderForm.Value);
    }
}
