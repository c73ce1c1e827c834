using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OgGen.Fuzz.Loading;

/// <summary>What came of compiling and loading some cases.</summary>
internal sealed record BatchResult(IReadOnlyList<(GeneratedCase Case, Failure Failure)> Failures, int Values, int Exact);

/// <summary>
/// Compiles the code of many documents at once, each in its own namespace, and has it loaded by a process with a small stack.
/// </summary>
internal static class Batch
{
    /// <summary>So many cases share a compilation: most of what one costs is the same for all of them.</summary>
    public const int Size = 20;

    /// <summary>Long on a busy machine too.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(90);

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilation s_annotated = Generation.Project.RemoveAllSyntaxTrees();

    private static readonly CSharpCompilation s_oblivious = s_annotated.WithOptions(
        s_annotated.Options.WithNullableContextOptions(NullableContextOptions.Disable));

    /// <param name="cases">At most <see cref="Size"/> cases.</param>
    /// <param name="silence">For how long nothing is heard of a case that hangs.</param>
    public static BatchResult Check(IReadOnlyList<GeneratedCase> cases, TimeSpan? silence = null)
    {
        var failures = new List<(GeneratedCase Case, Failure Failure)>();
        string directory = Directory.CreateTempSubdirectory("oggen-fuzz-").FullName;
        try
        {
            while (cases.Count > 0)
            {
                Diagnostic[] problems = Emit(cases, directory);
                if (problems.Length == 0)
                {
                    return LoadHost.Run(directory, cases, failures, silence ?? s_silence);
                }

                (GeneratedCase Case, Failure Failure)[] guilty =
                [
                    .. cases.SelectMany(
                        one => problems.Where(problem => IsIn(problem, one)).Take(1).Select(problem => (one, Describe(problem)))),
                ];
                if (guilty.Length == 0 && cases.Count > 1)
                {
                    // The compiler does not say where: each half alone, until one case is left, or until the halves are small enough for an
                    // assembly.
                    BatchResult[] halves = [.. cases.Chunk((cases.Count + 1) / 2).Select(half => Check(half, silence))];
                    return new BatchResult(
                        [.. failures, .. halves.SelectMany(static half => half.Failures)],
                        halves.Sum(static half => half.Values),
                        halves.Sum(static half => half.Exact));
                }

                failures.AddRange(guilty.Length > 0 ? guilty : [(cases[0], Describe(problems[0]))]);
                cases = [.. cases.Except(failures.Select(static failure => failure.Case))];
            }

            return new BatchResult(failures, 0, 0);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static Diagnostic[] Emit(IReadOnlyList<GeneratedCase> cases, string directory)
    {
        CSharpCompilation project = cases[0].Number % 2 == 0 ? s_annotated : s_oblivious;
        using FileStream assembly = File.Create(Path.Combine(directory, LoadProgram.AssemblyName));
        using FileStream documentation = File.Create(Path.Combine(directory, LoadProgram.DocumentationName));
        var result = project
            .AddSyntaxTrees(
                cases.SelectMany(
                    static one => one.Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, s_parse, FolderOf(one) + file.Key))))
            .Emit(assembly, xmlDocumentationStream: documentation);
        return [.. result.Diagnostics.Where(static problem => problem.Severity >= DiagnosticSeverity.Warning)];
    }

    private static bool IsIn(Diagnostic problem, GeneratedCase one)
        => problem.Location.SourceTree?.FilePath.StartsWith(FolderOf(one), StringComparison.Ordinal) == true;

    private static string FolderOf(GeneratedCase one) => one.Number.ToString(CultureInfo.InvariantCulture) + "/";

    private static Failure Describe(Diagnostic problem)
        => new(
            problem.Id,
            problem + "\n" + problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line]);
}
