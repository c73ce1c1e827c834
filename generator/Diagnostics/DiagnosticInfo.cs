using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Model;

namespace OgGen.Generator.Diagnostics;

/// <summary>A diagnostic as an equatable value: a place in a document by file, line and column.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Path">The document's path; empty where the project is meant, which has no place.</param>
/// <param name="Line">Zero-based.</param>
/// <param name="Column">Zero-based.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record DiagnosticInfo(string Id, string Path, int Line, int Column, EquatableArray<string> Arguments)
{
    private const int MaxArgumentLength = 300;

    /// <summary>A diagnostic about the project as a whole.</summary>
    public static DiagnosticInfo OfProject(string id, params string[] arguments) => new(id, "", 0, 0, arguments.ToEquatable());

    public static void Report(SourceProductionContext context, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }

    private Diagnostic ToDiagnostic()
    {
        var position = new LinePosition(Line, Column);
        Location location = Path.Length == 0 ? Location.None : Location.Create(Path, default, new LinePositionSpan(position, position));
        return Diagnostic.Create(Descriptors.Of(Id), location, Arguments.Select(Printable).ToArray<object>());
    }

    /// <summary>One line of bounded length: build logs are parsed line by line, and some act on what they find.</summary>
    private static string Printable(string text)
    {
        string bounded = text.Length <= MaxArgumentLength ? text : text.Substring(0, MaxArgumentLength) + "…";
        return new string(bounded.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c).ToArray());
    }
}
