using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds the inline schemas that become types, and the location that names each.</summary>
/// <remarks>
/// <para>
/// Within an owner, schemas of one identity share a type. The components are one owner; each operation and each webhook is its own.
/// </para>
/// <para>
/// The location that names a type is the first in ordinal order among components, and the first in the order of the document within an
/// operation. Operations that a filter leaves out are planned like all others, so that a filter changes no name.
/// </para>
/// </remarks>
internal static class TypePlanner
{
    /// <summary>How a location uses its type.</summary>
    private enum Use
    {
        /// <summary>Not used: a discriminator, which the union declares.</summary>
        None,

        /// <summary>A filter leaves out what has it, or it is a response of which methods return a member.</summary>
        LeftOut,
        Generated,
    }

    private sealed record TypeLocation(SchemaNode Node, SuggestedName Name, TypeHome Home, Use Use);

    public static TypePlan Plan(OpenApiDocument document, UnionPlan unions, OperationPlan operations, CancellationToken cancellationToken)
    {
        (TypePlan plan, HashSet<string> referenced) = Plan(document, unions, operations, [], cancellationToken);
        HashSet<string> envelopes = Envelopes.Unwrapped(unions, operations);
        envelopes.ExceptWith(referenced);

        // What only envelopes have is not generated either, which another walk finds. It changes no name.
        return envelopes.Count == 0 ? plan : Plan(document, unions, operations, envelopes, cancellationToken).Plan;
    }

