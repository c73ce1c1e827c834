namespace OgGen.Generator.Model;

/// <summary>The names that are taken in one scope. The first who asks gets the name, later ones a number.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken;

    /// <summary>The next number for a name: thousands that are alike would each try all before them.</summary>
    private readonly Dictionary<string, int> _next;

    public NameScope(IEnumerable<string> reserved, bool ignoreCase = false)
    {
        StringComparer comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _taken = new HashSet<string>(reserved, comparer);
        _next = new Dictionary<string, int>(comparer);
    }

    public NameScope()
        : this([])
    {
    }

    /// <summary>Takes a name if it is free.</summary>
    public bool TryTake(string name) => _taken.Add(name);

    /// <summary>Takes a name, or the nearest free one.</summary>
    /// <param name="wanted">The name to take.</param>
    /// <param name="suffix">What is tried before numbers.</param>
    public string Take(string wanted, string suffix = "")
    {
        if (_taken.Add(wanted))
        {
            return wanted;
        }

        if (suffix.Length > 0 && _taken.Add(wanted + suffix))
        {
            return wanted + suffix;
        }

        // A name that ends in a digit would swallow the number: Item1 + 2 = Item12.
        string stem = wanted + suffix + (char.IsDigit((wanted + suffix)[wanted.Length + suffix.Length - 1]) ? "_" : "");
        for (int i = _next.TryGetValue(stem, out int next) ? next : 2; ; i++)
        {
            string candidate = stem + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (_taken.Add(candidate))
            {
                _next[stem] = i + 1;
                return candidate;
            }
        }
    }
}
