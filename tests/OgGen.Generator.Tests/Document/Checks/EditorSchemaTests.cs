using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Tests.Architecture;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document.Checks;

/// <summary>
/// <c>oggen.schema.json</c> tells editors what the generator knows: the same extensions, values and places. What depends on the rest of a
/// schema, the generator alone says.
/// </summary>
[TestClass]
public sealed class EditorSchemaTests
{
    private static readonly JsonObject s_schema = JsonNode.Parse(Resources.Text("schema/oggen.schema.json"))!.AsObject();

    private static readonly Regex s_largeNumber = new(@"(?<=[:,\[])-?[0-9]{19,}(?=[,}\]])");

    /// <summary>NJsonSchema knows no <c>if</c>, by which the schema leaves other files of a document alone.</summary>
    private static readonly Lazy<JsonSchema> s_document = new(() => Read("document"));

    /// <summary>The definition for each element that the generator tells apart, by its use.</summary>
    private static readonly Dictionary<(Element Element, ElementUse Use), string> s_definitions = new()
    {
        [(Element.Document, ElementUse.Ordinary)] = "document",
        [(Element.Components, ElementUse.Ordinary)] = "components",
        [(Element.PathItem, ElementUse.Ordinary)] = "pathItem",
        [(Element.PathItem, ElementUse.Webhook)] = "webhookPathItem",
        [(Element.Operation, ElementUse.Ordinary)] = "operation",
        [(Element.Operation, ElementUse.Webhook)] = "webhookOperation",
        [(Element.Parameter, ElementUse.Ordinary)] = "parameter",
        [(Element.Parameter, ElementUse.Webhook)] = "webhookParameter",
        [(Element.RequestBody, ElementUse.Ordinary)] = "requestBody",
        [(Element.RequestBody, ElementUse.Webhook)] = "webhookRequestBody",
        [(Element.Response, ElementUse.Ordinary)] = "response",
        [(Element.Response, ElementUse.Webhook)] = "webhookResponse",
        [(Element.Header, ElementUse.Ordinary)] = "header",
        [(Element.Header, ElementUse.Webhook)] = "webhookHeader",
        [(Element.Header, ElementUse.Unused)] = "partHeader",
        [(Element.MediaType, ElementUse.Ordinary)] = "mediaType",
        [(Element.MediaType, ElementUse.Form)] = "formMediaType",
        [(Element.MediaType, ElementUse.Webhook)] = "mediaType",
        [(Element.Encoding, ElementUse.Ordinary)] = "encoding",
        [(Element.Link, ElementUse.Ordinary)] = "link",
        [(Element.Link, ElementUse.Webhook)] = "link",
        [(Element.Server, ElementUse.Ordinary)] = "server",
        [(Element.SecurityScheme, ElementUse.Ordinary)] = "securityScheme",
        [(Element.Info, ElementUse.Ordinary)] = "info",
        [(Element.Tag, ElementUse.Ordinary)] = "tag",
        [(Element.Schema, ElementUse.Ordinary)] = "schema",
        [(Element.Schema, ElementUse.Component)] = "schema",
        [(Element.Schema, ElementUse.Value)] = "value",
        [(Element.Schema, ElementUse.Part)] = "value",
        [(Element.Schema, ElementUse.Form)] = "form",
        [(Element.Schema, ElementUse.Unused)] = "unused",
        [(Element.ExternalDocs, ElementUse.Ordinary)] = "plain",
    };

    public static IEnumerable<object[]> Documents
        => Resources.Folder("documents").Keys.Order(StringComparer.Ordinal).Select(static path => new object[] { path });

    [TestMethod]
    public void It_is_draft_7_and_names_the_extensions_that_the_generator_knows()
    {
        Assert.AreEqual("http://json-schema.org/draft-07/schema#", s_schema["$schema"]!.GetValue<string>());
        CollectionAssert.AreEquivalent(
            SpecExtensions.All.Select(static extension => extension.Name).ToArray(),
            Definitions.Select(static definition => definition.Key)
                .Where(static name => name.StartsWith(SpecExtensions.Prefix, StringComparison.Ordinal))
                .ToArray());
    }

