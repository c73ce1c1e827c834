using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>What went wrong with a document. Two failures are alike if their kinds are.</summary>
internal sealed record Failure(string Kind, string Message);

/// <summary>What holds for every document.</summary>
internal static class Invariants
{
    private const long MaxBytes = 512_000_000;

    /// <summary>Runs the generator; null if all is well.</summary>
    /// <param name="document">The document.</param>
    /// <param name="run">What came out; null if the generator failed.</param>
    public static Failure? Check(Declared document, out GeneratorRun? run)
    {
        run = null;
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            run = Generation.Run(document);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Failure(e.GetType().Name, e.ToString());
        }

        return Of(run, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Edits the document to something else and back; null if the same comes out as in the first run.</summary>
    public static Failure? CheckEdit(Declared document, GeneratorRun run)
    {
        Declared other = document with { Text = """{ "openapi": "3.0.3", "info": { "title": "Other", "version": "1" }, "paths": {} }""" };
        GeneratorDriver edited = run.Driver.ReplaceAdditionalTexts([new DeclaredText(other)]).RunGenerators(Generation.Project);
        var again = new GeneratorRun(edited.ReplaceAdditionalTexts([new DeclaredText(document)]).RunGenerators(Generation.Project));
        string? changed = run.Files.Keys.Union(again.Files.Keys, StringComparer.Ordinal)
            .FirstOrDefault(name => run.Files.GetValueOrDefault(name) != again.Files.GetValueOrDefault(name));
        return changed is null ? null : new Failure("another text after an edit", changed);
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

        string? finding = run.Result.GeneratedSources.SelectMany(static file => Inspection.Of(file.HintName, file.SyntaxTree))
            .FirstOrDefault();
        return finding is null ? null : new Failure("inspection " + finding.Split(':')[0], finding);
    }
}
