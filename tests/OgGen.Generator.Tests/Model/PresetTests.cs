using Microsoft.CodeAnalysis;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>A required member with one possible value has it in each new object, unless C# has no literal that is this value.</summary>
[TestClass]
public sealed class PresetTests
{
    [TestMethod]
    [DataRow("type: integer, const: 7", "7")]
    [DataRow("type: integer, format: int32, const: -7", "-7")]
    [DataRow("type: integer, const: 99999999999999999999", null)]
    [DataRow("type: integer, format: int32, const: 3000000000", null)]
    [DataRow("type: number, const: 1.5", "1.5")]
    [DataRow("type: number, const: 7", "7")]
    [DataRow("type: number, const: 100000000000000000000", "100000000000000000000")]
    [DataRow("type: number, const: 99999999999999999999", null)]
    [DataRow("type: number, const: 0.12345678901234567890", null)]
    [DataRow("type: number, const: 1e400", null)]
    [DataRow("const: 99999999999999999999", null)]
    [DataRow("const: -100000000000000000000", "-100000000000000000000")]
    [DataRow("type: string, const: x", "x")]
    [DataRow("type: boolean, const: true", "true")]
    public void It_compiles_and_is_the_value_of_the_document(string schema, string? expected)
    {
        string text = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components: { schemas: { A: { type: object, required: [m], properties: { m: { {{schema}} } } } } }
            """;

        PropertyModel member = CompiledDocument.Of(text)
            .Model.Files.OfType<TypesFile>()
            .SelectMany(static file => file.Types)
            .OfType<ObjectModel>()
            .Single()
            .Properties.Single();
        _ = GeneratorHarness.Driver([Declared.Of(text)])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out _);

        Assert.AreEqual(expected, member.Preset?.Value);
        Assert.AreEqual(
            "", string.Join('\n', output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
    }
}
