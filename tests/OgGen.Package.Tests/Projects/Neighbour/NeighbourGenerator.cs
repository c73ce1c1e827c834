using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;

namespace Neighbour;

/// <summary>Another generator, which ships another version of a library that OgGen ships too, and uses it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NeighbourGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(static output =>
    {
        var document = new OpenApiDocument { Info = new OpenApiInfo { Title = "neighbour" } };
        output.AddSource("Neighbour.g.cs", $$"""
            static class NeighbourInfo
            {
                public const string Title = "{{document.Info.Title}}";
                public const string OpenApi = "{{typeof(OpenApiDocument).Assembly.GetName().Version.Major}}";
            }
            """);
    });
}
