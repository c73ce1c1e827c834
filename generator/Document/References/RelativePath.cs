namespace OgGen.Generator.Document.References;

/// <summary>Paths of files as strings. Nothing here reads a disk.</summary>
internal static class RelativePath
{
    /// <summary>The path with slashes, without "." and "..".</summary>
    public static string Normalize(string path) => string.Join("/", Walk([], path.Replace('\\', '/').Split('/')));

    /// <summary>Where a relative reference leads from a file; null for one that names a host, a drive or the top of a disk.</summary>
    public static string? Combine(string from, string reference)
    {
        string[] steps = reference.Replace('\\', '/').Split('/');
        if (steps[0].Length == 0 || steps[0].Contains(':'))
        {
            return null;
        }

        string[] folder = from.Replace('\\', '/').Split('/');
        return string.Join("/", Walk(Walk([], folder.Take(folder.Length - 1)), steps.Select(Uri.UnescapeDataString)));
    }

    /// <summary>The shortest relative reference that leads from a file to another one.</summary>
    public static string Between(string from, string to)
    {
        string[] folder = Normalize(from).Split('/');
        string[] target = Normalize(to).Split('/');
        int shared = 0;
        while (shared < folder.Length - 1 && shared < target.Length - 1 && folder[shared] == target[shared])
        {
            shared++;
        }

        return string.Join("/", Enumerable.Repeat("..", folder.Length - 1 - shared).Concat(target.Skip(shared)));
    }

    private static List<string> Walk(List<string> path, IEnumerable<string> steps)
    {
        foreach (string step in steps)
        {
            if (step == ".." && path.Count > 0 && path[path.Count - 1] != "..")
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return path;
    }
}
