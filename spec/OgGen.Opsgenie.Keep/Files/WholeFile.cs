namespace OgGen.Opsgenie.Keep.Files;

/// <summary>Writes files that are never seen half written.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, and then gives the new one its place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="isPrivate">
    /// Only the owner may read and write it (mode 0600); Windows gives files the rights of their folder instead.
    /// </param>
    public static void Write(string path, byte[] content, bool isPrivate = false)
    {
        string unfinished = path + ".unfinished";

        // One that an earlier run left may be open to others.
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: isPrivate);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
