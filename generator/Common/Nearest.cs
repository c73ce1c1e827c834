namespace OgGen.Generator.Common;

/// <summary>Finds the known name that is most similar to a misspelt one.</summary>
internal static class Nearest
{
    /// <summary>The cost is bounded: longer names are not compared, and of very many names only the first.</summary>
    private const int MaxLength = 80;
    private const int MaxNames = 4_000;

    /// <summary>
    /// The name that differs in no more than a third of its letters, in case alone, or by words before or after it; null where none does.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> names)
    {
        string? best = null;
        int least = int.MaxValue;
        foreach (string other in names.Take(MaxNames))
        {
            if (name.Length is > 0 and <= MaxLength
                && other.Length is > 0 and <= MaxLength
                && Difference(name, other) is { } difference
                && difference < least)
            {
                (best, least) = (other, difference);
            }
        }

        return best;
    }

    /// <summary>The difference of two names; null where they are too different to be confused.</summary>
    private static int? Difference(string name, string other)
    {
        string first = name.ToUpperInvariant();
        string second = other.ToUpperInvariant();
        if (first == second)
        {
            return 0;
        }

        int allowed = Math.Min(name.Length, other.Length) / 3;
        int distance = Math.Abs(first.Length - second.Length) <= allowed ? Distance(first, second) : int.MaxValue;
        if (distance <= allowed)
        {
            return distance;
        }

        // Of names with more words, the most similar one.
        bool hasWords = IsWordOf(name, other) || IsWordOf(other, name);
        return hasWords ? MaxLength + 100 * Math.Abs(first.Length - second.Length) / Math.Max(first.Length, second.Length) : null;
    }

    /// <summary>
    /// Whether a name is the end or the beginning of a longer one: <c>request_id</c> of <c>approval_request_id</c>, <c>id</c> of
    /// <c>petId</c>.
    /// </summary>
    private static bool IsWordOf(string name, string longer)
    {
        if (name.Length < 2 || longer.Length <= name.Length)
        {
            return false;
        }

        int at = longer.Length - name.Length;
        bool isEnd = longer.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            && (!char.IsLetter(longer[at - 1]) || char.IsUpper(longer[at]));
        char next = longer[name.Length];
        return isEnd || longer.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (!char.IsLetter(next) || char.IsUpper(next));
    }

    /// <summary>Letters that are added, left out, changed, or exchanged with the next one.</summary>
    private static int Distance(string first, string second)
    {
        int[] beforeLast = new int[second.Length + 1];
        int[] last = [.. Enumerable.Range(0, second.Length + 1)];
        for (int i = 1; i <= first.Length; i++)
        {
            int[] row = new int[second.Length + 1];
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int changed = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[second.Length];
    }
}
