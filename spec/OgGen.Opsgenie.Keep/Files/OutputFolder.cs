namespace OgGen.Opsgenie.Keep.Files;

/// <summary>
/// The folder that is written. A file is either as it was or whole and new, whenever the program ends; one whose content is the same is not
/// touched; none is ever deleted.
/// </summary>
internal sealed class OutputFolder
{
    private readonly string _path;

    /// <exception cref="IOException">The folder cannot be made, or is a file.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be made.</exception>
    public OutputFolder(string path)
    {
        _path = Path.GetFullPath(path);
        Directory.CreateDirectory(_path);
    }

    /// <summary>How many files have the content of this run, and how many of them were written for it.</summary>
    public (int Files, int Written) Counts => (_files, _written);

    private int _files;
    private int _written;

    /// <summary>Writes a file. Safe for several at once, of different names.</summary>
    /// <param name="name">The path below the folder, with <c>/</c>.</param>
    /// <param name="content">The whole content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public void Write(string name, byte[] content)
    {
        string path = Path.Combine(_path, name.Replace('/', Path.DirectorySeparatorChar));
        if (!Has(path, content))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Write(path, content);
            Interlocked.Increment(ref _written);
        }

        Interlocked.Increment(ref _files);
    }

    private static bool Has(string path, byte[] content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }
}
