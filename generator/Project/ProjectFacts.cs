using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;

namespace OgGen.Generator.Project;

/// <summary>
/// All that the generator asks of the compilation, as values: a step that held the compilation would run all that
/// follows after each edit of C#, and keep every compilation alive.
/// </summary>
internal sealed record ProjectFacts(RuntimeReference Runtime, LanguageVersion Language)
{
    /// <summary>The C# that generated code is written in.</summary>
    public const LanguageVersion RequiredLanguage = LanguageVersion.CSharp12;

    /// <summary>Whether generated code would compile.</summary>
    public bool IsUsable => Runtime.IsUsable && Language >= RequiredLanguage;

    public static ProjectFacts Find(Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ProjectFacts(RuntimeReference.Find(compilation), ((CSharpCompilation)compilation).LanguageVersion);
    }

    /// <summary>What stands in the way of generated code, if there is any.</summary>
    public static EquatableArray<DiagnosticInfo> FindLacks((ImmutableArray<SpecSources> Documents, ProjectFacts Project) input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return input.Documents.IsEmpty ? default : input.Project.Lacks().ToEquatable();
    }

    private IEnumerable<DiagnosticInfo> Lacks()
    {
        if (Runtime.Version == 0)
        {
            yield return DiagnosticInfo.OfProject(Descriptors.NoRuntime);
        }
        else if (!Runtime.IsUsable)
        {
            yield return DiagnosticInfo.OfProject(
                Descriptors.OldRuntime,
                RuntimeReference.Required.ToString(CultureInfo.InvariantCulture),
                Runtime.Version.ToString(CultureInfo.InvariantCulture));
        }

        if (Language < RequiredLanguage)
        {
            yield return DiagnosticInfo.OfProject(Descriptors.OldLanguage, RequiredLanguage.ToDisplayString(), Language.ToDisplayString());
        }
    }
}