    [TestMethod]
    public void Each_element_has_the_extensions_that_the_generator_takes_there_and_refuses_others()
    {
        foreach (((Element element, ElementUse use), string name) in s_definitions)
        {
            string[] expected =
            [
                .. SpecExtensions.All.Where(extension => ElementUses.Allows(extension, element, use))
                    .Select(static extension => extension.Name)
                    .Order(StringComparer.Ordinal),
            ];
            string[] listed =
            [
                .. Members(name)
                    .Select(static member => member.Key)
                    .Where(static key => key.StartsWith(SpecExtensions.Prefix, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
            CollectionAssert.AreEqual(expected, listed, name);

            JsonSchema definition = Read(name);
            foreach (string key in SpecExtensions.All.Select(static extension => extension.Name)
                .Append("x-oggen-")
                .Append("x-oggen-names")
                .Append("x-oggen-nam"))
            {
                bool isRefused = definition.Validate(new JsonObject { [key] = ValueOf(key) }.ToJsonString()).Count > 0;
                Assert.AreEqual(!expected.Contains(key), isRefused, $"{key} in {name}");
            }
        }
    }

    /// <summary>Wherever the generator goes from an element to another one, the schema goes too.</summary>
    [TestMethod]
    public void It_follows_the_members_that_the_generator_follows()
    {
        string[] keywords = [.. KeywordCarriers.Members.Keys];
        Assert.IsGreaterThan(100, keywords.Length);
        foreach (((Element element, ElementUse use), string name) in s_definitions)
        {
            foreach (string keyword in keywords)
            {
                Slot slot = SpecGrammar.Child(element, keyword);
                if (slot.Element is Element.Other or Element.Data or Element.Collection)
                {
                    continue;
                }

                JsonNode? member = Members(name)[keyword];
                Assert.IsNotNull(member, $"{name} has no {keyword}");
                string expected = DefinitionOf(slot.Element, ElementUses.Of(element, use, keyword, "application/json"));
                Assert.Contains($"#/definitions/{expected}\"", member.ToJsonString(), $"{keyword} of {name}");
            }
        }
    }

    [TestMethod]
    [DataRow("3.1.0")]
    [DataRow("3.0.3")]
    public void It_refuses_at_a_place_what_the_generator_reports_there(string version)
    {
        foreach (string place in ExtensionPlaces.Of(version))
        {
            foreach (string member in SpecExtensions.All.Select(static extension => ExtensionPlaceTests.Member(extension))
                .Append("x-oggen-nmae: A,"))
            {
                bool isReported = ExtensionPlaces.Compile(place, member, version).Diagnostics
                    .Any(static diagnostic => diagnostic.Arguments[0].Contains("has no meaning here", StringComparison.Ordinal)
                        || diagnostic.Arguments[0].Contains("is no extension", StringComparison.Ordinal));
                Assert.AreEqual(isReported, Errors(ExtensionPlaces.With(place, member, version)).Count > 0, $"{member} at {place}");
            }
        }
    }

    [TestMethod]
    [DataRow("operation", "x-oggen-name: 5")]
    [DataRow("operation", "x-oggen-name: ''")]
    [DataRow("operation", "x-oggen-result: [ data ]")]
    [DataRow("operation", "x-oggen-poll: 404")]
    [DataRow("operation", "x-oggen-poll: { status: 404 }")]
    [DataRow("operation", "x-oggen-poll: { status: '404', header: X-State, value: waiting }")]
    [DataRow("operation", "x-oggen-poll: { status: 40.4, header: X-State, value: waiting }")]
    [DataRow("operation", "x-oggen-poll: { status: 4004, header: X-State, value: waiting }")]
    [DataRow("operation", "x-oggen-poll: { status: 404, header: X-State, value: true }")]
    [DataRow("operation", "x-oggen-poll: { status: 404, header: X-State, value: waiting, after: 5 }")]
    [DataRow("object", "x-oggen-optional: 1")]
    [DataRow("string", "x-oggen-read-aliases: other")]
    [DataRow("string", "x-oggen-read-aliases: [ '' ]")]
    [DataRow("string", "x-oggen-read-aliases: [ other ], x-oggen-write-aliases: 'true'")]
    [DataRow("string", "x-oggen-lenient: null")]
    [DataRow("string", "x-oggen-secret: { a: true }")]
    [DataRow("response header", "x-oggen-request-id: 'no'")]
    [DataRow("response header", "x-oggen-retry-after: 5")]
    public void A_value_that_an_extension_does_not_take_is_reported_and_refused(string place, string member)
    {
        IReadOnlyList<DiagnosticInfo> told =
        [
            .. ExtensionPlaces.Compile(place, member + ",", "3.1.0")
                .Diagnostics.Where(static diagnostic => diagnostic.Id == Descriptors.BadExtension),
        ];

        Assert.HasCount(1, told);
        Assert.Contains("' is ", told[0].Arguments[0]);
        Assert.IsNotEmpty(Errors(ExtensionPlaces.With(place, member + ",", "3.1.0")));
    }

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public void The_documents_of_this_repository_fit(string path)
        => Assert.IsEmpty(Errors(new Declared("/" + path, Resources.Text("documents/" + path))), path);

    [TestMethod]
    public void The_documents_of_this_repository_use_every_extension()
    {
        string all = string.Concat(Resources.Folder("documents").Values);
        foreach (SpecExtension extension in SpecExtensions.All)
        {
            Assert.Contains(extension.Name + ":", all);
        }
    }

    private static JsonObject Definitions => s_schema["definitions"]!.AsObject();

    private static JsonObject Members(string definition) => Definitions[definition]!["properties"] as JsonObject ?? [];

    private static string DefinitionOf(Element element, ElementUse use)
        => s_definitions.TryGetValue((element, use), out string? name) ? name
            : element == Element.Callback ? "callback"
            : element == Element.Encoding ? "encoding"
            : "plain";

    private static JsonNode ValueOf(string extension) => SpecExtensions.All.FirstOrDefault(known => known.Name == extension)?.Value switch
    {
        ExtensionValue.Flag => true,
        ExtensionValue.Names => new JsonArray("a"),
        ExtensionValue.Poll => new JsonObject { ["status"] = 404, ["header"] = "A", ["value"] = "b" },
        _ => "a",
    };

    /// <summary>One of the definitions, as the root of a schema with all of them.</summary>
    private static JsonSchema Read(string definition)
    {
        JsonObject root = Definitions[definition]!.DeepClone().AsObject();
        root["definitions"] = Definitions.DeepClone();

        // No reference leaves the schema, so this completes at once.
        return JsonSchema.FromJsonAsync(root.ToJsonString()).GetAwaiter().GetResult();
    }

    /// <summary>
    /// What NJsonSchema finds in a document. It reads no number beyond those of <see langword="long"/>, and no extension has one.
    /// </summary>
    private static ICollection<ValidationError> Errors(Declared document)
        => s_document.Value.Validate(s_largeNumber.Replace(Json(document), "0"));

    /// <summary>A document as the generator reads it.</summary>
    private static string Json(Declared document)
    {
        var file = new SpecFile
        {
            Path = document.Path,
            Text = document.Text,
            Reference = "",
            Namespace = "",
            Client = "",
            Access = "",
            Tags = default,
            Paths = default,
        };
        return SpecText.Parse(file, [], CancellationToken.None).ToJsonString(JsonSerializerOptions.Default);
    }
}
