using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>
/// Finds the discriminated unions: schemas with alternatives and a discriminator, and, as in 2.0 and 3.0, bases with a discriminator that
/// other schemas have in their <c>allOf</c>. They become classes where the discriminator is a string, else an untagged union.
/// </summary>
/// <remarks>
/// In the order of the document: the first union that names a variant has it, so that a union added later changes no type that was there. A
/// union that cannot have all its variants becomes an untagged union.
/// </remarks>
internal static class UnionPlanner
{
    public static UnionPlan Plan(OpenApiDocument document, SchemaGraph schemas, Problems problems)
    {
        var inheritance = new SchemaInheritance(schemas);
        Dictionary<string, IReadOnlyList<SchemaNode>> derivedUntaggedUnions = FindDerivedUntaggedUnions(
            document, schemas, inheritance, problems);
        var bases = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var unions = new Dictionary<string, PlannedUnion>(StringComparer.Ordinal);
        var unionOf = new Dictionary<string, string>(StringComparer.Ordinal);

        // The components whose variants are being assigned: neither they nor the unions above can be variants of theirs.
        var assigning = new HashSet<string>(StringComparer.Ordinal);
        foreach (string component in schemas.Components.Keys)
        {
            Assign(component, []);
        }

        return new UnionPlan(schemas, unions, unionOf, derivedUntaggedUnions, bases, DiscriminatorEnums.Find(schemas, unions));

        bool Assign(string component, HashSet<string> visited)
        {
            if (unions.ContainsKey(component))
            {
                return true;
            }

            if (!schemas.Components.TryGetValue(component, out SchemaNode node)
                || node.Component is not null
                || SchemaShape.DiscriminatorOf(node.Schema) is not { Discriminator: { PropertyName: { } property } discriminator }
                || !visited.Add(component))
            {
                return false;
            }

            assigning.Add(component);
            List<UnionVariant>? variants = schemas.KindOf(node) switch
            {
                SchemaKind.UntaggedUnion => AssignAlternatives(schemas.Variants(node), discriminator, property, visited),
                SchemaKind.Object when !derivedUntaggedUnions.ContainsKey(component)
                    && !inheritance.InheritsDiscriminator(component, property)
                    => AssignDerived(inheritance.DerivedFrom(component, discriminator), discriminator, property, visited),
                _ => null,
            };
            assigning.Remove(component);
            if (variants is null)
            {
                return false;
            }

            ReportUnmapped(component, node, variants, problems);
            ReportUndocumented(schemas, node, variants, property, problems);
            unions.Add(component, new PlannedUnion(property, variants));
            variants.ForEach(variant => unionOf.Add(variant.Component, component));
            FindBases(component, variants);
            return true;
        }

        List<UnionVariant>? AssignAlternatives(
            IReadOnlyList<SchemaNode> alternatives, OpenApiDiscriminator discriminator, string property, HashSet<string> visited)
        {
            var variants = new List<UnionVariant>();
            foreach (SchemaNode alternative in alternatives)
            {
                if (alternative.Component is not { } name
                    || variants.Exists(other => other.Component == name)
                    || ClassVariant(name, discriminator, property, visited) is not { } values)
                {
                    return null;
                }

                variants.Add(new UnionVariant(name, values));
            }

            // A variant that is a union may have assigned another one of this union's variants.
            return variants.Exists(variant => unionOf.ContainsKey(variant.Component)) ? null : variants;
        }

        // A derived type that another union has already is read as an unknown variant.
        List<UnionVariant>? AssignDerived(
            IEnumerable<string> derived, OpenApiDiscriminator discriminator, string property, HashSet<string> visited)
        {
            // Nested levels: bases with a discriminator of their own have their derived types.
            string[] names = derived.ToArray();
            foreach (string name in names)
            {
                Assign(name, visited);
            }

            var variants = new List<UnionVariant>();
            foreach (string name in names)
            {
                if (ClassVariant(name, discriminator, property, visited) is { } values)
                {
                    variants.Add(new UnionVariant(name, values));
                }
            }

            return variants.Count == 0 ? null : variants;
        }

        // The discriminator values of a component as a variant with a class of its own; null where it cannot be one.
        IReadOnlyList<string>? ClassVariant(string name, OpenApiDiscriminator discriminator, string property, HashSet<string> visited)
        {
            if (!schemas.Components.TryGetValue(name, out SchemaNode node)
                || node.Component is not null
                || unionOf.ContainsKey(name)
                || derivedUntaggedUnions.ContainsKey(name)
                || assigning.Any(union => IsAbove(name, union))
                || schemas.KindOf(node) == SchemaKind.Object && !DiscriminatorValues.IsString(schemas, node, property))
            {
                return null;
            }

            bool isUnion = Assign(name, visited);
            IEnumerable<OpenApiDiscriminator> between = inheritance.LineageOf(name)
                .Select(ancestor => schemas.Components.TryGetValue(ancestor, out SchemaNode middle)
                    ? SchemaShape.DiscriminatorOf(middle.Schema)?.Discriminator
                    : null)
                .OfType<OpenApiDiscriminator>()
                .Where(other => other.PropertyName == property);
            IReadOnlyList<string> values = DiscriminatorValues.Of(schemas, between.Prepend(discriminator), name, property);

            // An inner union with the same discriminator member leaves none for the outer one.
            bool isClass = isUnion
                ? values.Count == 1 && unions[name].Discriminator != property
                : schemas.KindOf(node) == SchemaKind.Object;
            return isClass && !unionOf.ContainsKey(name) ? values : null;
        }

        // The variants with derived types: their classes may be bases of the derived classes.
        void FindBases(string union, List<UnionVariant> variants)
        {
            if (!SchemaGraph.IsDiscriminatedBase(schemas.Components[union].Schema))
            {
                return;
            }

            HashSet<string> classes = new(
                variants.Select(static variant => variant.Component).Where(name => !unions.ContainsKey(name)), StringComparer.Ordinal);
            foreach (string name in classes)
            {
                string[] above = inheritance.LineageOf(name).Where(classes.Contains).ToArray();
                if (above.Length > 0)
                {
                    bases.Add(name, above);
                }
            }

            // The class of an inner union is abstract: it has the members that its own variants share, and those of a class are others.
            foreach (string name in variants.Select(static variant => variant.Component).Where(unions.ContainsKey))
            {
                if (inheritance.LineageOf(name).FirstOrDefault(classes.Contains) is { } above)
                {
                    problems.Report(
                        Descriptors.Unsupported,
                        schemas.Components[name].Pointer,
                        $"'{name}' has the discriminator '{unions[name].Discriminator}' below '{above}', of which it is made; its classes "
                            + "inherit from "
                            + $"'{union}' alone, and cannot be used as a '{above}'");
                }
            }
        }

        // Whether a component is a union with another one as a direct or indirect variant, or is that one.
        bool IsAbove(string component, string? variant)
        {
            while (variant is not null && variant != component)
            {
                variant = unionOf.TryGetValue(variant, out string? union) ? union : null;
            }

            return variant is not null;
        }
    }