    /// <summary>The plan, and the components to which anything refers that is generated.</summary>
    private static (TypePlan Plan, HashSet<string> Referenced) Plan(
        OpenApiDocument document,
        UnionPlan unions,
        OperationPlan operations,
        HashSet<string> envelopes,
        CancellationToken cancellationToken)
    {
        SchemaGraph schemas = unions.Schemas;
        var referenced = new HashSet<string>(
            schemas.Components.Values.Select(static alias => alias.Component).OfType<string>(), StringComparer.Ordinal);
        var locations = new Dictionary<TypeKey, List<TypeLocation>>();
        var order = new List<TypeKey>();

        // A type that a component inherits through allOf is named by its own location, which may come later.
        var inherited = new List<TypeLocation>();

        // The types around a schema, while it is walked.
        var around = new HashSet<TypeKey>();
        HashSet<string> shared = SharedElements.UsedBy(operations);
        foreach ((SchemaNode node,
            SuggestedName name,
            string element) in SharedElements.Schemas(document, unions).Where(static shared => shared.Node.Component is null))
        {
            Walk(
                new TypeLocation(
                    node, name, new TypeHome(HomeKind.SharedElement, element), shared.Contains(element) ? Use.Generated : Use.LeftOut),
                element);
        }

        foreach (KeyValuePair<string, SchemaNode> component in schemas.Components.OrderBy(
            static component => component.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (component.Value.Component is null)
            {
                SuggestedName name = SuggestedName.Component(VariantNames.OfComponent(schemas, component.Key));
                var location = new TypeLocation(
                    component.Value,
                    name,
                    new TypeHome(HomeKind.Component, component.Key),
                    envelopes.Contains(component.Key) ? Use.LeftOut : Use.Generated);
                WalkChildren(location, component.Value.Pointer, unions.DiscriminatorsOf(component.Key), component.Key);
            }
        }

        foreach (TypeLocation location in inherited.ToArray())
        {
            Walk(location, within: null);
        }

        foreach (GroupPlan group in operations.Groups)
        {
            var home = new TypeHome(HomeKind.Group, group.Key);
            foreach (PlannedOperation operation in group.Operations)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach ((SchemaNode node, SuggestedName name, bool isShown) in SchemasOf(operation, MayBeNamed))
                {
                    Walk(new TypeLocation(node, name, home, operation.IsWanted && isShown ? Use.Generated : Use.LeftOut), within: null);
                }
            }
        }

        foreach (WebhookBody webhook in operations.Webhooks)
        {
            Walk(
                new TypeLocation(
                    webhook.Schema,
                    webhook.SuggestedName,
                    new TypeHome(HomeKind.Webhooks, ""),
                    webhook.IsWanted ? Use.Generated : Use.LeftOut),
                within: null);
        }

        List<PlannedType> types = order
            .Where(key => locations[key].Exists(static location => location.Use != Use.None))
            .Select(key => Type(schemas, key, locations[key]))
            .OrderBy(static type => type.Key.Owner.IsComponents ? 0 : 1)
            .ThenBy(static type => type.Key.Owner.IsComponents && !type.SuggestedName.IsComponent ? 1 : 0)
            .ThenBy(static type => type.Key.Owner.IsComponents ? type.SuggestedName.Name : "", StringComparer.Ordinal)
            .ThenBy(static type => type.Key.Owner.IsComponents ? type.SuggestedName.Full.Length : 0)
            .ThenBy(static type => type.Key.Owner.IsComponents ? type.Node.Pointer : "", StringComparer.Ordinal)
            .ToList();
        return (new TypePlan(schemas, types, types.ToDictionary(static type => type.Key), envelopes), referenced);

        // Finds the types in and below a schema. Types of another component are deferred.
        void Walk(TypeLocation location, string? within)
        {
            SchemaNode node = location.Node;
            if (node.Component is not null)
            {
                Refer(node, location.Use);
                return;
            }

            if (unions.UnionInline(node) is not null)
            {
                return;
            }

            if (within is not null && node.Schema is not MadeSchema && !IsWithin(node.Pointer, within))
            {
                inherited.Add(location);
                return;
            }

            SchemaKind kind = schemas.KindOf(node);
            if (kind < SchemaKind.Enum)
            {
                WalkChildren(location, within, []);
                return;
            }

            // A merged schema may contain itself again. No document nests deeper than the limit itself.
            TypeKey key = TypeKey.Of(schemas, node);
            if (around.Count == Limits.Depth || !around.Add(key))
            {
                return;
            }

            if (!locations.TryGetValue(key, out List<TypeLocation>? known))
            {
                locations.Add(key, known = []);
                order.Add(key);
            }

            // Equal schemas have equal children, which are walked again only for a stronger use.
            bool isNews = known.TrueForAll(other => other.Use < location.Use);
            known.Add(location);
            if (isNews)
            {
                WalkChildren(location, within, []);
            }

            around.Remove(key);
        }

        void WalkChildren(TypeLocation location, string? within, IReadOnlyCollection<string> discriminators, string component = "")
        {
            SchemaNode node = location.Node;
            switch (schemas.KindOf(node))
            {
                case SchemaKind.Object:
                    ObjectShape shape = schemas.Flatten(node);
                    foreach ((string name, SchemaNode member) in shape.Members)
                    {
                        if (schemas.IsPlainPreset(member, shape.Required.Contains(name)))
                        {
                            continue;
                        }

                        bool isWanted = !discriminators.Contains(name) || unions.IsDiscriminatorEnum(component, member);
                        SuggestedName suggested = MayBeNamed(member) ? location.Name.Member(CSharpName.Value(name)) : location.Name;
                        Child(member, suggested, isWanted ? location.Use : Use.None);
                    }

                    if (schemas.ExtraOf(node) is { } extra)
                    {
                        Child(extra, location.Name.With("Value"), location.Use);
                    }

                    break;
                case SchemaKind.List when node.Schema.Items is { } items:
                    Child(node.Member("items", items), location.Name.One("Item"), location.Use);
                    break;
                case SchemaKind.Map when schemas.MapValue(node) is { } value:
                    Child(value, location.Name.One("Value"), location.Use);
                    break;
                case SchemaKind.Alias:
                    Child(schemas.AliasTarget(node), location.Name, location.Use);
                    break;
                case SchemaKind.UntaggedUnion:
                    IReadOnlyList<SchemaNode> variants = schemas.Variants(node);
                    string[] names = VariantNames.Of(schemas, variants);
                    for (int i = 0; i < variants.Count; i++)
                    {
                        // A list is no type of its own: its items are named by the location alone.
                        bool isCollection = schemas.KindOf(variants[i]) is SchemaKind.List or SchemaKind.Map;
                        Child(variants[i], isCollection ? location.Name : location.Name.Variant(names[i]), location.Use);
                    }

                    break;
            }

            // Most are references and scalars, in which there is nothing to find.
            void Child(SchemaNode child, SuggestedName name, Use use)
            {
                if (MayBeNamed(child))
                {
                    Walk(location with { Node = child, Name = name, Use = use }, within);
                }
                else
                {
                    Refer(child, use);
                }
            }
        }

        void Refer(SchemaNode node, Use use)
        {
            if (node.Component is { } component && use == Use.Generated)
            {
                referenced.Add(component);
            }
        }

        // Most schemas refer to a component or are scalars: nothing in them is named after its location.
        bool MayBeNamed(SchemaNode node) => node.Component is null && schemas.KindOf(node) is not (SchemaKind.Any or SchemaKind.Scalar);
    }

