using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Model;
using OgGen.Generator.Source;

namespace OgGen.Generator.Tests.Harness;

/// <summary>
/// What a run did, in words: a line for each step, and below it one for what it hands to the compiler. The reasons stand in the order
/// of the outputs; those of files are grouped by document, and files that ran for one reason and stand together are one entry, named
/// unless nothing became of them.
/// </summary>
internal static class StepReport
{
    public static string Of(GeneratorRunResult result)
    {
        var report = new StringBuilder();
        foreach (string name in Names(result).OrderBy(Position).ThenBy(static name => name, StringComparer.Ordinal))
        {
            Line(report, name, result.TrackedSteps[name].SelectMany(static step => step.Outputs));
            IncrementalGeneratorRunStep[] outputs =
            [
                .. result.TrackedOutputSteps.SelectMany(static step => step.Value).Where(step => step.Inputs[0].Source.Name == name),
            ];
            if (outputs.Length > 0)
            {
                Line(
                    report,
                    "  output",
                    outputs.Select(
                        static step => (step.Inputs[0].Source.Outputs[step.Inputs[0].OutputIndex].Value, step.Outputs.Single().Reason)));
            }
        }

        return report.ToString().TrimEnd();
    }

    /// <summary>The steps that ran or were cached, without what the compiler hands to the first and takes from the last.</summary>
    public static IEnumerable<string> Names(GeneratorRunResult result)
        => result.TrackedSteps.Keys.Except(Steps.Compilers).Except(result.TrackedOutputSteps.Keys);

    /// <summary>The steps without a name, from which outputs follow: what they do cannot be stated.</summary>
    public static IReadOnlyList<IncrementalGeneratorRunStep> Unnamed(GeneratorRunResult result)
    {
        var seen = new HashSet<IncrementalGeneratorRunStep>();
        var pending = new Stack<IncrementalGeneratorRunStep>(result.TrackedOutputSteps.SelectMany(static step => step.Value));
        while (pending.TryPop(out IncrementalGeneratorRunStep? step))
        {
            if (seen.Add(step))
            {
                step.Inputs.ToList().ForEach(input => pending.Push(input.Source));
            }
        }

        return [.. seen.Where(static step => step.Name is null)];
    }

    private static int Position(string name) => Steps.Ours.Contains(name) ? Steps.Ours.ToList().IndexOf(name) : int.MaxValue;

    private static void Line(StringBuilder report, string name, IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs)
    {
        (object Value, IncrementalStepRunReason Reason)[] all = [.. outputs];
        string reasons = all.All(static output => output.Value is FileModel or PrintedFile)
            ? string.Join(
                " | ",
                all.GroupBy(static output => Names(output.Value).Namespace)
                    .Select(static document => document.Key + " " + Runs([.. document])))
            : string.Join(" ", all.Select(static output => output.Reason));
        report.Append(name.PadRight(12)).Append(reasons).Append('\n');
    }

    private static string Runs((object Value, IncrementalStepRunReason Reason)[] files)
    {
        var runs = new List<string>();
        for (int i = 0, next; i < files.Length; i = next)
        {
            for (next = i + 1; next < files.Length && files[next].Reason == files[i].Reason; next++)
            {
            }

            string names = Steps.IsIdle(files[i].Reason) ? ""
                : next == i + 1 ? " " + Names(files[i].Value).File
                : $" {Names(files[i].Value).File}…{Names(files[next - 1].Value).File}";
            runs.Add(files[i].Reason + names);
        }

        return string.Join(", ", runs);
    }

    /// <summary>The two parts of a hint name; the namespaces of the documents that are reported have one part.</summary>
    private static (string Namespace, string File) Names(object value)
    {
        string[] parts = (value is FileModel model ? model.HintName : ((PrintedFile)value).HintName).Split('.');
        return (parts[0], parts[1]);
    }
}
