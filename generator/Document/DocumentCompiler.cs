using System.Globalization;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;

namespace OgGen.Generator.Document;

/// <summary>What a document came to.</summary>
internal sealed record DocumentResult(DocumentModel Model, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>Text to model: reads the document, builds the model and finds the place of each problem.</summary>
internal static class DocumentCompiler
{
    public static DocumentResult Compile(SpecFile spec, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        DocumentModel model = DocumentModel.Empty;
        try
        {
            model = Build(spec, problems, cancellationToken);
        }
        catch (SpecTextException e)
        {
            return new DocumentResult(model, new[] { e.ToDiagnostic(spec.Path) }.ToEquatable());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The compiler would drop the output of all documents, with a message that names no document.
            problems.Add(new Problem(Descriptors.InternalError, "", e.GetType().Name + ": " + e.Message));
        }

        return new DocumentResult(model, Locate(spec, problems, cancellationToken));
    }

    private static DocumentModel Build(SpecFile spec, List<Problem> problems, CancellationToken cancellationToken)
    {
        if (SpecOptions.Check(spec, problems) is not { } options)
        {
            return DocumentModel.Empty;
        }

        SpecDocument? document = SpecDocument.Read(spec, problems, cancellationToken);
        return document is null
            ? DocumentModel.Empty
            : new ModelBuilder(document, options, problems, cancellationToken).Build();
    }

    private static EquatableArray<DiagnosticInfo> Locate(SpecFile spec, List<Problem> problems, CancellationToken cancellationToken)
    {
        if (problems.Count == 0)
        {
            return default;
        }

        IReadOnlyDictionary<string, (int Line, int Column)> positions =
            SpecPositions.Find(spec, problems.Select(static problem => problem.Pointer), cancellationToken);
        return problems
            .Select(problem => new DiagnosticInfo(
                problem.Id,
                spec.Path,
                positions[problem.Pointer].Line,
                positions[problem.Pointer].Column,
                problem.Arguments))
            .Distinct()
            .OrderBy(static diagnostic => diagnostic.Line)
            .ThenBy(static diagnostic => diagnostic.Column)
            .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ToEquatable();
    }
}

/// <summary>A text that is no JSON or YAML, or that goes beyond the limits.</summary>
internal sealed class SpecTextException(string message, int line, int column) : Exception(message)
{
    public DiagnosticInfo ToDiagnostic(string path)
        => new(Descriptors.Unreadable, path, Math.Max(line, 0), Math.Max(column, 0), new[] { Message }.ToEquatable());

    public static SpecTextException Limit(string what, int limit, int line, int column)
        => new($"The document has more than {limit.ToString("N0", CultureInfo.InvariantCulture)} {what}", line, column);
}
