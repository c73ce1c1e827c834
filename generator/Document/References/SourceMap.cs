using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>The source locations of elements that were moved within the document or imported from other files.</summary>
internal sealed class SourceMap(SpecFile root)
{
    private readonly Dictionary<string, (SpecFile File, string Pointer)> _sources = new(StringComparer.Ordinal);

    /// <summary>Records that an element, and all below it, comes from another location.</summary>
    public void Add(string at, SpecFile file, string pointer) => _sources[at] = (file, pointer);

    /// <summary>
    /// A source location for a comment: the JSON pointer, after the relative path of the file where that is not the document.
    /// </summary>
    public string Describe(string pointer)
    {
        (SpecFile file, string source) = Find(pointer);
        return (file == root ? "" : RelativePath.Between(root.Path, file.Path)) + "#" + source;
    }

    /// <summary>The file and the pointer in it, for a pointer in the document as it is built.</summary>
    public (SpecFile File, string Pointer) Find(string pointer)
    {
        // A document that is one file, with its references to its own components, has none.
        for (int end = _sources.Count == 0 ? -1 : pointer.Length; end >= 0; end = end == 0 ? -1 : pointer.LastIndexOf('/', end - 1))
        {
            if (_sources.TryGetValue(pointer.Substring(0, end), out (SpecFile File, string Pointer) source))
            {
                return (source.File, source.Pointer + pointer.Substring(end));
            }
        }

        return (root, pointer);
    }
}
