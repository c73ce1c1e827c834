using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>What went wrong with a document. Two failures are alike if their kinds are.</summary>
internal sealed record Failure(string Kind, string Message);

/// <summary>What holds for every document.</summary>
internal static class Invariants
{
    private const long MaxBytes = 512_000_000;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    /// <summary>Runs the generator; null if all is well.</summary>
    /// <param name="document">The document.</param>
    /// <param name="compiles">Whether what comes out is compiled, too.</param>
    /// <param name="generated">Whether anything came out.</param>
    public static Failure? Check(Declared document, bool compiles, out bool generated)
    {
        generated = false;
        long before = GC.GetAllocatedBytesForCurrentThread();
        GeneratorRun run;
        try
        {
            run = Generation.Run(document);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Failure(e.GetType().Name, e.ToString());
        }

        generated = run.Files.Count > 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return Of(run, allocated) ?? (compiles && generated ? Compile(run.Files) : null);
    }

    private static Failure? Of(GeneratorRun run, long allocated)
    {
        if (run.Result.Exception is { } exception)
        {
            return new Failure(exception.GetType().Name, exception.ToString());
        }

        if (run.Diagnostics.FirstOrDefault(static d => d.Id == Descriptors.InternalError) is { } failed)
        {
            return new Failure(Descriptors.InternalError, failed.ToString());
        }

        if (allocated > MaxBytes)
        {
            return new Failure("memory", $"{allocated / 1_000_000} MB");
        }

        if (run.Files.Count == 0 && !run.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error))
        {
            return new Failure("silence", "Nothing was generated and nobody knows why.");
        }

        string? finding = run.Result.GeneratedSources.SelectMany(static file => Inspection.Of(file.HintName, file.SyntaxTree)).FirstOrDefault();
        return finding is null ? null : new Failure("inspection " + finding.Split(':')[0], finding);
    }

    private static Failure? Compile(IReadOnlyDictionary<string, string> files)
    {
        Diagnostic? problem = Generation.Project
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(files.Select(static file => CSharpSyntaxTree.ParseText(file.Value, s_parse, file.Key)))
            .GetDiagnostics()
            .FirstOrDefault(static d => d.Severity >= DiagnosticSeverity.Warning);
        return problem is null ? null : new Failure(problem.Id, problem + "\n" + problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line]);
    }
}
