using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Common;

namespace OgGen.Generator.Diagnostics;

/// <summary>A diagnostic as an equatable value, with its location in a document: file, line and column.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Path">The document's path; empty for a diagnostic about the project.</param>
/// <param name="Line">Zero-based.</param>
/// <param name="Column">Zero-based.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record DiagnosticInfo(string Id, string Path, int Line, int Column, EquatableArray<string> Arguments)
{
    private const int MaxArgumentLength = 300;

    /// <summary>A quoted name that is too long for a message.</summary>
    private static readonly Regex s_longName = new("'([^']{120})[^']*'", RegexOptions.CultureInvariant);

    /// <summary>Whether the diagnostic only counts others, all of which have the severity info.</summary>
    public bool IsMild { get; init; }

    /// <summary>Whether an error is reported as a warning, because the document is a third party's.</summary>
    public bool IsThirdParty { get; init; }

    private DiagnosticSeverity Severity
        => IsMild ? DiagnosticSeverity.Info : IsThirdParty ? DiagnosticSeverity.Warning : Descriptors.Of(Id).DefaultSeverity;

    /// <summary>
    /// The diagnostic for a third-party document or for one's own. Where the severity depends on that, the message names the option.
    /// </summary>
    public DiagnosticInfo For(bool isThirdParty)
        => !Descriptors.IsMilderForThirdParties(Id) ? this : this with
        {
            IsThirdParty = isThirdParty,
            Arguments = Arguments.Append(isThirdParty
                ? " (a warning, as the item has ThirdParty=\"true\")"
                : "; if the document is not yours, ThirdParty=\"true\" on its OpenApiSpec makes this a warning").ToEquatable(),
        };

    /// <summary>The first diagnostics up to the limit, errors first, and one that counts the rest.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    /// <param name="others">The number of further diagnostics.</param>
    public static IReadOnlyList<DiagnosticInfo> Limit(IReadOnlyList<DiagnosticInfo> diagnostics, int others)
    {
        if (diagnostics.Count + others <= Limits.Diagnostics)
        {
            return diagnostics;
        }

        DiagnosticInfo[] ordered = diagnostics.OrderByDescending(static diagnostic => diagnostic.Severity).ToArray();
        var more = new DiagnosticInfo(
            Descriptors.MoreProblems,
            diagnostics[0].Path,
            0,
            0,
            new[]
            {
                (Math.Max(ordered.Length - Limits.Diagnostics, 0) + others).ToString("N0", CultureInfo.InvariantCulture),
            }.ToEquatable())
        {
            IsMild = ordered[Math.Min(Limits.Diagnostics, ordered.Length - 1)].Severity < DiagnosticSeverity.Warning,
        };
        return [.. ordered.Take(Limits.Diagnostics), more];
    }

    /// <summary>A diagnostic about the project as a whole.</summary>
    public static DiagnosticInfo OfProject(string id, params string[] arguments) => new(id, "", 0, 0, arguments.ToEquatable());

    public static void Report(SourceProductionContext context, Boxed<EquatableArray<DiagnosticInfo>> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics.Value)
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic(null));
        }
    }

    /// <summary>The diagnostic for the compiler.</summary>
    /// <param name="text">
    /// The text of the file, for an editor, which counts in characters too; null where lines and columns are enough.
    /// </param>
    public Diagnostic ToDiagnostic(SourceText? text)
    {
        var position = new LinePosition(Line, Column);
        Location location = Path.Length == 0
            ? Location.None
            : Location.Create(Path, SpanIn(text), new LinePositionSpan(position, position));
        DiagnosticDescriptor descriptor = Descriptors.Of(Id);
        return Diagnostic.Create(
            descriptor,
            location,
            Severity,
            additionalLocations: null,
            properties: null,
            Arguments.Select(Printable).ToArray<object>());
    }

    /// <summary>
    /// The empty span at the location. The compiler and YAML or JSON disagree on what ends a line, so the line may be missing or shorter.
    /// </summary>
    private TextSpan SpanIn(SourceText? text)
        => text is null ? default : new TextSpan(Math.Min(text.Lines[Math.Min(Line, text.Lines.Count - 1)].Start + Column, text.Length), 0);

    /// <summary>
    /// One line of bounded length with visible characters only: tools parse build logs line by line, and some act on what they find.
    /// </summary>
    private static string Printable(string text)
    {
        string bounded = Bounded(s_longName.Replace(text, "'$1…'"), MaxArgumentLength);
        var printable = new StringBuilder(bounded.Length);
        for (int i = 0; i < bounded.Length; i++)
        {
            char c = bounded[i];
            if (char.IsHighSurrogate(c) && i + 1 < bounded.Length && char.IsLowSurrogate(bounded[i + 1]))
            {
                printable.Append(c).Append(bounded[++i]);
            }
            else if (c == '#' && i > 0 && bounded[i - 1] == '#')
            {
                // Azure Pipelines takes "##vso[" and "##[" for commands wherever they stand.
                printable.Append(" #");
            }
            else
            {
                printable.Append(IsVisible(c) ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return printable.ToString();
    }

    private static string Bounded(string text, int length) => text.Length <= length ? text : text.Substring(0, length) + "…";

    private static bool IsVisible(char c)
        => CharUnicodeInfo.GetUnicodeCategory(
            c) is not (UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned);
}
