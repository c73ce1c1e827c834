namespace OgGen.Generator.Naming;

/// <summary>The names that are taken in one scope. The first who asks gets the name, later ones a number.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken;
    private readonly HashSet<string>? _avoided;
    private readonly string _companion;

    /// <summary>The next number for a name: thousands that are alike would each try all before them.</summary>
    private readonly Dictionary<string, int> _next;

    /// <summary>The JSON pointers of what has a name.</summary>
    private readonly Dictionary<string, string> _holders;

    /// <param name="reserved">The names that nobody gets.</param>
    /// <param name="ignoreCase">Whether names that differ in case alone are the same.</param>
    /// <param name="avoided">The names that only those get who insist on them.</param>
    /// <param name="companion">The end of a second name that each takes with its own.</param>
    public NameScope(IEnumerable<string> reserved, bool ignoreCase = false, HashSet<string>? avoided = null, string companion = "")
    {
        StringComparer comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _taken = new HashSet<string>(reserved, comparer);
        _next = new Dictionary<string, int>(comparer);
        _holders = new Dictionary<string, string>(comparer);
        _avoided = avoided;
        _companion = companion;
    }

    public NameScope()
        : this([])
    {
    }

    private NameScope(NameScope other)
    {
        _taken = new HashSet<string>(other._taken, other._taken.Comparer);
        _next = new Dictionary<string, int>(other._next, other._next.Comparer);
        _holders = new Dictionary<string, string>(other._holders, other._holders.Comparer);
        _avoided = other._avoided;
        _companion = other._companion;
    }

    /// <summary>Another scope in which the same names are taken.</summary>
    public NameScope Copy() => new(this);

    /// <summary>Whether a name could be taken.</summary>
    public bool IsFree(string name)
        => _avoided?.Contains(name) != true && !_taken.Contains(name) && !(_companion.Length > 0 && _taken.Contains(name + _companion));

    /// <summary>Takes a name if it is free.</summary>
    public bool TryTake(string name, bool insists = false)
        => (insists || _avoided?.Contains(name) != true)
            && !(_companion.Length > 0 && _taken.Contains(name + _companion))
            && _taken.Add(name)
            && (_companion.Length == 0 || _taken.Add(name + _companion));

    /// <summary>Takes a name, or the nearest free one.</summary>
    /// <param name="wanted">The name to take.</param>
    /// <param name="suffix">What is tried before numbers.</param>
    /// <param name="insists">Whether the name is taken although it is better avoided.</param>
    /// <param name="holder">The JSON pointer of what takes it.</param>
    public string Take(string wanted, string suffix = "", bool insists = false, string? holder = null)
    {
        string name = Find(wanted, suffix, insists);
        if (holder is not null)
        {
            _holders[name] = holder;
        }

        return name;
    }

    /// <summary>The JSON pointer of what has a name; null for one that nothing of the document has.</summary>
    public string? HolderOf(string name) => _holders.TryGetValue(name, out string? holder) ? holder : null;

    private string Find(string wanted, string suffix, bool insists)
    {
        if (TryTake(wanted, insists))
        {
            return wanted;
        }

        if (suffix.Length > 0 && TryTake(wanted + suffix))
        {
            return wanted + suffix;
        }

        // A name that ends in a digit would swallow the number: Item1 + 2 = Item12.
        string stem = wanted + suffix + (char.IsDigit((wanted + suffix)[wanted.Length + suffix.Length - 1]) ? "_" : "");
        for (int i = _next.TryGetValue(stem, out int next) ? next : 2; ; i++)
        {
            string candidate = stem + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (TryTake(candidate))
            {
                _next[stem] = i + 1;
                return candidate;
            }
        }
    }
}
