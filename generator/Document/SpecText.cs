using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document;

/// <summary>Text to tree, whether JSON or YAML.</summary>
internal static class SpecText
{
    public static JsonNode Parse(SpecFile spec, List<Problem> problems, CancellationToken cancellationToken)
    {
        if (spec.Text is not { } text)
        {
            throw new SpecTextException("The file cannot be read", 0, 0);
        }

        if (text.Length > Limits.Characters)
        {
            throw SpecTextException.Limit("characters", Limits.Characters, 0, 0);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new SpecTextException("The file is empty", 0, 0);
        }

        return IsJson(spec)
            ? JsonTree.Parse(text, problems, cancellationToken)
            : YamlTree.Parse(text, problems, cancellationToken);
    }

    /// <summary>By the file's name, else by its first character.</summary>
    public static bool IsJson(SpecFile spec)
    {
        if (spec.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        bool isYaml = spec.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || spec.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        return !isYaml && spec.Text!.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("{", StringComparison.Ordinal);
    }

    /// <summary>The JSON pointer of a member.</summary>
    public static string Child(string pointer, string key) => pointer + "/" + Escape(key);

    /// <summary>The JSON pointer of an item.</summary>
    public static string Child(string pointer, int index) => pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The index that a token of a JSON pointer is in a list; -1 where it is none.</summary>
    public static int Index(JsonArray list, string token)
        => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Count ? index : -1;

    /// <summary>A key as a token of a JSON pointer.</summary>
    public static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The keys and indexes of a JSON pointer.</summary>
    public static string[] Tokens(string pointer)
        => pointer.Split('/').Skip(1).Select(static token => token.Replace("~1", "/").Replace("~0", "~")).ToArray();
}
