using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>How a parameter's value is handed over, and which of its style is no standard of its place.</summary>
[TestClass]
public sealed class ParameterTests
{
    private const string List = "schema: { type: array, items: { type: string } }";
    private const string Object = "schema: { type: object, properties: { a: { type: string } } }";

    [TestMethod]
    [DataRow("in: path, required: true", "string", ParameterShape.Plain)]
    [DataRow("in: path, required: true", "integer", ParameterShape.Plain)]
    [DataRow("in: path, required: true", "boolean", ParameterShape.Text)]
    [DataRow("in: path, required: true", "number", ParameterShape.Text)]
    [DataRow("in: path, required: true, style: label", "string", ParameterShape.Plain)]
    [DataRow("in: path, required: true, style: label", "integer", ParameterShape.Text)]
    [DataRow("in: query", "string", ParameterShape.Plain)]
    [DataRow("in: query", "integer", ParameterShape.Plain)]
    [DataRow("in: query", "boolean", ParameterShape.Plain)]
    [DataRow("in: query", "number", ParameterShape.Text)]
    [DataRow("in: query, allowReserved: true", "string", ParameterShape.Plain)]
    [DataRow("in: query, allowReserved: true", "integer", ParameterShape.Text)]
    [DataRow("in: header", "string", ParameterShape.Plain)]
    [DataRow("in: header", "integer", ParameterShape.Text)]
    [DataRow("in: cookie", "boolean", ParameterShape.Text)]
    public void One_value_is_taken_as_it_is_where_the_request_has_a_method_for_it(string keywords, string type, object shape)
        => Assert.AreEqual(shape, ParameterOf($"{keywords}, schema: {{ type: {type} }}").Shape);

    [TestMethod]
    [DataRow("in: path, required: true", List, null, null)]
    [DataRow("in: path, required: true, explode: true", List, null, true)]
    [DataRow("in: path, required: true, style: matrix", List, SerializationStyle.Matrix, null)]
    [DataRow("in: path, required: true, style: label, explode: true", Object, SerializationStyle.Label, true)]
    [DataRow("in: path, required: true, style: matrix, explode: true", "schema: { type: string }", SerializationStyle.Matrix, null)]
    [DataRow("in: query", List, null, null)]
    [DataRow("in: query, explode: false", List, null, false)]
    [DataRow("in: query, style: pipeDelimited, explode: false", List, SerializationStyle.PipeDelimited, false)]
    [DataRow("in: query, style: deepObject, explode: true", Object, SerializationStyle.DeepObject, null)]
    [DataRow("in: query, explode: false", "schema: { type: string }", null, null)]
    [DataRow("in: header", List, null, null)]
    [DataRow("in: header, explode: true", List, null, null)]
    [DataRow("in: header, explode: true", Object, null, true)]
    [DataRow("in: cookie", List, null, null)]
    [DataRow("in: cookie, explode: false", List, null, false)]
    public void A_style_is_said_where_it_is_no_standard_and_has_a_meaning(string keywords, string schema, object? style, bool? explode)
    {
        ParameterModel parameter = ParameterOf($"{keywords}, {schema}");

        Assert.AreEqual((style, explode), ((object?)parameter.Style, parameter.Explode));
    }

    /// <summary>Servers that filter by every field of a table describe hundreds of parameters.</summary>
    [TestMethod]
    public void A_thousand_parameters_make_a_method_that_compiles()
    {
        string parameters = string.Join(
            "\n", Enumerable.Range(0, 1_000).Select(static i => $"        - {{ name: field_{i}, in: query, schema: {{ type: string }} }}"));
        string text = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [{ url: 'https://example.com' }]
            paths:
              /boxes:
                get:
                  operationId: findBoxes
                  responses: { '204': { description: None. } }
                  parameters:
            {{parameters}}
            """;

        GeneratorHarness.Driver([Declared.Of(text)])
            .RunGeneratorsAndUpdateCompilation(
                GeneratorHarness.Compilation(), out Compilation output, out ImmutableArray<Diagnostic> diagnostics);

        Assert.IsEmpty(diagnostics);
        Assert.IsEmpty(output.GetDiagnostics().Where(static one => one.Severity >= DiagnosticSeverity.Warning));
        INamedTypeSymbol client = output.GetTypeByMetadataName("Sample.DefaultClient")!;
        Assert.HasCount(1_001, client.GetMembers("FindBoxesAsync").OfType<IMethodSymbol>().Single().Parameters);
    }

    private static ParameterModel ParameterOf(string parameter) => Models.Of($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [{ url: 'https://example.com' }]
        paths:
          {{(parameter.StartsWith("in: path", StringComparison.Ordinal) ? "/boxes/{size}" : "/boxes")}}:
            get:
              operationId: findBoxes
              parameters: [{ name: size, {{parameter}} }]
              responses: { '204': { description: None. } }
        """).Operations().Single().Parameters.Single();
}
