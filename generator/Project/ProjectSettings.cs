using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Common;

namespace OgGen.Generator.Project;

/// <summary>What the project itself sets.</summary>
internal sealed record ProjectSettings(LanguageVersion Language, Visibility Visibility)
{
    /// <summary>Combines the values.</summary>
    public static ProjectSettings Of((Boxed<LanguageVersion> Language, Visibility Visibility) found, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ProjectSettings(found.Language.Value, found.Visibility);
    }
}
