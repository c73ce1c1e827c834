using Microsoft.CodeAnalysis;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>A document with a mistake; § stands before the place that the diagnostic must name.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Message">A part of its message.</param>
/// <param name="Text">The document.</param>
internal sealed record Case(string Id, DiagnosticSeverity Severity, string Message, string Text)
{
    /// <summary>The document as the generator gets it.</summary>
    public Declared Document => Declared.Of(Text.Replace("§", "", StringComparison.Ordinal));

    /// <summary>Line and column of the mark as users see them: from 1.</summary>
    public (int Line, int Column) Place
    {
        get
        {
            string before = Text[..Text.IndexOf('§', StringComparison.Ordinal)];
            return (before.Count(static c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        }
    }

    /// <summary>The diagnostic as a build log prints it.</summary>
    public string Line => $"{Document.Path}({Place.Line},{Place.Column}): {Severity.ToString().ToLowerInvariant()} {Id}: ";

    public override string ToString() => Id + " in " + Document.Path.Split('.').Last();
}
