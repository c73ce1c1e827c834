namespace OgGen.Opsgenie.Keep.Secrets;

/// <summary>Finds work trees of git.</summary>
internal static class GitFolder
{
    /// <summary>The root of the work tree that a file is, or would be, in; <see langword="null"/> where it is in none.</summary>
    public static string? Of(string file)
    {
        for (string? folder = Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // A folder in a clone, a file in a work tree that was added to one.
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return folder;
            }
        }

        return null;
    }
}
