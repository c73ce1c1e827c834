using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Passes;

namespace OgGen.Generator.Document;

/// <summary>Reads a tree with Microsoft.OpenApi, after all passes.</summary>
internal static class OpenApiTreeReader
{
    private static readonly Regex s_unknownMember = new(
        "^(.*) is not a valid property at #(/.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex s_place = new(@" at #(/\S*?)\.?$", RegexOptions.CultureInvariant);

    /// <summary>The document; null, with a problem, where it cannot be read.</summary>
    public static OpenApiDocument? Read(DocumentTree tree, List<Problem> problems)
    {
        // All references are local here. The rules of the library are about the letter of the specification (a response without
        // a description); the checks that matter to a client are ours.
        var settings = new OpenApiReaderSettings { LoadExternalRefs = false, RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
        bool hasTypeLists = SchemaTypeLists.Hide(tree.Root);
        ReadResult result;
        try
        {
            result = new OpenApiJsonReader().Read(tree.Root, new Uri("https://oggen.invalid/"), settings);
        }
        catch (OpenApiUnsupportedSpecVersionException e)
        {
            problems.Add(new Problem(Descriptors.Unreadable, SpecVersion.PointerIn(tree.Root), e.Message));
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Microsoft.OpenApi throws on some invalid documents.
            problems.Add(
                new Problem(
                    Descriptors.Unreadable,
                    SourcePointer((e as OpenApiException)?.Pointer ?? ""),
                    "This is no valid OpenAPI document: " + e.Message));
            return null;
        }

        foreach (OpenApiError error in result.Diagnostic?.Errors ?? [])
        {
            // The location of an unknown member is only in the message.
            Match unknown = s_unknownMember.Match(error.Message);
            if (unknown.Success)
            {
                string name = unknown.Groups[1].Value;
                string holder = unknown.Groups[2].Value.TrimEnd('/');
                problems.Add(
                    new Problem(
                        Descriptors.Invalid, SourcePointer(Pointers.Child(holder, name)), $"'{name}' is not known here; it is ignored"));
                continue;
            }

            string pointer = (error.Pointer ?? "").TrimStart('#');
            problems.Add(
                new Problem(
                    Descriptors.Invalid,
                    SourcePointer(pointer.Length > 0 ? pointer : s_place.Match(error.Message).Groups[1].Value),
                    error.Message));
        }

        if (result.Document is null)
        {
            problems.Add(new Problem(Descriptors.Unreadable, "", "This is no OpenAPI document that can be read; see the other messages"));
        }
        else if (hasTypeLists)
        {
            SchemaTypeLists.Restore(result.Document);
        }

        return result.Document;

        string SourcePointer(string pointer) => tree.SourcePointer?.Invoke(pointer) ?? pointer;
    }
}
