using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

/// <summary>What every part of the document has, and what none has.</summary>
[TestClass]
public sealed partial class StyleTests
{
    private static readonly string[] Vocabulary =
    [
        "x-oggen-name", "x-oggen-result", "x-oggen-read-aliases", "x-oggen-write-aliases", "x-oggen-lenient", "x-oggen-optional",
        "x-oggen-secret", "x-oggen-request-id",
        "x-oggen-retry-after", "x-oggen-poll", "x-enum-varnames",
    ];

    [TestMethod]
    public void Every_operation_parameter_response_and_header_has_a_description()
    {
        List<string> without = [];
        foreach (Operation operation in SpecWalk.Operations)
        {
            Check(operation.Node, operation.Id, without);
            Check(operation.Node, operation.Id, without, "summary");
            if (operation.Node["requestBody"] is JsonNode body)
            {
                Check(SpecDocument.Resolve(body), operation.Id + " body", without);
            }

            foreach (JsonObject parameter in operation.Parameters)
            {
                Check(parameter, $"{operation.Id} {parameter["name"]}", without);
            }

            foreach ((string status, JsonObject response) in operation.Responses)
            {
                Check(response, $"{operation.Id} {status}", without);
                foreach ((string name, JsonNode? header) in response["headers"]!.AsObject())
                {
                    Check(SpecDocument.Resolve(header!), name, without);
                }
            }
        }

        Assert.AreEqual("", string.Join(", ", without));
    }

    [TestMethod]
    public void Every_schema_and_every_property_has_a_description()
    {
        List<string> without = [];
        foreach ((string name, JsonNode? schema) in SpecDocument.Schemas)
        {
            Check(schema!.AsObject(), name, without);
            foreach ((string property, JsonNode? value) in schema["properties"]?.AsObject() ?? [])
            {
                Check(SpecDocument.Resolve(value!), $"{name}.{property}", without);
            }
        }

        Assert.AreEqual("", string.Join(", ", without));
    }

    [TestMethod]
    public void Every_tag_server_scheme_and_example_is_explained()
    {
        List<string> without = [];
        foreach (JsonNode? node in SpecDocument.Root["tags"]!.AsArray().Concat(SpecDocument.Root["servers"]!.AsArray()))
        {
            Check(node!.AsObject(), node.ToJsonString(), without);
        }

        Check(SpecDocument.Components("securitySchemes")["GenieKey"]!.AsObject(), "GenieKey", without);
        foreach ((string name, JsonNode? example) in SpecDocument.Examples)
        {
            Check(example!.AsObject(), name, without, "summary");
        }

        Assert.AreEqual("", string.Join(", ", without));
    }

    [TestMethod]
    public void Only_the_vocabulary_of_the_generator_is_used()
    {
        string[] foreign =
        [
            .. SpecWalk.Objects(SpecDocument.Root)
                .SelectMany(found => found.Node.Select(member => member.Key))
                .Where(key => key.StartsWith("x-", StringComparison.Ordinal) && !Vocabulary.Contains(key))
                .Distinct(),
        ];

        Assert.AreEqual("", string.Join(", ", foreign));
    }

    [TestMethod]
    [DataRow("#/components/schemas/ModifyPolicy/properties/alertActions", "x-oggen-read-aliases", """["actions"]""")]
    [DataRow("#/components/schemas/ModifyPolicy/properties/alertActions", "x-oggen-write-aliases", "true")]
    [DataRow("#/components/schemas/ModifyPolicy/properties/details/additionalProperties", "x-oggen-lenient", "true")]
    [DataRow("#/components/schemas/Condition/properties/expectedValue", "x-oggen-lenient", "true")]
    [DataRow("#/components/schemas/RestChannelConfiguration/properties/headers", "x-oggen-secret", "true")]
    [DataRow("#/components/schemas/RestChannelConfigurationSummary/properties/headers", "x-oggen-secret", "true")]
    [DataRow("#/components/headers/X-Request-ID", "x-oggen-request-id", "true")]
    [DataRow("#/components/headers/X-RateLimit-Period-In-Sec", "x-oggen-retry-after", "true")]
    public void Extension_is_where_the_generator_needs_it(string reference, string extension, string value) =>
        Assert.AreEqual(value, SpecDocument.Find(reference)[extension]?.ToJsonString());

