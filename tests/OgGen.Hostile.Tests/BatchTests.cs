using OgGen.Fuzz;
using OgGen.Fuzz.Loading;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Hostile.Tests;

/// <summary>
/// Whether the fuzzer finds faults in compiled code, each in the right document, and goes on: with classes that have them.
/// </summary>
[TestClass]
public sealed class BatchTests
{
    private const string Good = """
        if (reader.TokenType != System.Text.Json.JsonTokenType.Number || !reader.TryGetInt32(out int number)) {
            throw new System.Text.Json.JsonException("no number"); }
        return new Model { Number = number };
        """;

    [TestMethod]
    public void S94_E_code_without_faults_is_compiled_loaded_and_read()
    {
        BatchResult result = Batch.Check([Case(1, Good), Case(2, Good)]);

        Assert.IsEmpty(result.Failures, Text(result));
        Assert.IsGreaterThan(80, result.Values);
    }

    [TestMethod]
    public void S94_E_each_fault_is_found_in_its_document_and_the_others_are_read()
    {
        BatchResult result = Batch.Check(
        [
            Case(1, Good),
            Case(2, "return 5;"),
            Case(3, "int unused; " + Good),
            Case(4, "return Read(ref reader);"),
            Case(5, "throw new System.InvalidCastException();"),
            Case(6, "reader.Skip(); return new Model();"),
            Case(7, Good, "private static readonly int s_broken = int.Parse(\"x\");"),
            Case(8, "reader.Skip(); return new Model { Number = ++s_count };", "private static int s_count;"),
            Case(9, "System.Environment.Exit(0); return null!;"),
            Case(10, Good),
        ]);

        Assert.AreEqual(
            "2 CS0029, 3 CS0168, 4 stack overflow, 5 value InvalidCastException, 7 load FormatException, 8 unstable value, 9 process died",
            string.Join(
                ", ",
                result.Failures.OrderBy(static failure => failure.Case.Number)
                    .Select(static failure => $"{failure.Case.Number} {failure.Failure.Kind}")
                    .Distinct()),
            Text(result));
    }

    [TestMethod]
    public void S94_E_code_that_never_ends_is_found()
    {
        BatchResult result = Batch.Check([Case(1, "while (true) { }"), Case(2, Good)], TimeSpan.FromSeconds(15));

        Assert.AreEqual(
            "1 hangs",
            string.Join(", ", result.Failures.Select(static failure => $"{failure.Case.Number} {failure.Failure.Kind}")),
            Text(result));
        Assert.IsGreaterThan(40, result.Values, "The next case is read.");
    }

    [TestMethod]
    public void S94_E_documents_that_are_too_much_for_one_assembly_are_compiled_by_halves()
    {
        // An assembly holds 8 million characters of literals; that there are too many, the compiler says of no file.
        static GeneratedCase Literal(int number, char letter, int length)
            => Case(
                number, Good, $"private const string Literal = \"{new string(letter, length)}\"; private static string Use() => Literal;");
        BatchResult result = Batch.Check([Literal(1, 'a', 5_000_000), Literal(2, 'b', 5_000_000), Literal(3, 'c', 9_000_000)]);

        Assert.AreEqual(
            "3 CS8103",
            string.Join(", ", result.Failures.Select(static failure => $"{failure.Case.Number} {failure.Failure.Kind}")),
            Text(result));
        Assert.IsGreaterThan(80, result.Values, "The others are read.");
    }

    [TestMethod]
    public void S94_E_a_value_that_comes_back_as_another_one_is_found()
    {
        const string document =
            """{ "openapi": "3.0.3", "info": { "title": "A", "version": "1" }, "paths": {}, "components": { "schemas": { "Model": """
                + """{ "type": "integer" } } } }""";
        GeneratedCase one = Case(1, "reader.Skip(); return new Model { Number = 5 };") with { IsExact = true };
        BatchResult result = Batch.Check([one with { Document = one.Document with { Text = document } }]);

        Assert.AreEqual("other value", string.Join(", ", result.Failures.Select(static failure => failure.Failure.Kind)), Text(result));
    }

    private static GeneratedCase Case(int number, string read, string member = "")
    {
        string space = FormattableString.Invariant($"Case{number}");
        string code = $$"""
            namespace {{space}};
            /// <summary>Schema: #/components/schemas/Model</summary>
            public sealed class Model : OgGen.Json.IJsonModel<Model>
            {
                {{member}}
                /// <summary>A number.</summary>
                public int Number { get; set; }
                /// <summary>Reads.</summary>
                public static Model Read(ref System.Text.Json.Utf8JsonReader reader) { {{read}} }
                /// <summary>Writes.</summary>
                public void Write(System.Text.Json.Utf8JsonWriter writer, OgGen.Json.JsonWriteMode mode = OgGen.Json.JsonWriteMode.Full) => writer.WriteNumberValue(Number);
            }
            """;
        return new GeneratedCase(
            number,
            new Declared("/spec/case.json", "{}") { Namespace = space },
            IsExact: false,
            new Dictionary<string, string> { ["Model.g.cs"] = code });
    }

    private static string Text(BatchResult result)
        => string.Join('\n', result.Failures.Select(static failure => $"{failure.Case.Number}: {failure.Failure}"));
}
