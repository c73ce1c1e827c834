using Microsoft.CodeAnalysis;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>
/// What the pipeline keeps between runs holds nothing of the compiler's, so it keeps no compilation alive and is equal by structure.
/// </summary>
[TestClass]
public sealed class PurityTests
{
    [TestMethod]
    public void No_step_s_output_holds_anything_of_the_compiler_s()
    {
        Declared broken = Declared.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: { "/a/{b}": { get: { responses: {} } } }
            """) with { Namespace = "Broken" };
        var visible = new GeneratorSession([.. TestDocuments.All, broken], visible: "true");
        var hidden = new GeneratorSession([TestDocuments.Petstore], visible: "false");
        Assert.IsNotEmpty(visible.Run.Diagnostics);

        foreach (string step in Steps.Ours)
        {
            object[] values = [.. (step == PipelineSteps.Hidden ? hidden : visible).Values(step)];
            Assert.IsNotEmpty(values, step);
            foreach (object value in values)
            {
                IReadOnlyList<string> found = ObjectGraph.FindCompilerObjects(value);
                Assert.IsEmpty(found, step + ": " + string.Join(", ", found));
            }
        }
    }

    [TestMethod]
    public void Two_runs_of_one_document_give_models_that_are_equal_and_are_not_the_same()
    {
        foreach (Declared document in TestDocuments.All)
        {
            object[] first = [.. new GeneratorSession([document]).Values(PipelineSteps.Documents)];
            object[] second = [.. new GeneratorSession([document]).Values(PipelineSteps.Documents)];

            CollectionAssert.AreEqual(first, second);
            Assert.AreNotSame(first[0], second[0]);
            Assert.AreEqual(first[0].GetHashCode(), second[0].GetHashCode());
        }
    }

    [TestMethod]
    public void The_walker_finds_each_kind_of_compiler_object_however_deep_it_lies()
    {
        Compilation compilation = GeneratorHarness.Compilation("class C { }");
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        object[] planted =
        [
            compilation,
            compilation.GetTypeByMetadataName("C")!,
            compilation.Assembly,
            tree,
            tree.GetRoot(),
            tree.GetText(),
            Location.None,
            Location.Create(tree, default),
            new DeclaredText(TestDocuments.Petstore),
            Diagnostic.Create(Descriptors.All.First(), Location.None),
        ];

        foreach (object plant in planted)
        {
            Assert.HasCount(
                1,
                ObjectGraph.FindCompilerObjects(new Planted { Deep = new[] { ("key", (object)new List<object> { "text", plant }) } }),
                plant.GetType().Name);
            Assert.HasCount(
                1,
                ObjectGraph.FindCompilerObjects(new PlantedModel(new EquatableArray<Impure>([new Impure(plant)]))),
                plant.GetType().Name);
        }
    }

    [TestMethod]
    public void The_walker_finds_nothing_in_what_is_pure_and_ends_on_a_cycle()
    {
        var cycle = new Planted();
        cycle.Deep = new object[] { cycle, 1, "text", DateTimeOffset.UnixEpoch, TestDocuments.Petstore };

        Assert.IsEmpty(ObjectGraph.FindCompilerObjects(cycle));
    }

    private sealed class Planted
    {
        public object? Deep { get; set; }
    }

    private sealed record PlantedModel(EquatableArray<Impure> Items);

    private sealed record Impure(object Value);
}
