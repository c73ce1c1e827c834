using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>Every step's and every output's reason after every kind of edit, for a project with three documents.</summary>
[TestClass]
public sealed partial class EditMatrixTests
{
    public static IEnumerable<object[]> Names => s_edits.Select(static edit => new object[] { edit.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void An_edit_runs_exactly_the_steps_that_it_must(string name)
    {
        EditCase edit = s_edits.Single(edit => edit.Name == name);

        Assert.AreEqual(edit.Expected, Report(edit, visible: ""));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_same_steps_run_where_other_generators_do_not_see_the_files(string name)
    {
        EditCase edit = s_edits.Single(edit => edit.Name == name);

        // Another step has the files in the end.
        Assert.AreEqual(edit.Expected.Replace("\nVisible ", "\nHidden  ", StringComparison.Ordinal), Report(edit, visible: "false"));
    }

    [TestMethod]
    public void A_step_without_a_name_only_joins_others()
    {
        var session = new GeneratorSession(TestDocuments.All);
        session.EditCode("class D { }");

        IReadOnlyList<IncrementalGeneratorRunStep> unnamed = StepReport.Unnamed(session.Result);

        Assert.IsNotEmpty(unnamed);
        Assert.IsTrue(
            unnamed.SelectMany(static step => step.Outputs).All(static output => IsJoint(output.Value)),
            "a Select or SelectMany has no name");
        Assert.IsFalse(IsJoint(session.Values(PipelineSteps.Files).First()), "and the check would see it");

        // What Combine and Collect make.
        static bool IsJoint(object value)
            => value is ITuple { Length: 2 } || IsList(value.GetType());
    }

    [TestMethod]
    public void Steps_hand_over_objects_and_pairs_of_them_whose_tables_come_compiled_with_Roslyn()
    {
        var session = new GeneratorSession(TestDocuments.All);

        foreach (string step in Steps.Ours.Except([PipelineSteps.Hidden]))
        {
            Assert.IsFalse(session.Values(step).Any(static value => value is ValueType), step);
        }

        Type[][] pairs =
        [
            .. StepReport.Unnamed(session.Result)
                .SelectMany(static step => step.Outputs)
                .Select(static output => output.Value)
                .OfType<ITuple>()
                .Select(static pair => pair.GetType().GetGenericArguments()),
        ];
        Assert.IsNotEmpty(pairs);
        foreach (Type[] pair in pairs)
        {
            Assert.IsFalse(pair[0].IsValueType, pair[0].ToString());
            Assert.IsTrue(!pair[1].IsValueType || IsList(pair[1]), pair[1].ToString());
        }
    }

    /// <summary>Whether it is what Collect makes.</summary>
    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    /// <summary>What ran after the edit.</summary>
    private static string Report(EditCase edit, string visible)
    {
        var session = new GeneratorSession(
            [TestDocuments.Petstore, TestDocuments.Shapes, TestDocuments.Opsgenie],
            GeneratorHarness.Compilation("class C { void M() { } }"),
            visible);
        string unused = visible == "false" ? PipelineSteps.Visible : PipelineSteps.Hidden;
        CollectionAssert.AreEquivalent(
            Steps.Ours.Except([unused]).ToArray(), StepReport.Names(session.Result).ToArray(), "the table has a row for each step");

        edit.Run(session);

        Assert.IsEmpty(session.Run.Diagnostics);
        return StepReport.Of(session.Result);
    }

    /// <summary>An edit, and what it makes of every step.</summary>
    private sealed record EditCase(string Name, Action<GeneratorSession> Run, string Expected);
}
