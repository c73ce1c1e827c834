namespace OgGen.Generator.Document.Reading;

/// <summary>
/// The names or the short values that were read last: a document has a few hundred, tens of thousands of times each. One takes the place of
/// another one with the same slot, so that the cache does not grow.
/// </summary>
internal sealed class NameCache
{
    private const int Slots = 1024;
    private const int LongestName = 64;

    private readonly string?[] _names = new string?[Slots];
    private readonly char[] _characters = new char[LongestName];

    /// <summary>The name of which these are the bytes, if all of them are ASCII.</summary>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestName)
        {
            return null;
        }

        // FNV-1a: names are short.
        uint hash = 2166136261;
        foreach (byte c in utf8)
        {
            if (c > 127)
            {
                return null;
            }

            hash = unchecked((hash ^ c) * 16777619);
        }

        ref string? name = ref _names[hash % Slots];
        return name is not null && Is(name, utf8) ? name : name = Text(utf8);
    }

    private string Text(ReadOnlySpan<byte> ascii)
    {
        for (int i = 0; i < ascii.Length; i++)
        {
            _characters[i] = (char)ascii[i];
        }

        return new string(_characters, 0, ascii.Length);
    }

    private static bool Is(string name, ReadOnlySpan<byte> utf8)
    {
        if (name.Length != utf8.Length)
        {
            return false;
        }

        for (int i = 0; i < utf8.Length; i++)
        {
            if (name[i] != utf8[i])
            {
                return false;
            }
        }

        return true;
    }
}
