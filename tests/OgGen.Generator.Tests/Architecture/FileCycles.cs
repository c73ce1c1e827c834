namespace OgGen.Generator.Tests.Architecture;

/// <summary>Groups of files that all refer to each other, directly or through others of the group.</summary>
internal static class FileCycles
{
    public const int MaxFiles = 6;

    /// <summary>The groups that are too large and have a file of a folder; each with its files in ordinal order.</summary>
    public static IReadOnlyList<string> LargeGroups(CodeBase code, string folder)
        =>
        [
            .. Groups(code)
                .Where(group => group.Count > MaxFiles && group.Any(file => CodeFile.FolderOf(file) == folder))
                .Select(static group => $"{group.Count} files: {string.Join(", ", group)}"),
        ];

    /// <summary>All groups, those of one file included.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(CodeBase code)
    {
        Dictionary<string, string[]> references = code.Files.ToDictionary(
            static file => file.Path,
            static file => file.References.SelectMany(static reference => reference.DeclaringFiles).Distinct().ToArray(),
            StringComparer.Ordinal);
        return new Search(references).Run();
    }

    /// <summary>Tarjan's search for strongly connected components.</summary>
    private sealed class Search(Dictionary<string, string[]> references)
    {
        private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _lowest = new(StringComparer.Ordinal);
        private readonly Stack<string> _open = new();
        private readonly List<IReadOnlyList<string>> _groups = [];

        public List<IReadOnlyList<string>> Run()
        {
            foreach (string file in references.Keys.Where(file => !_index.ContainsKey(file)))
            {
                Visit(file);
            }

            return _groups;
        }

        private void Visit(string file)
        {
            _index[file] = _lowest[file] = _index.Count;
            _open.Push(file);
            foreach (string target in references.GetValueOrDefault(file, []))
            {
                if (!_index.TryGetValue(target, out int index))
                {
                    Visit(target);
                    _lowest[file] = Math.Min(_lowest[file], _lowest[target]);
                }
                else if (_open.Contains(target))
                {
                    _lowest[file] = Math.Min(_lowest[file], index);
                }
            }

            if (_lowest[file] == _index[file])
            {
                List<string> group = [];
                do
                {
                    group.Add(_open.Pop());
                }
                while (group[^1] != file);
                _groups.Add([.. group.Order(StringComparer.Ordinal)]);
            }
        }
    }
}
