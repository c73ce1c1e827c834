using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OgGen.Generator.Document.Reading;

/// <summary>
/// Converts YAML to the tree of the equivalent JSON: the core schema of YAML 1.2, with limits for aliases.
/// </summary>
internal sealed class YamlTree
{
    private static readonly Regex s_integer = new("^[-+]?[0-9]+$", RegexOptions.CultureInvariant);
    private static readonly Regex s_float = new("^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);

    /// <summary>The tags of the JSON types, which are ignored.</summary>
    private static readonly HashSet<string> s_tags = new(
        new[] { "str", "int", "float", "bool", "null", "map", "seq" }.Select(static name => "tag:yaml.org,2002:" + name).Append("!"),
        StringComparer.Ordinal);

    private readonly IParser _parser;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<AnchorName, Anchored> _anchors = [];
    private AnchorAlias? _firstExcess;
    private int _aliasNodes;
    private int _nodes;

    /// <summary>The deepest level since the anchor that is being read began.</summary>
    private int _deepest;

    /// <summary>The value of an anchor.</summary>
    /// <param name="Node">The value.</param>
    /// <param name="Text">A scalar as it is written, which is used for a key; null for anything else.</param>
    /// <param name="Size">The nodes of the value.</param>
    /// <param name="Height">The objects and arrays within one another.</param>
    private sealed record Anchored(JsonNode? Node, string? Text, int Size, int Height);

    private YamlTree(IParser parser, List<Problem> problems, CancellationToken cancellationToken)
    {
        _parser = parser;
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    public static JsonNode Parse(string text, List<Problem> problems, CancellationToken cancellationToken)
    {
        var parser = new YamlParser(text);
        try
        {
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            JsonNode? root = new YamlTree(parser, problems, cancellationToken).ReadRoot();
            return root ?? throw new SpecTextException("The document is empty", 0, 0);
        }
        catch (YamlException e)
        {
            (int line, int column) = YamlAdvice.Locate(e, text, parser.Current?.End ?? Mark.Empty);
            throw new SpecTextException("The document is no valid YAML: " + YamlAdvice.MessageFor(e, text), line, column);
        }
        catch (InvalidOperationException e)
        {
            // YamlDotNet's scanner throws this on some documents.
            Mark mark = parser.Current?.End ?? Mark.Empty;
            throw new SpecTextException("The document is no valid YAML: " + e.Message, (int)mark.Line - 1, (int)mark.Column - 1);
        }
    }

    private JsonNode? ReadRoot()
    {
        JsonNode? root = ReadValue(NodePath.Root(), 0);
        if (_parser.Take<DocumentEnd>() is not null && _parser.Current is DocumentStart second)
        {
            Report(second, "The file has several documents; only the first one is read");
        }

        return _firstExcess is { } alias && _aliasNodes > _nodes / 3
            ? throw new SpecTextException(
                $"More than a third of the document comes from aliases ({Count(_aliasNodes)} of {Count(_nodes)} nodes)",
                Line(alias),
                Column(alias))
            : root;
    }

    private JsonNode? ReadValue(NodePath location, int depth)
    {
        ParsingEvent start = _parser.Current!;
        _nodes++;
        if (_parser.Take<AnchorAlias>() is { } alias)
        {
            return ReadAlias(alias, depth);
        }

        if (start is not NodeEvent node)
        {
            // YamlDotNet's parser takes some scalars for keys without a value.
            throw new SpecTextException("The document is no valid YAML: a value belongs here", Line(start), Column(start));
        }

        int before = _nodes;
        int deepest = _deepest;
        _deepest = depth;
        if (start is not Scalar)
        {
            Descend(start, depth + 1);
        }

        AnchorName anchor = node.Anchor;
        if (node.Tag is { IsEmpty: false } tag && !s_tags.Contains(tag.Value))
        {
            Report(start, $"The tag '{tag.Value}' is ignored; a value is what it looks like");
        }

        JsonNode? value = _parser.Take<Scalar>() is { } scalar ? ReadScalar(scalar)
            : _parser.Take<SequenceStart>() is not null ? ReadSequence(location, depth)
            : ReadMapping(location, depth);
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = new Anchored(value, (start as Scalar)?.Value, _nodes - before + 1, _deepest - depth);
        }

        _deepest = Math.Max(_deepest, deepest);
        return value;
    }

    /// <summary>Counts the objects and arrays within one another.</summary>
    private void Descend(ParsingEvent at, int level)
    {
        if (level > Limits.Depth)
        {
            throw SpecTextException.Limit("levels of objects and arrays", Limits.Depth, Line(at), Column(at));
        }

        _deepest = Math.Max(_deepest, level);
    }

    private JsonNode? ReadAlias(AnchorAlias alias, int depth)
    {
        // An anchor becomes known when its node ends, so an alias to what surrounds it is unknown: no cycle is ever made.
        if (!_anchors.TryGetValue(alias.Value, out Anchored? anchored))
        {
            throw new SpecTextException($"The alias '*{alias.Value.Value}' has no anchor before it", Line(alias), Column(alias));
        }

        Descend(alias, depth + anchored.Height);
        _aliasNodes += anchored.Size;
        _nodes += anchored.Size;
        if (_aliasNodes > Limits.AliasNodes)
        {
            throw SpecTextException.Limit("nodes that come from aliases", Limits.AliasNodes, Line(alias), Column(alias));
        }

        if (_aliasNodes > Limits.FreeAliasNodes)
        {
            _firstExcess ??= alias;
        }

        return anchored.Node?.DeepClone();
    }

    private JsonArray ReadSequence(NodePath location, int depth)
    {
        var array = new JsonArray();
        while (_parser.Take<SequenceEnd>() is null)
        {
            array.Add(ReadValue(location.Child(array.Count), depth + 1));
        }

        return array;
    }

    private JsonObject ReadMapping(NodePath location, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _parser.Consume<MappingStart>();
        var result = new JsonObject();
        HashSet<string>? merged = null;
        while (_parser.Take<MappingEnd>() is null)
        {
            ParsingEvent start = _parser.Current!;
            (string key, bool isMerge) = ReadKey();
            NodePath child = location.Child(key);
            if (isMerge)
            {
                Merge(ReadValue(child, depth + 1), result, merged ??= new HashSet<string>(StringComparer.Ordinal), start);
                continue;
            }

            if (result.ContainsKey(key) && merged?.Remove(key) is not true)
            {
                _problems.Add(new Problem(Descriptors.DuplicateKey, child.Pointer, key));
            }

            result[key] = ReadValue(child, depth + 1);
        }

        return result;
    }

    /// <summary>A key, and whether it is the merge key <c>&lt;&lt;</c>.</summary>
    private (string Key, bool IsMerge) ReadKey()
    {
        ParsingEvent start = _parser.Current!;
        if (_parser.Take<Scalar>() is { } scalar)
        {
            if (!scalar.Anchor.IsEmpty)
            {
                _anchors[scalar.Anchor] = new Anchored(ReadScalar(scalar), scalar.Value, 1, 0);
            }

            return (scalar.Value, scalar is { Style: ScalarStyle.Plain, Value: "<<" });
        }

        if (_parser.Take<AnchorAlias>() is { } alias
            && _anchors.TryGetValue(alias.Value, out Anchored? anchored)
            && anchored.Text is { } text)
        {
            return (text, false);
        }

        throw new SpecTextException("A key must be a plain text", Line(start), Column(start));
    }

    /// <summary>
    /// Adds the members that <c>&lt;&lt;</c> merges. The mapping's own members take precedence, then those of the first merged mapping.
    /// </summary>
    private static void Merge(JsonNode? value, JsonObject result, HashSet<string> merged, ParsingEvent at)
    {
        JsonNode?[] sources = value is JsonArray list ? list.ToArray() : [value];
        foreach (JsonNode? source in sources)
        {
            if (source is not JsonObject item)
            {
                throw new SpecTextException(
                    "The key '<<' merges an object, or a list of objects; a member with this name wants quotes", Line(at), Column(at));
            }

            KeyValuePair<string, JsonNode?>[] members = item.ToArray();
            item.Clear();
            foreach (KeyValuePair<string, JsonNode?> member in members.Where(member => !result.ContainsKey(member.Key)))
            {
                result.Add(member.Key, member.Value);
                merged.Add(member.Key);
            }
        }
    }

    private static JsonNode? ReadScalar(Scalar scalar)
    {
        string text = scalar.Value;
        if (text.Length > Limits.YamlText)
        {
            throw SpecTextException.Limit("characters in one text", Limits.YamlText, Line(scalar), Column(scalar));
        }

        if (scalar.Style != ScalarStyle.Plain || scalar.Tag == "!" || scalar.Tag == "tag:yaml.org,2002:str")
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when s_integer.IsMatch(text) || s_float.IsMatch(text) => Scalars.Number(text),
            _ => JsonValue.Create(text),
        };
    }

    private void Report(ParsingEvent at, string text)
        => _problems.Add(new Problem(Descriptors.Invalid, "", text) { Position = (Line(at), Column(at)) });

    private static string Count(int nodes) => nodes.ToString("N0", CultureInfo.InvariantCulture);

    private static int Line(ParsingEvent e) => (int)e.Start.Line - 1;

    private static int Column(ParsingEvent e) => (int)e.Start.Column - 1;
}
