using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Fuzz;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>Compiles generated files as a strict project does: warnings are errors, nullable, documentation on.</summary>
internal static class Strict
{
    /// <summary>One for all: another resolver would bind all references again, which costs more than all the rest.</summary>
    private static readonly Lazy<CSharpCompilation> s_project = new(static () => Generation.Project
        .RemoveAllSyntaxTrees()
        .WithOptions(Generation.Project.Options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithXmlReferenceResolver(new XmlFileResolver(Surroundings.Directory))));

    /// <summary>The assembly; fails the test if there is any diagnostic, or a file of this disk in the documentation.</summary>
    public static byte[] Compile(IReadOnlyDictionary<string, string> files)
    {
        (byte[] assembly, string documentation, string problems) = TryCompile(files);
        Assert.AreEqual("", problems);
        Assert.DoesNotContain(Surroundings.Secret, documentation);
        return assembly;
    }

    public static (byte[] Assembly, string Documentation, string Problems) TryCompile(IReadOnlyDictionary<string, string> files)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        CSharpCompilation compilation = s_project.Value
            .AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(file.Value, parse, file.Key)));
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(assembly, xmlDocumentationStream: documentation);
        string problems = string.Join('\n', result.Diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning).Take(10));
        return (assembly.ToArray(), Encoding.UTF8.GetString(documentation.ToArray()), problems);
    }
}
