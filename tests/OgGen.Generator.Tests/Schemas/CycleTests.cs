using System.Globalization;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Schemas;

/// <summary>
/// Cycles of schemas that no value can satisfy are diagnostics, whatever they consist of. What is generated beside them compiles.
/// </summary>
[TestClass]
public sealed class CycleTests
{
    private const string Head = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [ { url: 'https://a.example' } ]
        paths:
          /a: { get: { operationId: getA, responses: { '200': { description: d,
              content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
        components:
          schemas:

        """;
    private const string A = "$ref: '#/components/schemas/A'";
    private const string B = "$ref: '#/components/schemas/B'";
    private const string C = "$ref: '#/components/schemas/C'";

    [TestMethod]
    [DataRow(new[] { $"A: {{ {A} }}" }, "leads back to itself", DisplayName = "an alias of itself")]
    [DataRow(new[] { $"A: {{ {B} }}", $"B: {{ {A} }}" }, "leads back to itself", DisplayName = "aliases of each other")]
    [DataRow(new[] { $"A: {{ allOf: [ {{ {A} }} ] }}" }, "leads back to itself", DisplayName = "allOf of itself")]
    [DataRow(new[] { $"A: {{ oneOf: [ {{ {A} }} ] }}" }, "consists of itself", DisplayName = "a union of itself")]
    [DataRow(
        new[] { $"A: {{ oneOf: [ {{ {A} }}, {{ type: 'null' }} ] }}" }, "consists of itself", DisplayName = "a union of itself and null")]
    [DataRow(new[] { $"A: {{ anyOf: [ {{ {A} }}, {{ {A} }} ] }}" }, "is 'A' itself", DisplayName = "a union of itself, twice")]
    [DataRow(
        new[] { $"A: {{ oneOf: [ {{ {B} }} ] }}", $"B: {{ oneOf: [ {{ {A} }} ] }}" },
        "consists of itself",
        DisplayName = "unions of each other")]
    [DataRow(
        new[]
        {
            $"A: {{ oneOf: [ {{ {B} }}, {{ {C} }} ] }}",
            $"B: {{ anyOf: [ {{ {A} }}, {{ {C} }} ] }}",
            $"C: {{ oneOf: [ {{ {A} }}, {{ {B} }} ] }}",
        },
        "leads back to 'A'",
        DisplayName = "three unions of each other")]
    [DataRow(new[] { $"A: {{ type: array, items: {{ {A} }} }}" }, "consists of itself", DisplayName = "a list of itself")]
    [DataRow(new[] { $"A: {{ type: object, additionalProperties: {{ {A} }} }}" }, "consists of itself", DisplayName = "a map of itself")]
    [DataRow(
        new[] { $"A: {{ type: object, additionalProperties: {{ allOf: [ {{ {A} }}, {{ {A} }} ] }} }}" },
        "the map itself",
        DisplayName = "a map of itself, by allOf")]
    [DataRow(
        new[]
        {
            $"A: {{ type: object, additionalProperties: {{ type: array, items: {{ allOf: [ {{ {A} }}, {{ {B} }} ] }} }} }}",
            "B: { type: object, additionalProperties: {} }",
        },
        "the map itself",
        DisplayName = "a map of lists of itself, by allOf")]
    [DataRow(
        new[]
        {
            $"A: {{ type: object, additionalProperties: {{ allOf: [ {{ {B} }}, {{ {C} }} ] }} }}",
            $"B: {{ type: object, additionalProperties: {{ allOf: [ {{ {A} }}, {{ {C} }} ] }} }}",
            "C: { type: object }",
        },
        "the map itself",
        DisplayName = "maps of each other, by allOf")]
    [DataRow(
        new[] { $"A: {{ type: object, required: [a], properties: {{ a: {{ {A} }} }} }}" },
        "required member 'a'",
        DisplayName = "an object that requires itself")]
    [DataRow(
        new[]
        {
            $"A: {{ type: object, required: [b], properties: {{ b: {{ {B} }} }} }}",
            $"B: {{ type: object, required: [a], properties: {{ a: {{ {A} }} }} }}",
        },
        "required member 'b'",
        DisplayName = "objects that require each other")]
    [DataRow(
        new[]
        {
            $"A: {{ allOf: [ {{ {B} }}, {{ type: object, required: [a], properties: {{ a: {{ {A} }} }} }} ] }}",
            "B: { type: object, properties: { x: { type: string } } }",
        },
        "required member 'a'",
        DisplayName = "an object that requires itself in a subschema")]
    [DataRow(
        new[] { $"A: {{ type: object, required: [a], properties: {{ a: {{ type: array, minItems: 1, items: {{ {A} }} }} }} }}" },
        "required member 'a'",
        DisplayName = "an object that requires a list of itself that may not be empty")]
    [DataRow(
        new[]
        {
            $"A: {{ oneOf: [ {{ {B} }}, {{ {C} }} ] }}", $"B: {{ type: object, required: [a], properties: {{ a: {{ {A} }} }} }}",
            $"C: {{ type: object, required: [c], properties: {{ c: {{ {A} }}, x: {{ type: string }} }} }}",
        },
        "required member 'a'",
        DisplayName = "a union of objects that require it")]
    [DataRow(
        new[]
        {
            $"A: {{ oneOf: [ {{ {B} }}, {{ {C} }} ], discriminator: {{ propertyName: k }} }}",
            $"B: {{ type: object, required: [k, a], properties: {{ k: {{ type: string }}, a: {{ {A} }} }} }}",
            $"C: {{ type: object, required: [k, c], properties: {{ k: {{ type: string }}, c: {{ {A} }} }} }}",
        },
        "required member 'a'",
        DisplayName = "a discriminated union of objects that require it")]
    public void A_cycle_that_no_value_satisfies_is_a_warning(string[] schemas, string message)
    {
        Diagnostic[] warnings = Warnings(schemas);

        Assert.IsTrue(
            Array.Exists(
                warnings,
                warning =>
                    warning.Id == "OGG006" && warning.GetMessage(CultureInfo.InvariantCulture).Contains(message, StringComparison.Ordinal)),
            string.Join('\n', warnings.AsEnumerable()));
        Assert.IsTrue(
            Array.TrueForAll(warnings, static warning => warning.Location.GetLineSpan().StartLinePosition.Line >= 7),
            "a warning stands at its schema");
    }

    [TestMethod]
    [DataRow(new[] { $"A: {{ type: object, properties: {{ a: {{ {A} }} }} }}" }, DisplayName = "an optional member")]
    [DataRow(
        new[] { $"A: {{ type: object, required: [a], properties: {{ a: {{ oneOf: [ {{ {A} }}, {{ type: 'null' }} ] }} }} }}" },
        DisplayName = "a nullable member")]
    [DataRow(
        new[] { $"A: {{ type: object, required: [a], properties: {{ a: {{ type: array, items: {{ {A} }} }} }} }}" },
        DisplayName = "a list that may be empty")]
    [DataRow(
        new[] { $"A: {{ type: object, required: [a], properties: {{ a: {{ type: object, additionalProperties: {{ {A} }} }} }} }}" },
        DisplayName = "a map")]
    [DataRow(
        new[]
        {
            $"A: {{ type: object, required: [b], properties: {{ b: {{ oneOf: [ {{ {A} }}, {{ {B} }} ] }} }} }}",
            "B: { type: object, required: [x], properties: { x: { type: string } } }",
        },
        DisplayName = "a union with an alternative that ends")]
    [DataRow(
        new[]
        {
            $"A: {{ type: object, required: [b], properties: {{ b: {{ {B} }} }} }}",
            $"B: {{ type: object, required: [c], properties: {{ c: {{ {C} }} }} }}",
            $"C: {{ type: object, properties: {{ a: {{ {A} }} }} }}",
        },
        DisplayName = "a cycle with one optional member")]
    public void A_cycle_that_ends_is_no_warning(string[] schemas) => Assert.IsEmpty(Warnings(schemas));

    [TestMethod]
    public void A_cycle_is_reported_once_and_what_leads_to_it_is_not()
    {
        Diagnostic[] warnings = Warnings([
            $"A: {{ type: object, required: [b], properties: {{ b: {{ {B} }} }} }}",
            $"B: {{ type: object, required: [c], properties: {{ c: {{ {C} }} }} }}",
            $"C: {{ type: object, required: [b], properties: {{ b: {{ {B} }} }} }}",
        ]);

        Assert.HasCount(1, warnings);
        Assert.AreEqual(9, warnings[0].Location.GetLineSpan().StartLinePosition.Line, warnings[0].ToString());
    }

    private static Diagnostic[] Warnings(string[] schemas)
    {
        string text = Head + string.Concat(schemas.Select(static schema => $"    {schema}\n"));
        _ = GeneratorHarness.Driver([Declared.Of(text)])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);
        Assert.AreEqual(
            "", string.Join('\n', output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
        return [.. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }
}
