using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Checks;

/// <summary>
/// Finds contradictions within a document in one walk over its tree. Each check sees the elements that it is about. They do not
/// prevent a client.
/// </summary>
internal sealed class DocumentChecks
{
    /// <summary>A status, a range of them, or all others.</summary>
    private static readonly Regex s_status = new(@"\A([1-5]([0-9]{2}|[Xx]{2})|default)\z", RegexOptions.CultureInvariant);

    private static readonly string[] s_nestedEncodings = ["encoding", "prefixEncoding", "itemEncoding"];

    private readonly CancellationToken _cancellationToken;
    private readonly ValueChecks _values;
    private readonly SchemaChecks _schemas;
    private readonly List<Problem> _problems;
    private readonly ComponentResolver _components;

    private DocumentChecks(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        _problems = problems;
        _cancellationToken = cancellationToken;
        _components = new ComponentResolver(root);
        _values = new ValueChecks(_components, problems);
        _schemas = new SchemaChecks(_components, problems);
    }

    public static void Run(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        OperationChecks.Run(root, problems);
        DialectChecks.Look(root, "jsonSchemaDialect", NodePath.Root(), problems);
        new DocumentChecks(root, problems, cancellationToken).Walk(root, Element.Document, NodePath.Root());
    }

    private void Walk(JsonObject item, Element element, NodePath location)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (item.ContainsKey("$ref") && element != Element.Schema)
        {
            // The target is checked at its own location.
            return;
        }

        _values.Look(item, element, location);
        if (element == Element.Schema)
        {
            _schemas.Look(item, location);
        }
        else if (element is Element.Operation or Element.PathItem)
        {
            OperationChecks.CheckBodies(item, location, _components, _problems);
        }
        else if (element is Element.Parameter or Element.Header && item.ContainsKey("schema") && item.ContainsKey("content"))
        {
            string text = "A parameter or header has 'schema' or 'content', and not both; 'schema' is used, and 'content' is ignored";
            _problems.Add(new Problem(Descriptors.Invalid, location.Child("content").Pointer, text));
        }
        else if (element == Element.Encoding)
        {
            CheckNestedEncoding(item, location);
        }

        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(item))
        {
            Slot slot = SpecGrammar.Child(element, member.Key);
            if (slot.Element is Element.Other or Element.Data)
            {
                continue;
            }

            WalkMember(member.Value, slot, location.Child(member.Key));
        }
    }

    /// <summary>A part that has parts of its own is written by the caller.</summary>
    private void CheckNestedEncoding(JsonObject encoding, NodePath location)
    {
        foreach (string key in s_nestedEncodings.Where(encoding.ContainsKey))
        {
            string text = $"Parts within a part are not written; '{key}' is ignored, and the part is what its caller gives";
            _problems.Add(new Problem(Descriptors.Unsupported, location.Child(key).Pointer, text));
        }
    }

    private void WalkMember(JsonNode? value, Slot slot, NodePath location)
    {
        if (value is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (list[i] is JsonObject item)
                {
                    Walk(item, slot.Element, location.Child(i));
                }
            }
        }
        else if (value is JsonObject map && slot.Nesting is Nesting.Map or Nesting.ExtensibleMap)
        {
            foreach (KeyValuePair<string, JsonNode?> entry in JsonMembers.Of(map))
            {
                if (entry.Value is JsonObject item && SpecGrammar.IsName(slot.Nesting, entry.Key))
                {
                    Walk(item, slot.Element, location.Child(entry.Key));
                }

                if (slot is { Element: Element.Response, Nesting: Nesting.ExtensibleMap }
                    && SpecGrammar.IsName(slot.Nesting, entry.Key)
                    && !s_status.IsMatch(entry.Key))
                {
                    _problems.Add(
                        new Problem(Descriptors.Invalid, location.Child(entry.Key).Pointer, $"'{entry.Key}' is no status of HTTP"));
                }

                if (slot.Element == Element.MediaType && MediaTypeText.IsValid(entry.Key) && !MediaTypeText.HasValidParameters(entry.Key))
                {
                    _problems.Add(
                        new Problem(
                            Descriptors.Invalid,
                            location.Child(entry.Key).Pointer,
                            $"The content type '{entry.Key}' has parameters that are no name and value"));
                }
            }
        }
        else if (value is JsonObject one)
        {
            Walk(one, slot.Element, location);
        }
    }
}
