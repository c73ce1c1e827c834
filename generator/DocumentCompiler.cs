using OgGen.Generator.Building;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator;

/// <summary>Text to model: reads the document, builds the model and finds the location of each problem.</summary>
internal static class DocumentCompiler
{
    /// <summary>The number of problems that are located in the source text. More are only counted.</summary>
    private const int MaxLocated = 10 * Limits.Diagnostics;

    public static DocumentResult Compile(SpecSources sources, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var map = new SourceMap(sources.Root);
        DocumentModel model = DocumentModel.Empty;
        try
        {
            model = Build(sources, map, problems, cancellationToken);
        }
        catch (SpecTextException e)
        {
            problems.Add(e.ToProblem());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The compiler would drop the output of all documents, with a message that names no document.
            problems.Add(new Problem(Descriptors.InternalError, "", e.GetType().Name + ": " + e.Message));
        }

        return new DocumentResult(model, Locate(sources, map, problems, cancellationToken));
    }

    private static DocumentModel Build(SpecSources sources, SourceMap map, List<Problem> problems, CancellationToken cancellationToken)
    {
        if (SpecOptions.Check(sources.Root, problems) is not { } options)
        {
            return DocumentModel.Empty;
        }

        SpecDocument? document = SpecDocument.Read(sources, map, problems, cancellationToken);
        return document is null
            ? DocumentModel.Empty
            : Build(document, options, new Problems(problems, document.SourcePointer), cancellationToken);
    }

    /// <summary>The phases from a document to its model, each a function of the ones before.</summary>
    public static DocumentModel Build(SpecDocument document, SpecOptions options, Problems problems, CancellationToken cancellationToken)
    {
        // The schemas and their properties.
        SchemaGraph schemas = SchemaGraph.Of(document);

        RequiredCycles.Report(schemas, problems);

        // The discriminated unions, and with them the kind of type of each schema.
        UnionPlan unions = UnionPlanner.Plan(document.Document, schemas, problems);

        // The parameters, bodies and results of operations.
        OperationPlan operations = OperationPlanner.Plan(document.Document, unions, options, problems, cancellationToken);
        ServerPlan servers = ServerPlanner.Plan(document.Document, operations, problems);
        SecurityPlan security = SecurityPlan.Of(document.Document, problems);

        // The inline schemas that become types, and the types whose members are <c>Optional</c>.
        TypePlan types = TypePlanner.Plan(document.Document, unions, operations, cancellationToken);
        MergePatchPlan patches = MergePatchMarker.Mark(document.Document, unions, types, operations);

        // The names of all types.
        NamePlan names = TypeNamer.Name(document.Document, unions, operations, types, servers, security, options, problems);
        return ModelBuilder.Build(
            document, unions, operations, types, patches, servers, security, names, options, problems, cancellationToken);
    }

    private static EquatableArray<DiagnosticInfo> Locate(
        SpecSources sources, SourceMap map, List<Problem> problems, CancellationToken cancellationToken)
        => DiagnosticInfo.Limit(Problem.MostSevere(problems, MaxLocated)
            .Select(
                problem => (Problem: problem, Source: problem.File is { } file ? (File: file, problem.Pointer) : map.Find(problem.Pointer)))
            .GroupBy(static located => located.Source.File.Path, StringComparer.Ordinal) // a file itself is compared by its whole text
            .OrderBy(group => group.Key == sources.Root.Path ? "" : group.Key, StringComparer.Ordinal)
            .SelectMany(group => Locate(
                group.First().Source.File,
                group.Select(static located => (located.Problem, located.Source.Pointer)).ToList(),
                cancellationToken))
            .Select(diagnostic => diagnostic.For(sources.Root.IsThirdParty))
            .ToList(),
            Math.Max(problems.Count - MaxLocated, 0))
            .ToEquatable();

    private static IEnumerable<DiagnosticInfo> Locate(
        SpecFile file, List<(Problem Problem, string Pointer)> problems, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, (int Line, int Column)> positions = SpecPositions.Find(
            file,
            problems.Where(static located => located.Problem.Position is null).Select(static located => located.Pointer),
            cancellationToken);
        return problems
            .Select(located =>
            {
                (int line, int column) = located.Problem.Position ?? positions[located.Pointer];
                return new DiagnosticInfo(located.Problem.Id, file.Path, line, column, located.Problem.Arguments);
            })
            .Distinct()
            .OrderBy(static diagnostic => diagnostic.Line)
            .ThenBy(static diagnostic => diagnostic.Column)
            .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal);
    }
}
