using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds the inline schemas that become types, and the place that names each.</summary>
/// <remarks>
/// <para>Within an owner, schemas of one identity share a type. The components are one owner; each operation and each webhook is its own.</para>
/// <para>
/// The place that names a type is the first in ordinal order among components, and the first in the order of the document within an operation.
/// Operations that a filter leaves out are planned like all others, so that a filter changes no name.
/// </para>
/// </remarks>
internal static class TypePlanner
{
    /// <summary>How much a place wants its type.</summary>
    private enum Use
    {
        /// <summary>Not at all: it is a discriminator, which the union declares.</summary>
        None,

        /// <summary>A filter leaves out what has it, or it is a response of which methods return a member.</summary>
        LeftOut,
        Generated,
    }

    private sealed record TypePlace(SchemaNode Node, PlaceName Name, TypeHome Home, Use Use);

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
        OpenApiDocument document, UnionPlan unions, OperationPlan operations, HashSet<string> envelopes, CancellationToken cancellationToken)
    {
        SchemaGraph schemas = unions.Schemas;
        var referenced = new HashSet<string>(schemas.Components.Values.Select(static alias => alias.Component).OfType<string>(), StringComparer.Ordinal);
        var places = new Dictionary<TypeKey, List<TypePlace>>();
        var order = new List<TypeKey>();

        // What one component has through another one's allOf is named by the place where it stands, which may come later.
        var inherited = new List<TypePlace>();
        HashSet<string> shared = SharedElements.UsedBy(operations);
        foreach ((SchemaNode node, PlaceName name, string element) in SharedElements.Schemas(document, unions).Where(static shared => shared.Node.Component is null))
        {
            Walk(new TypePlace(node, name, new TypeHome(HomeKind.SharedElement, element), shared.Contains(element) ? Use.Generated : Use.LeftOut), element, []);
        }

        foreach (KeyValuePair<string, SchemaNode> component in schemas.Components.OrderBy(static component => component.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (component.Value.Component is null)
            {
                PlaceName name = PlaceName.Component(VariantNames.OfComponent(schemas, component.Key));
                var place = new TypePlace(component.Value, name, new TypeHome(HomeKind.Component, component.Key), envelopes.Contains(component.Key) ? Use.LeftOut : Use.Generated);
                WalkChildren(place, component.Value.Pointer, [], unions.DiscriminatorsOf(component.Key), component.Key);
            }
        }

        foreach (TypePlace place in inherited.ToArray())
        {
            Walk(place, within: null, []);
        }

        foreach (GroupPlan group in operations.Groups)
        {
            var home = new TypeHome(HomeKind.Group, group.Key);
            foreach (PlannedOperation operation in group.Operations)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach ((SchemaNode node, PlaceName name, bool isShown) in SchemasOf(operation))
                {
                    Walk(new TypePlace(node, name, home, operation.IsWanted && isShown ? Use.Generated : Use.LeftOut), within: null, []);
                }
            }
        }

        foreach (PayloadPlan webhook in operations.Webhooks)
        {
            Walk(new TypePlace(webhook.Schema, webhook.Place, new TypeHome(HomeKind.Webhooks, ""), webhook.IsWanted ? Use.Generated : Use.LeftOut), within: null, []);
        }

        List<PlannedType> types = order
            .Where(key => places[key].Exists(static place => place.Use != Use.None))
            .Select(key => Type(schemas, key, places[key]))
            .OrderBy(static type => type.Key.Owner.IsComponents ? 0 : 1)
            .ThenBy(static type => type.Key.Owner.IsComponents && !type.Place.IsComponent ? 1 : 0)
            .ThenBy(static type => type.Key.Owner.IsComponents ? type.Place.Name : "", StringComparer.Ordinal)
            .ThenBy(static type => type.Key.Owner.IsComponents ? type.Place.Full.Length : 0)
            .ThenBy(static type => type.Key.Owner.IsComponents ? type.Node.Pointer : "", StringComparer.Ordinal)
            .ToList();
        return (new TypePlan(schemas, types, types.ToDictionary(static type => type.Key), envelopes), referenced);

        // Finds the types in and below a schema. Within a component, those are left for later that stand in another one.
        void Walk(TypePlace place, string? within, HashSet<TypeKey> around)
        {
            SchemaNode node = place.Node;
            if (node.Component is { } component)
            {
                if (place.Use == Use.Generated)
                {
                    referenced.Add(component);
                }

                return;
            }

            if (unions.UnionInline(node) is not null)
            {
                return;
            }

            if (within is not null && node.Schema is not MadeSchema && !IsWithin(node.Pointer, within))
            {
                inherited.Add(place);
                return;
            }

            SchemaKind kind = schemas.KindOf(node);
            if (kind < SchemaKind.Enum)
            {
                WalkChildren(place, within, around, []);
                return;
            }

            // What a merge makes of a schema may hold the same once more, and so on: no document nests so deep itself.
            TypeKey key = TypeKey.Of(schemas, node);
            if (around.Count == Limits.Depth || !around.Add(key))
            {
                return;
            }

            if (!places.TryGetValue(key, out List<TypePlace>? known))
            {
                places.Add(key, known = []);
                order.Add(key);
            }

            // Equal schemas have equal children, which need another walk only where they are wanted more.
            bool isNews = known.TrueForAll(other => other.Use < place.Use);
            known.Add(place);
            if (isNews)
            {
                WalkChildren(place, within, around, []);
            }

            around.Remove(key);
        }

        void WalkChildren(TypePlace place, string? within, HashSet<TypeKey> around, HashSet<string> discriminators, string component = "")
        {
            SchemaNode node = place.Node;
            switch (schemas.KindOf(node))
            {
                case SchemaKind.Object:
                    ObjectShape shape = schemas.Flatten(node);
                    foreach ((string name, SchemaNode member) in shape.Members.Where(member => !schemas.IsPlainPreset(member.Schema, shape.Required.Contains(member.Name))))
                    {
                        bool isWanted = !discriminators.Contains(name) || unions.IsDiscriminatorEnum(component, member);
                        Child(member, place.Name.Member(CSharpName.Value(name)), isWanted ? place.Use : Use.None);
                    }

                    if (schemas.ExtraOf(node) is { } extra)
                    {
                        Child(extra, place.Name.With("Value"), place.Use);
                    }

                    break;
                case SchemaKind.List when node.Schema.Items is { } items:
                    Child(node.Member("items", items), place.Name.One("Item"), place.Use);
                    break;
                case SchemaKind.Map when schemas.MapValue(node) is { } value:
                    Child(value, place.Name.One("Value"), place.Use);
                    break;
                case SchemaKind.Alias:
                    Child(schemas.AliasTarget(node), place.Name, place.Use);
                    break;
                case SchemaKind.Choice:
                    IReadOnlyList<SchemaNode> variants = schemas.Variants(node);
                    string[] names = VariantNames.Of(schemas, variants);
                    for (int i = 0; i < variants.Count; i++)
                    {
                        // A list is no type of its own: what it holds is told by the place alone.
                        bool isCollection = schemas.KindOf(variants[i]) is SchemaKind.List or SchemaKind.Map;
                        Child(variants[i], isCollection ? place.Name : place.Name.Variant(names[i]), place.Use);
                    }

                    break;
            }

            void Child(SchemaNode child, PlaceName name, Use use) => Walk(place with { Node = child, Name = name, Use = use }, within, around);
        }
    }

    private static bool IsWithin(string pointer, string component)
        => pointer.StartsWith(component, StringComparison.Ordinal) && (pointer.Length == component.Length || pointer[component.Length] == '/');

    private static PlannedType Type(SchemaGraph schemas, TypeKey key, List<TypePlace> places)
    {
        TypePlace first = places[0];
        return new PlannedType
        {
            Key = key,
            Node = first.Node,
            Kind = schemas.KindOf(first.Node),
            Place = first.Name,
            Home = first.Home,
            IsEmitted = places.Exists(static place => place.Use == Use.Generated),
            IsDescribedAlike = places.TrueForAll(place => IsDescribedAlike(place.Node.Schema, first.Node.Schema)),
            IsDeprecated = places.TrueForAll(static place => place.Node.Schema.Deprecated),
        };
    }

    private static bool IsDescribedAlike(IOpenApiSchema schema, IOpenApiSchema other)
        => schema.Description == other.Description
            && schema.Title == other.Title
            && schema.ExternalDocs?.Url == other.ExternalDocs?.Url
            && schema.ExternalDocs?.Description == other.ExternalDocs?.Description;

    /// <summary>The schemas that stand in an operation, in the order in which they name types, and whether a method shows their types.</summary>
    private static IEnumerable<(SchemaNode Node, PlaceName Name, bool IsShown)> SchemasOf(PlannedOperation operation)
    {
        PlaceName place = operation.Place;
        foreach (ParameterPlan parameter in operation.Parameters)
        {
            if (parameter.Schema is { } schema)
            {
                yield return (schema, place.Member(CSharpName.Pascal(parameter.Name, "Parameter")), true);
            }
        }

        foreach (BodyPlan body in operation.Bodies)
        {
            PlaceName own = place.With(body.Suffix);
            foreach ((SchemaNode node, PlaceName name) in BodyPlanner.Schemas(body, own, own.Body("Request")))
            {
                yield return (node, name, true);
            }
        }

        foreach (ResultPlan result in operation.Results)
        {
            if (result.Schema is { } schema)
            {
                PlaceName response = place.With(result.Suffix).Body(ResponsePlanner.WordOf(result.Kind));
                yield return (schema, response, result.Member is null);
                if (result.Member is { } member)
                {
                    yield return (member.Schema, response.Member(CSharpName.Value(member.Name)), true);
                }
            }
        }

        foreach (ResponseContent error in operation.Errors)
        {
            yield return (error.Schema, place.Body("Error"), true);
        }

        foreach (PayloadPlan callback in operation.Callbacks)
        {
            yield return (callback.Schema, callback.Place, true);
        }

        foreach (HeaderPlan header in operation.Headers?.Headers ?? [])
        {
            if (header.Schema is { } schema)
            {
                yield return (schema, place.Member(CSharpName.Pascal(header.Name, "Header")), true);
            }
        }
    }
}
