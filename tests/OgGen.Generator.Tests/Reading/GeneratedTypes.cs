using System.Reflection;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;
using OgGen.Json;

namespace OgGen.Generator.Tests.Reading;

/// <summary>The types of documents, generated, compiled and loaded: all documents in one compilation.</summary>
internal sealed class GeneratedTypes
{
    private readonly Assembly _assembly;

    public GeneratedTypes(IEnumerable<string> schemas)
    {
        Declared[] documents =
        [
            .. schemas.Select(static (text, i) => new Declared($"/spec/api{i}.json", Document(text)) { Namespace = $"Sample{i}" }),
        ];
        GeneratorHarness.Driver(documents)
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);
        Diagnostics = diagnostics;
        using var image = new MemoryStream();
        var result = output.Emit(image);
        Assert.IsTrue(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        _assembly = Assembly.Load(image.ToArray());
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Reads a value of a schema.</summary>
    /// <param name="document">The index of the document.</param>
    /// <param name="schema">The name of the schema.</param>
    /// <returns>The object that was read, how it is written, and how many bytes of unions were read for it.</returns>
    public (object Value, string Json, long BytesRead) Read(int document, string schema, string json)
    {
        Type type = _assembly.GetType($"Sample{document}.{schema}", throwOnError: true)!;
        MethodInfo read = typeof(GeneratedTypes).GetMethod(nameof(ReadAs), BindingFlags.NonPublic | BindingFlags.Static)!;
        return read.MakeGenericMethod(type).CreateDelegate<Func<string, (object, string, long)>>()(json);
    }

    private static (object Value, string Json, long BytesRead) ReadAs<T>(string json)
        where T : IJsonModel<T>
    {
        long before = ReadState.Current.BytesRead;
        var value = JsonModel.Parse<T>(json);
        long after = ReadState.Current.BytesRead;
        return (value, JsonModel.ToJson(value), after - before);
    }

    private static string Document(string schemas) => $$"""
        { "openapi": "3.1.0", "info": { "title": "Reading", "version": "1" }, "servers": [{ "url": "https://api.example.com" }],
          "paths": {}, "components": { "schemas": {{schemas}} } }
        """;
}
