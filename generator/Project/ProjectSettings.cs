using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Common;

namespace OgGen.Generator.Project;

/// <summary>What the project itself sets.</summary>
internal sealed record ProjectSettings(LanguageVersion Language, Visibility Visibility)
{
    /// <summary>The version of C# of the project.</summary>
    public static Boxed<LanguageVersion> LanguageOf(ParseOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new Boxed<LanguageVersion>(((CSharpParseOptions)options).LanguageVersion);
    }

    /// <summary>Combines the values.</summary>
    public static ProjectSettings Of((Boxed<LanguageVersion> Language, Visibility Visibility) found, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ProjectSettings(found.Language.Value, found.Visibility);
    }
}
