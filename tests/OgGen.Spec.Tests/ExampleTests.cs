using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

/// <summary>Every example of the document fits the schema beside it.</summary>
[TestClass]
public sealed class ExampleTests
{
    /// <summary>The bodies, parameters and headers of the document with their schema and one example each.</summary>
    public static IEnumerable<object[]> Examples =>
        from holder in SpecWalk.Holders()
        from example in ExamplesOf(holder.Node)
        select new object[] { $"{holder.Pointer} {example.Name}", holder.Node["schema"]!.ToJsonString(), example.Value };

    [TestMethod]
    [DynamicData(nameof(Examples))]
    public void Example_fits_its_schema(string place, string schema, string value)
    {
        IReadOnlyList<string> errors = SchemaOracle.Validate(JsonNode.Parse(schema)!, value);

        Assert.IsEmpty(errors, $"{place}\n{string.Join('\n', errors)}");
    }

    [TestMethod]
    public void Every_named_example_is_used()
    {
        HashSet<string> used =
        [
            .. SpecWalk.Objects(SpecDocument.Root)
                .Select(found => found.Node["$ref"]?.GetValue<string>())
                .OfType<string>()
                .Where(reference => reference.StartsWith("#/components/examples/", StringComparison.Ordinal))
                .Select(reference => reference["#/components/examples/".Length..]),
        ];

        Assert.AreEqual("", string.Join(", ", SpecDocument.Examples.Select(e => e.Key).Where(name => !used.Contains(name))));
    }

    [TestMethod]
    public void Every_request_body_and_every_answer_has_an_example()
    {
        // Holders() finds what has an example; this finds what has none.
        string[] without =
        [
            .. SpecWalk.Objects(SpecDocument.Root)
                .Where(found => found.Pointer.EndsWith("/content/application/json", StringComparison.Ordinal))
                .Where(found => found.Node["examples"] is null)
                .Select(found => found.Pointer),
        ];

        Assert.AreEqual("", string.Join(", ", without));
    }

    /// <summary>A guard of the oracle: were it to accept anything, all the tests above would pass for nothing.</summary>
    [TestMethod]
    [DataRow("Policy", """{"type":"auto-close","name":"x","enabled":"true","duration":{"timeAmount":1}}""")]
    [DataRow("PolicyListResponse", """{"data":[{"id":"1","name":"x","type":"modify"}]}""")]
    [DataRow("ErrorResponse", """{"message":1}""")]
    [DataRow("ActionDefinitionResponse", """{"data":{}}""")]
    public void Oracle_refuses_what_does_not_fit(string component, string json) =>
        Assert.IsNotEmpty(SchemaOracle.Validate(component, json));

    private static IEnumerable<(string Name, string Value)> ExamplesOf(JsonObject holder)
    {
        if (holder["example"] is JsonNode single)
        {
            yield return ("example", single.ToJsonString());
        }

        foreach ((string name, JsonNode? example) in holder["examples"]?.AsObject() ?? [])
        {
            yield return (name, SpecDocument.Resolve(example!)["value"]!.ToJsonString());
        }
    }
}