    private static bool IsWithin(string pointer, string component)
        => pointer.StartsWith(component, StringComparison.Ordinal)
            && (pointer.Length == component.Length || pointer[component.Length] == '/');

    private static PlannedType Type(SchemaGraph schemas, TypeKey key, List<TypeLocation> locations)
    {
        TypeLocation first = locations[0];
        return new PlannedType
        {
            Key = key,
            Node = first.Node,
            Kind = schemas.KindOf(first.Node),
            SuggestedName = first.Name,
            Home = first.Home,
            IsEmitted = locations.Exists(static location => location.Use == Use.Generated),
            IsDescribedAlike = locations.TrueForAll(location => IsDescribedAlike(location.Node.Schema, first.Node.Schema)),
            IsDeprecated = locations.TrueForAll(static location => location.Node.Schema.Deprecated),
        };
    }

    private static bool IsDescribedAlike(IOpenApiSchema schema, IOpenApiSchema other)
        => schema.Description == other.Description
            && schema.Title == other.Title
            && schema.ExternalDocs?.Url == other.ExternalDocs?.Url
            && schema.ExternalDocs?.Description == other.ExternalDocs?.Description;

    /// <summary>
    /// The schemas that stand in an operation, in the order in which they name types, and whether a method shows their types.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="mayBeNamed">Whether a type may be named after the location of a schema.</param>
    private static IEnumerable<(SchemaNode Node, SuggestedName Name, bool IsShown)> SchemasOf(
        PlannedOperation operation, Func<SchemaNode, bool> mayBeNamed)
    {
        SuggestedName suggested = operation.SuggestedName;
        foreach (ParameterPlan parameter in operation.Parameters)
        {
            if (parameter.Schema is { } schema)
            {
                yield return (schema,
                    mayBeNamed(schema) ? suggested.Member(CSharpName.Pascal(parameter.Name, "Parameter")) : suggested,
                    true);
            }
        }

        foreach (BodyPlan body in operation.Bodies)
        {
            SuggestedName own = suggested.With(body.Suffix);
            foreach ((SchemaNode node, SuggestedName name) in BodyPlanner.Schemas(body, own, own.Body("Request")))
            {
                yield return (node, name, true);
            }
        }

        foreach (ResultPlan result in operation.Results)
        {
            if (result.Schema is { } schema)
            {
                SuggestedName response = mayBeNamed(schema) || result.Member is not null
                    ? suggested.With(result.Suffix).Body(ResponsePlanner.WordOf(result.Kind))
                    : suggested;
                yield return (schema, response, result.Member is null);
                if (result.Member is { } member)
                {
                    yield return (member.Schema, response.Member(CSharpName.Value(member.Name)), true);
                }
            }
        }

        foreach (ResponseContent error in operation.Errors)
        {
            yield return (error.Schema, mayBeNamed(error.Schema) ? suggested.Body("Error") : suggested, true);
        }

        foreach (WebhookBody callback in operation.Callbacks)
        {
            yield return (callback.Schema, callback.SuggestedName, true);
        }

        foreach (HeaderPlan header in operation.Headers?.Headers ?? [])
        {
            if (header.Schema is { } schema)
            {
                yield return (schema, suggested.Member(CSharpName.Pascal(header.Name, "Header")), true);
            }
        }
    }
}
