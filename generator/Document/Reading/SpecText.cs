using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document.Reading;

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

        if (!spec.IsUnicode)
        {
            (int line, int column) = SpecEncoding.FirstInvalidCharacter(text);
            throw new SpecTextException(
                "The file is not UTF-8, and not UTF-16 with a byte order mark: what stands here is no character; save the file as UTF-8",
                line,
                column);
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

        bool isYaml = spec.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || spec.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        return !isYaml && spec.Text!.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("{", StringComparison.Ordinal);
    }
}
