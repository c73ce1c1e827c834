using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

/// <summary>
/// The shape that unions have in this document. A generator can rely on it: one level of classes, common members once, no
/// inheritance to be resolved.
/// </summary>
[TestClass]
public sealed class UnionShapeTests
{
    private static readonly string[] UnionMembers = ["description", "oneOf", "discriminator"];

    public static IEnumerable<object[]> Unions =>
        SpecDocument.Schemas.Where(schema => schema.Value!["oneOf"] is not null).Select(schema => new object[] { schema.Key });

    public static IEnumerable<(string Key, string Variant)> Mapping(JsonNode union) =>
        union["discriminator"]!["mapping"]!.AsObject().Select(pair =>
            (pair.Key, pair.Value!.GetValue<string>()["#/components/schemas/".Length..]));

    [TestMethod]
    public void There_are_six_unions() => Assert.HasCount(6, Unions);

    [TestMethod]
    [DynamicData(nameof(Unions))]
    public void Union_has_nothing_but_its_variants(string name)
    {
        JsonObject union = SpecDocument.Schemas[name]!.AsObject();

        CollectionAssert.AreEqual(UnionMembers, union.Select(member => member.Key).ToArray());
        CollectionAssert.AreEqual(
            union["oneOf"]!.AsArray().Select(variant => SpecWalk.ComponentName(variant!)).ToArray(),
            Mapping(union).Select(pair => pair.Variant).Distinct().ToArray());
    }

    /// <summary>A variant allows exactly the keys that lead to it, so that <c>oneOf</c> alone decides too.</summary>
    [TestMethod]
    [DynamicData(nameof(Unions))]
    public void Variant_requires_its_discriminator_with_its_keys_only(string name)
    {
        JsonNode union = SpecDocument.Schemas[name]!;
        string discriminator = union["discriminator"]!["propertyName"]!.GetValue<string>();
        foreach (IGrouping<string, string> variant in Mapping(union).GroupBy(pair => pair.Variant, pair => pair.Key))
        {
            foreach ((string leafName, JsonObject leaf) in Leaves(variant.Key))
            {
                JsonNode property = leaf["properties"]![discriminator]!;
                Assert.AreEqual("string", property["type"]!.GetValue<string>(), leafName);
                Assert.AreEqual(string.Join(',', variant), string.Join(',', property["enum"]!.AsArray()), leafName);
                Assert.IsTrue(IsRequired(leaf, discriminator), $"{leafName} does not require {discriminator}.");
            }
        }
    }

    /// <summary>A member that all variants have can be hoisted: it has one schema, and is required everywhere or nowhere.</summary>
    [TestMethod]
    [DynamicData(nameof(Unions))]
    public void Common_members_are_the_same_in_every_variant(string name)
    {
        JsonNode union = SpecDocument.Schemas[name]!;
        List<(string Name, JsonObject Schema)> leaves = [.. Leaves(name)];
        string discriminator = union["discriminator"]!["propertyName"]!.GetValue<string>();
        IEnumerable<string> common = leaves
            .Select(leaf => leaf.Schema["properties"]!.AsObject().Select(property => property.Key))
            .Aggregate((left, right) => left.Intersect(right))
            .Where(member => member != discriminator && member is not "type");

        foreach (string member in common)
        {
            foreach ((string leafName, JsonObject leaf) in leaves.Skip(1))
            {
                bool same = JsonNode.DeepEquals(leaves[0].Schema["properties"]![member], leaf["properties"]![member]);
                Assert.IsTrue(same, $"{member} of {leafName} differs from that of {leaves[0].Name}.");
                Assert.AreEqual(IsRequired(leaves[0].Schema, member), IsRequired(leaf, member), $"{leafName}.{member}");
            }
        }
    }

    [TestMethod]
    public void Policies_have_their_common_members()
    {
        foreach ((string name, JsonObject policy) in Leaves("Policy"))
        {
            JsonObject properties = policy["properties"]!.AsObject();
            string first = string.Join(',', properties.Select(property => property.Key).Take(5));
            string last = string.Join(',', properties.Select(property => property.Key).TakeLast(2));

            Assert.AreEqual("type,id,name,enabled,policyDescription", first, name);
            Assert.AreEqual("filter,timeRestrictions", last, name);
            Assert.IsTrue(SpecDocument.Resolve(properties["id"]!)["readOnly"]!.GetValue<bool>(), name);
        }
    }

    /// <summary>The object schemas of a union, those of its nested unions included.</summary>
    private static IEnumerable<(string Name, JsonObject Schema)> Leaves(string name)
    {
        JsonObject schema = SpecDocument.Schemas[name]!.AsObject();
        return schema["oneOf"] is JsonArray variants
            ? variants.SelectMany(variant => Leaves(SpecWalk.ComponentName(variant!)))
            : [(name, schema)];
    }

    private static bool IsRequired(JsonObject schema, string member) =>
        schema["required"]?.AsArray().Any(required => required!.GetValue<string>() == member) ?? false;
}
