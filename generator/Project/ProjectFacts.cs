using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;

namespace OgGen.Generator.Project;

/// <summary>
/// The properties of the project that generated code depends on, as values. None comes from the compilation: an edit of C#
/// runs no step, and files that other generators see are added before there is a compilation.
/// </summary>
internal sealed record ProjectFacts(RuntimeReference Runtime, ProjectSettings Settings)
{
    /// <summary>The version of C# that generated code requires.</summary>
    public const LanguageVersion RequiredLanguage = LanguageVersion.CSharp12;

    /// <summary>Whether generated code would compile.</summary>
    public bool IsUsable => Runtime.IsUsable && Settings.Language >= RequiredLanguage;

    /// <summary>Combines the values. Of several runtimes the compiler uses the newest.</summary>
    public static ProjectFacts Of(
        (ProjectSettings Settings, ImmutableArray<RuntimeReference> Runtimes) found, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int version = found.Runtimes.Select(static runtime => runtime.Version).DefaultIfEmpty().Max();
        return new ProjectFacts(new RuntimeReference(version), found.Settings);
    }

    /// <summary>The missing requirements of generated code, if there are documents.</summary>
    public static Boxed<EquatableArray<DiagnosticInfo>> FindMissing(
        (ProjectFacts Project, ImmutableArray<SpecSources> Documents) input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new Boxed<EquatableArray<DiagnosticInfo>>(
            input.Documents.IsEmpty ? default : input.Project.MissingRequirements().ToEquatable());
    }

    private IEnumerable<DiagnosticInfo> MissingRequirements()
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

        if (Settings.Language < RequiredLanguage)
        {
            yield return DiagnosticInfo.OfProject(
                Descriptors.OldLanguage, RequiredLanguage.ToDisplayString(), Settings.Language.ToDisplayString());
        }

        if (Settings.Visibility.IsBad)
        {
            yield return DiagnosticInfo.OfProject(
                Descriptors.BadOption,
                Visibility.Property,
                Settings.Visibility.Value,
                "neither 'true' nor 'false'; it is a property of the project, and may be left out");
        }
    }
}
