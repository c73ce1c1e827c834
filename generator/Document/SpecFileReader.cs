using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Common;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Document;

/// <summary>Reads the declared documents from the additional files.</summary>
internal static class SpecFileReader
{
    /// <summary>Marks the documents whose namespace is assigned to an earlier one.</summary>
    public static IEnumerable<SpecFile> AssignNamespaces(ImmutableArray<SpecFile> specs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (SpecFile spec in specs)
        {
            if (spec.IsReference)
            {
                yield return spec;
            }
            else if (owners.TryGetValue(spec.Namespace, out string? owner))
            {
                yield return spec with { NamespaceOwner = owner };
            }
            else
            {
                owners.Add(spec.Namespace, spec.Path);
                yield return spec;
            }
        }
    }

    public static IEnumerable<SpecFile> Read(
        (AdditionalText File, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellationToken)
    {
        if (!IsDeclared(input.File, input.Options))
        {
            yield break;
        }

        AnalyzerConfigOptions options = input.Options.GetOptions(input.File);
        input.Options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
        string @namespace = Option("Namespace");
        SourceText? text = input.File.GetText(cancellationToken);
        yield return new SpecFile
        {
            Path = input.File.Path,
            Text = text?.ToString(),
            IsUnicode = text is null || SpecEncoding.IsUnicode(text),
            Reference = Option("Reference"),
            Namespace = @namespace.Length > 0 ? @namespace : CSharpName.NamespaceOf(rootNamespace ?? ""),
            Client = Option("Client"),
            Access = Option("Access"),
            ThirdParty = Option("ThirdParty"),
            Tags = List("Tags"),
            Paths = List("Paths"),
        };

        string Option(string name) => SpecFileReader.Option(options, name);

        // The targets of the package separate items by '|' and escape what the editor config cannot hold.
        EquatableArray<string> List(string name)
            => Option(name)
                .Split('|', ';')
                .Select(static item => Uri.UnescapeDataString(item.Trim()))
                .Where(static item => item.Length > 0)
                .ToEquatable();
    }

    /// <summary>Whether a file is an <c>OpenApiSpec</c> of the project, as its options say; the file is not read for that.</summary>
    public static bool IsDeclared(AdditionalText file, AnalyzerConfigOptionsProvider options)
        => Option(options.GetOptions(file), "Spec") == "true";

    private static string Option(AnalyzerConfigOptions options, string name)
        => options.TryGetValue("build_metadata.AdditionalFiles.OgGen" + name, out string? value) ? value.Trim() : "";
}
