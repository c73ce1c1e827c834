namespace OgGen.Generator.Naming;

/// <summary>The words of which a name in PascalCase consists.</summary>
internal static class Words
{
    /// <summary>Irregular plurals, and words that only look like plurals (null).</summary>
    private static readonly Dictionary<string, string?> s_singulars = new(StringComparer.OrdinalIgnoreCase)
    {
        ["aliases"] = "alias",
        ["analyses"] = "analysis",
        ["axes"] = "axis",
        ["caches"] = "cache",
        ["canvases"] = "canvas",
        ["children"] = "child",
        ["cookies"] = "cookie",
        ["cpus"] = "cpu",
        ["crises"] = "crisis",
        ["diagnoses"] = "diagnosis",
        ["gpus"] = "gpu",
        ["indices"] = "index",
        ["matrices"] = "matrix",
        ["menus"] = "menu",
        ["movies"] = "movie",
        ["people"] = "person",
        ["shoes"] = "shoe",
        ["skus"] = "sku",
        ["ties"] = "tie",
        ["uses"] = "use",
        ["vertices"] = "vertex",
        ["ads"] = "ad",
        ["ids"] = "id",
        ["ips"] = "ip",
        ["alias"] = null,
        ["always"] = null,
        ["analytics"] = null,
        ["atlas"] = null,
        ["bias"] = null,
        ["canvas"] = null,
        ["cors"] = null,
        ["goods"] = null,
        ["https"] = null,
        ["iris"] = null,
        ["kubernetes"] = null,
        ["lens"] = null,
        ["macos"] = null,
        ["means"] = null,
        ["news"] = null,
        ["redis"] = null,
        ["series"] = null,
        ["species"] = null,
    };

    /// <summary>Endings of plurals and their singular; the first match counts; null for words that are no plurals.</summary>
    private static readonly (string Plural, string? Singular)[] s_endings =
    [
        ("ss", null), ("us", null), ("sis", null), ("xis", null),
        ("ies", "y"), ("sses", "ss"), ("auses", "ause"), ("ouses", "ouse"),
        ("uses", "us"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("oes", "o"), ("s", ""),
    ];

    /// <summary>The first word of a name.</summary>
    public static string First(string name)
    {
        int end = 1;
        while (end < name.Length && !StartsWord(name, end))
        {
            end++;
        }

        return name.Substring(0, end);
    }

    /// <summary>The words of a name; digits belong to the word before them.</summary>
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || StartsWord(name, i))
            {
                words.Add(name.Substring(start, i - start));
                start = i;
            }
        }

        return words;
    }

    /// <summary>The words that a name adds to another one: without its first words that the other one ends with.</summary>
    public static string Added(string before, string name)
    {
        // A fast path: most names add all of their words.
        if (name.IndexOf(Last(before), StringComparison.OrdinalIgnoreCase) < 0)
        {
            return name;
        }

        List<string> known = Of(before);
        List<string> words = Of(name);
        int same = Math.Min(known.Count, words.Count);
        while (!AreSame(known, known.Count - same, words, 0, same))
        {
            same--;
        }

        return string.Concat(words.Skip(same));
    }

    /// <summary>The rest of a name that begins with another one; null where it does not.</summary>
    public static string? After(string start, string name)
    {
        List<string> known = Of(start);
        List<string> words = Of(name);
        return words.Count > known.Count && AreSame(known, 0, words, 0, known.Count) ? string.Concat(words.Skip(known.Count)) : null;
    }

    /// <summary>A name without its first words that another one contains, in any position.</summary>
    public static string NewWords(string before, string name)
    {
        HashSet<string> known = new(Of(before).Select(static word => Singular(word) ?? word), StringComparer.OrdinalIgnoreCase);
        return string.Concat(Of(name).SkipWhile(word => known.Contains(Singular(word) ?? word)));
    }

    /// <summary>Whether a name contains another one, singular or plural: <c>CreateCampaign</c> contains <c>Campaigns</c>.</summary>
    public static bool ContainsName(string name, string other)
    {
        List<string> words = Of(name).ConvertAll(static word => Singular(word) ?? word);
        List<string> said = Of(other).ConvertAll(static word => Singular(word) ?? word);
        return Enumerable.Range(0, Math.Max(0, words.Count - said.Count + 1)).Any(i => AreSame(words, i, said, 0, said.Count));
    }

    /// <summary>The name with its last word in the singular; null where that word is no plural.</summary>
    public static string? OneOf(string name)
    {
        string last = Last(name);
        return Singular(last) is { } one ? name.Substring(0, name.Length - last.Length) + one : null;
    }

    /// <summary>The name without the repetition at its end; null where there is none.</summary>
    public static string? Undoubled(string name)
    {
        List<string> words = Of(name);
        for (int count = words.Count / 2; count > 0; count--)
        {
            if (AreSame(words, words.Count - count, words, words.Count - (2 * count), count))
            {
                return string.Concat(words.Take(words.Count - count));
            }
        }

        return null;
    }

    private static string Last(string name)
    {
        int start = Math.Max(name.Length - 1, 0);
        while (start > 0 && !StartsWord(name, start))
        {
            start--;
        }

        return name.Substring(start);
    }

    private static string? Singular(string word)
    {
        if (word.Length > 2 && word[word.Length - 1] == 's' && char.IsUpper(word[word.Length - 2]))
        {
            return word.Substring(0, word.Length - 1);
        }

        if (s_singulars.TryGetValue(word, out string? known))
        {
            return known is null ? null : char.IsUpper(word[0]) ? char.ToUpperInvariant(known[0]) + known.Substring(1) : known;
        }

        // Words of three letters are abbreviations: DNS.
        (string plural,
            string? singular) = Array.Find(s_endings, ending => word.Length > 3 && word.EndsWith(ending.Plural, StringComparison.Ordinal));
        return singular is null ? null : word.Substring(0, word.Length - plural.Length) + singular;
    }

    private static bool StartsWord(string name, int i)
        => name[i] == '_' ? name[i - 1] != '_'
            : char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) && name[i - 1] != '_'
                    || i + 1 < name.Length && char.IsLower(name[i + 1]) && !IsPluralEnd(name, i + 1));

    /// <summary>Whether this is the s of a plural such as <c>IDs</c>, which begins no word.</summary>
    private static bool IsPluralEnd(string name, int i)
        => name[i] == 's'
            && char.IsUpper(name[i - 1])
            && i > 1
            && char.IsUpper(name[i - 2])
            && (i + 1 == name.Length || char.IsUpper(name[i + 1]));

    private static bool AreSame(List<string> left, int leftStart, List<string> right, int rightStart, int count)
    {
        if (leftStart < 0)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (!left[leftStart + i].Equals(right[rightStart + i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
