using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Document.Passes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;
using OgGen.Generator.Document.Swagger2;

namespace OgGen.Generator.Document;

/// <summary>A document, parsed.</summary>
internal sealed class SpecDocument
{
    private static readonly Regex s_unknownMember = new("^(.*) is not a valid property at #(/.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex s_version = new(@"\A[0-9]+(\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?\z", RegexOptions.CultureInvariant);

    private readonly SourceMap _map;
    private readonly Func<string, string>? _origin;

    private SpecDocument(OpenApiDocument document, JsonObject tree, SourceMap map, Func<string, string>? origin)
    {
        Document = document;
        Tree = tree;
        _map = map;
        _origin = origin;
    }

    public OpenApiDocument Document { get; }

    /// <summary>The tree from which the document was read: references led nowhere else, and 2.0 has become 3.0.</summary>
    public JsonObject Tree { get; }

    /// <summary>The pointer in the text for one in the document, which differ where the text is Swagger 2.0.</summary>
    public string Origin(string pointer) => _origin?.Invoke(pointer) ?? pointer;

    /// <summary>Where something stands in the text that people wrote, for a comment.</summary>
    public string Describe(string pointer) => _map.Describe(Origin(pointer));

    /// <summary>Reads a document; null where it is no OpenAPI document.</summary>
    public static SpecDocument? Read(SpecSources sources, SourceMap map, List<Problem> problems, CancellationToken cancellationToken)
    {
        JsonNode tree = SpecText.Parse(sources.Root, problems, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (tree is not JsonObject root || !(root.ContainsKey("openapi") || root.ContainsKey("swagger")))
        {
            problems.Add(new Problem(
                Descriptors.Unreadable,
                "",
                "This is no OpenAPI document: it has neither a member 'openapi' nor 'swagger' at its top level"));
            return null;
        }

        string kind = root.ContainsKey("openapi") ? "openapi" : "swagger";
        if (kind == "openapi" && root.ContainsKey("swagger"))
        {
            problems.Add(new Problem(Descriptors.Unreadable, "/swagger", "This document says that it is both OpenAPI and Swagger"));
            return null;
        }

        if (root[kind] is not JsonValue version || !s_version.IsMatch(version.ToString()))
        {
            problems.Add(new Problem(Descriptors.Unreadable, "/" + kind, $"'{root[kind]?.ToJsonString()}' is no version of OpenAPI"));
            return null;
        }

        if (kind == "openapi" && version.GetValueKind() == JsonValueKind.Number)
        {
            // 3.1 and 3.10 are one number.
            problems.Add(new Problem(Descriptors.Unreadable, "/openapi", $"The version '{version.ToJsonString()}' is a number; versions are texts, which YAML wants in quotes where they look like one"));
            return null;
        }

        TreeLimits.Apply(root, problems, cancellationToken);
        SchemaChains.Cut(root, problems, cancellationToken);
        ReferenceImport.Run(sources, root, map, problems, cancellationToken);
        if (sources.Others.Count > 0)
        {
            // What came from other files may have made chains longer.
            SchemaChains.Cut(root, problems, cancellationToken);
        }

        TreeRepair.Run(root, problems, cancellationToken);
        DocumentChecks.Run(root, problems, cancellationToken);

        Func<string, string>? origin = null;
        if (Swagger2Upgrade.Is(root))
        {
            (root, origin) = Swagger2Upgrade.Upgrade(root, cancellationToken);
        }

        // No reference leads out of the document any more. The library's own rules are about the letter of the specification
        // (a response without a description); what matters to a client is checked where it is used.
        var settings = new OpenApiReaderSettings { LoadExternalRefs = false, RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
        ReadResult result;
        try
        {
            result = new OpenApiJsonReader().Read(root, new Uri("https://oggen.invalid/"), settings);
        }
        catch (OpenApiUnsupportedSpecVersionException e)
        {
            problems.Add(new Problem(Descriptors.Unreadable, "/" + kind, e.Message));
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What is left of the ways in which Microsoft.OpenApi fails on broken documents.
            problems.Add(new Problem(Descriptors.Unreadable, Origin((e as OpenApiException)?.Pointer ?? ""), "This is no valid OpenAPI document: " + e.Message));
            return null;
        }

        foreach (OpenApiError error in result.Diagnostic?.Errors ?? [])
        {
            // A member that is not known comes with its place in the text alone.
            Match unknown = s_unknownMember.Match(error.Message);
            problems.Add(unknown.Success
                ? new Problem(Descriptors.Invalid, Origin(Pointers.Child(unknown.Groups[2].Value, unknown.Groups[1].Value)), $"'{unknown.Groups[1].Value}' is not known here; it is ignored")
                : new Problem(Descriptors.Invalid, Origin((error.Pointer ?? "").TrimStart('#')), error.Message));
        }

        if (result.Document is null)
        {
            problems.Add(new Problem(Descriptors.Unreadable, "", "This is no OpenAPI document that can be read; see the other messages"));
            return null;
        }

        SchemaReferences.Connect(result.Document);
        return new SpecDocument(result.Document, root, map, origin);

        string Origin(string pointer) => origin?.Invoke(pointer) ?? pointer;
    }
}