    [TestMethod]
    public void There_is_no_inheritance_and_nothing_beside_a_reference()
    {
        foreach ((string pointer, JsonObject node) in SpecWalk.Objects(SpecDocument.Root))
        {
            // The type of a variant is one of the types that its union has.
            bool isNarrowed = node["allOf"] is JsonArray { Count: 1 } && node["enum"] is JsonArray { Count: 1 };
            Assert.IsFalse(node.ContainsKey("anyOf") || (node.ContainsKey("allOf") && !isNarrowed), pointer);
            Assert.IsTrue(!node.ContainsKey("$ref") || node.Count == 1, $"{pointer} has members beside $ref.");
        }
    }

    [TestMethod]
    public void Every_reference_leads_somewhere()
    {
        foreach ((_, JsonObject node) in SpecWalk.Objects(SpecDocument.Root))
        {
            if (node["$ref"] is JsonNode reference)
            {
                Assert.IsNotNull(SpecDocument.Find(reference.GetValue<string>()));
            }
        }
    }

    /// <summary>Ids look like UUIDs until one does not: the documentation itself prints some that are none.</summary>
    [TestMethod]
    public void Integers_have_the_size_that_the_published_schema_gives_them()
    {
        HashSet<string> long64 = ["/Duration/properties/timeAmount", "/Condition/properties/order"];
        foreach ((string pointer, JsonObject node) in SpecWalk.Objects(SpecDocument.Components("schemas")))
        {
            if (node["type"] is JsonValue type)
            {
                string size = long64.Any(member => pointer.EndsWith(member, StringComparison.Ordinal)) ? "int64" : "int32";
                string? expected = type.GetValue<string>() == "integer" ? size : null;
                Assert.AreEqual(expected, node["format"]?.GetValue<string>(), pointer);
            }
        }
    }

    /// <summary>A schema with the name of a type that every C# file imports would have to be written in full.</summary>
    [TestMethod]
    public void No_schema_is_called_like_an_implicitly_imported_type()
    {
        HashSet<string> namespaces =
        [
            "System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks",
        ];
        HashSet<string> imported =
        [
            .. new[]
            {
                typeof(object), typeof(Uri), typeof(Enumerable), typeof(List<>), typeof(Queue<>), typeof(HttpClient), typeof(Barrier),
                typeof(Parallel), typeof(Console),
            }
                .SelectMany(type => type.Assembly.GetExportedTypes())
                .Where(type => type.Namespace is not null && namespaces.Contains(type.Namespace))
                .Select(type => type.Name.Split('`')[0]),
        ];

        // The guard works only if it knows the names that tempt.
        Assert.IsTrue(new[] { "Action", "Range", "Timer", "Task", "Type", "Barrier" }.All(imported.Contains));
        Assert.AreEqual("", string.Join(", ", SpecDocument.Schemas.Select(schema => schema.Key).Where(imported.Contains)));
    }

    [TestMethod]
    public void The_text_needs_no_yaml_beyond_the_core()
    {
        Assert.DoesNotMatchRegex(AnchorOrAlias(), SpecDocument.Text);
        Assert.DoesNotContain("<<:", SpecDocument.Text);
        Assert.DoesNotContain("\t", SpecDocument.Text);
        Assert.DoesNotContain("\r", SpecDocument.Text);
    }

    private static void Check(JsonObject node, string place, List<string> without, string member = "description")
    {
        if (string.IsNullOrWhiteSpace(node[member]?.GetValue<string>()))
        {
            without.Add($"{place} ({member})");
        }
    }

    [GeneratedRegex(@"(?m)^\s*(- )?([\w-]+: )?[&*][A-Za-z]")]
    private static partial Regex AnchorOrAlias();
}
