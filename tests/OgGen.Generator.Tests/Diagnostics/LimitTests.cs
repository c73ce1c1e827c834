using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>Nobody reads thousands of messages: errors come first, a hundred are shown, and one says how many there are beyond.</summary>
[TestClass]
public sealed class LimitTests
{
    private const string Lost = "E: { $ref: '#/lost' }";
    private const string Wrong = "type: string, default: 5";

    [TestMethod]
    public void Errors_come_first_and_the_rest_is_counted()
    {
        // 120 warnings, and an error at the end.
        GeneratorRun run = Run([.. Schemas(120, Wrong), Lost]);

        Assert.AreEqual(Descriptors.UnresolvedReference, run.Result.Diagnostics[0].Id);
        Assert.HasCount(101, run.Result.Diagnostics);
        Diagnostic more = run.Result.Diagnostics[100];
        Assert.StartsWith("/spec/api.yaml(1,1): warning OGG022: 21 more diagnostics are not shown", more.ToString());
    }

    [TestMethod]
    public void Informations_that_are_left_out_are_no_reason_for_a_warning()
    {
        GeneratorRun run = Run(Schemas(120, "type: string, example: 5"));

        Assert.IsEmpty(run.Diagnostics);
        Assert.StartsWith("/spec/api.yaml(1,1): info OGG022: 20 more diagnostics are not shown", run.Infos[100].ToString());
    }

    [TestMethod]
    public void A_hundred_are_shown_in_the_order_of_the_document()
    {
        GeneratorRun run = Run([.. Schemas(99, Wrong), Lost]);

        Assert.HasCount(100, run.Result.Diagnostics);
        Assert.AreEqual(Descriptors.UnresolvedReference, run.Result.Diagnostics[99].Id);
    }

    private static IEnumerable<string> Schemas(int count, string schema)
        => Enumerable.Range(0, count).Select(i => $"S{i}: {{ {schema} }}");

    private static GeneratorRun Run(IEnumerable<string> schemas)
        => GeneratorHarness.Run(Declared.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                {{string.Join("\n    ", schemas)}}
            """));
}
