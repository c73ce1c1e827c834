using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>Where the parts of a document come from that stand elsewhere in its text, or in other files.</summary>
internal sealed class SourceMap(SpecFile root)
{
    private readonly Dictionary<string, (SpecFile File, string Pointer)> _origins = new(StringComparer.Ordinal);

    /// <summary>What stands here, and below, comes from there.</summary>
    public void Add(Place at, SpecFile file, Place place) => _origins[at.Pointer] = (file, place.Pointer);

    /// <summary>A place as readers of a comment know it: what stands in another file has its path from the document before the pointer.</summary>
    public string Describe(string pointer)
    {
        (SpecFile file, string place) = Find(pointer);
        return (file == root ? "" : RelativePath.Between(root.Path, file.Path)) + "#" + place;
    }

    /// <summary>The file and the pointer in it, for a pointer in the document as it is built.</summary>
    public (SpecFile File, string Pointer) Find(string pointer)
    {
        for (int end = pointer.Length; end >= 0; end = end == 0 ? -1 : pointer.LastIndexOf('/', end - 1))
        {
            if (_origins.TryGetValue(pointer.Substring(0, end), out (SpecFile File, string Pointer) origin))
            {
                return (origin.File, origin.Pointer + pointer.Substring(end));
            }
        }

        return (root, pointer);
    }
}