    /// <summary>
    /// Finds the bases whose discriminator is a number or a boolean: each is an untagged union, if the document has the value of
    /// every derived type. The name of a schema is no value here.
    /// </summary>
    private static Dictionary<string, IReadOnlyList<SchemaNode>> FindDerivedUntaggedUnions(
        OpenApiDocument document, SchemaGraph schemas, SchemaInheritance inheritance, Problems problems)
    {
        var untaggedUnions = new Dictionary<string, IReadOnlyList<SchemaNode>>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, SchemaNode> component in schemas.Components)
        {
            SchemaNode node = component.Value;
            if (node.Component is not null
                || !SchemaGraph.IsDiscriminatedBase(node.Schema)
                || SchemaShape.DiscriminatorOf(node.Schema) is not { Discriminator: { PropertyName: { } property } discriminator }
                || DiscriminatorValues.IsString(schemas, node, property)
                || inheritance.InheritsDiscriminator(component.Key, property))
            {
                continue;
            }

            List<UnionVariant> derived = inheritance.DerivedFrom(component.Key, discriminator)
                .Select(name => new UnionVariant(name, DiscriminatorValues.Of(schemas, [discriminator], name, property)))
                .ToList();
            if (derived.Exists(static variant => !variant.Values.Contains(variant.Component)))
            {
                ReportUnmapped(component.Key, node, derived, problems);
                untaggedUnions.Add(component.Key, derived.ConvertAll(variant
                    => new SchemaNode(new OpenApiSchemaReference(variant.Component, document), node.Pointer, node.Owner)));
            }
        }

        return untaggedUnions;
    }

    private static void ReportUnmapped(string component, SchemaNode union, List<UnionVariant> variants, Problems problems)
    {
        (OpenApiDiscriminator discriminator, string pointer) = SchemaShape.DiscriminatorOf(union.Schema)!.Value;
        foreach (KeyValuePair<string, OpenApiSchemaReference> mapping in discriminator.Mapping
            ?? new Dictionary<string, OpenApiSchemaReference>())
        {
            // A base may be its own variant: its objects have only members that the union declares.
            if (mapping.Value.Reference.Id != component && !variants.Exists(variant => variant.Component == mapping.Value.Reference.Id))
            {
                problems.Report(
                    Descriptors.BadDiscriminator,
                    Pointers.Child(union.Pointer + pointer + "/mapping", mapping.Key),
                    $"The discriminator maps '{mapping.Key}' to a schema that is no variant of the union; such objects are read as unknown "
                        + "variants");
            }
        }
    }

    private static void ReportUndocumented(
        SchemaGraph schemas, SchemaNode union, List<UnionVariant> variants, string property, Problems problems)
    {
        foreach (UnionVariant variant in variants.Where(
            variant => DiscriminatorValues.IsUndocumentedName(schemas, union, variant, property)))
        {
            problems.Report(
                Descriptors.BadDiscriminator,
                schemas.Components[variant.Component].Pointer,
                $"Nothing says which value of '{property}' stands for '{variant.Component}', and its name is none of those that 'enum' "
                    + "allows; a mapping "
                    + "in the discriminator would say it. Until then its objects have their name");
        }
    }
}
