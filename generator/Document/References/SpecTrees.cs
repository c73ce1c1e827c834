using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>A file as a tree.</summary>
/// <param name="file">The file.</param>
/// <param name="root">The tree; null where the file cannot be read, which is reported once.</param>
internal sealed class SpecTree(SpecFile file, JsonNode? root)
{
    public SpecFile File { get; } = file;

    public JsonNode? Root { get; } = root;

    /// <summary>Whether the file is a whole OpenAPI document.</summary>
    public bool IsDocument => Root is JsonObject top && (top.ContainsKey("openapi") || top.ContainsKey("swagger"));
}

/// <summary>The document and the files that its references may lead to; each is parsed when the first reference leads there.</summary>
internal sealed class SpecTrees
{
    private static readonly string[] s_trees = [".yaml", ".yml", ".json"];

    private readonly Dictionary<string, SpecFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecTree> _trees = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;

    public SpecTrees(SpecSources sources, JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        Root = new SpecTree(sources.Root, root);
        _problems = problems;
        _cancellationToken = cancellationToken;
        foreach (SpecFile file in sources.Others)
        {
            _files[RelativePath.Normalize(file.Path)] = file;
        }

        _trees.Add(RelativePath.Normalize(sources.Root.Path), Root);
    }

    public SpecTree Root { get; }

    /// <summary>The paths of the files that references may lead to.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>The declared file with this path; null if there is none.</summary>
    public SpecTree? Find(string path)
    {
        if (!_trees.TryGetValue(path, out SpecTree? tree) && _files.TryGetValue(path, out SpecFile? file))
        {
            tree = new SpecTree(file, Parse(file));
            _trees.Add(path, tree);
        }

        return tree;
    }

    /// <summary>The text of a declared file that is neither YAML nor JSON by its name; null for any other path.</summary>
    public string? PlainText(string path)
        => s_trees.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)) || !_files.TryGetValue(path, out SpecFile? file)
            ? null
            : file.Text;

    private JsonNode? Parse(SpecFile file)
    {
        var problems = new List<Problem>();
        try
        {
            return SpecText.Parse(file, problems, _cancellationToken);
        }
        catch (SpecTextException e)
        {
            problems.Add(e.ToProblem());
            return null;
        }
        finally
        {
            _problems.AddRange(problems.Select(problem => problem with { File = file }));
        }
    }
}
