namespace OgGen.Generator.Naming;

/// <summary>The names of one scope. The first element that requests a name gets it, later ones get a number.</summary>
internal sealed class NameScope
{
    /// <summary>The reserved names, each with the JSON pointer of the element that has it, where one is known.</summary>
    private readonly Dictionary<string, string?> _reserved;
    private readonly HashSet<string>? _never;
    private readonly HashSet<string>? _avoided;
    private readonly string _companion;

    /// <summary>The next number for a name, so that thousands of equal names do not each try all numbers.</summary>
    private Dictionary<string, int>? _next;

    /// <param name="reserved">The names that are reserved already.</param>
    /// <param name="ignoreCase">Whether names that differ in case alone are the same.</param>
    /// <param name="avoided">The names that are assigned only on explicit request.</param>
    /// <param name="companion">The suffix of a second name that is reserved with each name.</param>
    /// <param name="never">
    /// The names that are never assigned in any scope of this kind. The scopes share the set, and none changes it.
    /// </param>
    /// <param name="expected">How many names the scope will have, if that is known.</param>
    public NameScope(
        IEnumerable<string> reserved,
        bool ignoreCase = false,
        HashSet<string>? avoided = null,
        string companion = "",
        HashSet<string>? never = null,
        int expected = 0)
    {
        _reserved = new Dictionary<string, string?>(expected, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (string name in reserved)
        {
            _reserved[name] = null;
        }

        _avoided = avoided;
        _companion = companion;
        _never = never;
    }

    public NameScope()
        : this([])
    {
    }

    private NameScope(NameScope other)
    {
        _reserved = new Dictionary<string, string?>(other._reserved, other._reserved.Comparer);
        _next = other._next is null ? null : new Dictionary<string, int>(other._next, other._next.Comparer);
        _avoided = other._avoided;
        _companion = other._companion;
        _never = other._never;
    }

    /// <summary>Another scope with the same names.</summary>
    public NameScope Copy() => new(this);

    /// <summary>Whether a name is free.</summary>
    public bool IsFree(string name)
        => _avoided?.Contains(name) != true && !IsReserved(name) && !(_companion.Length > 0 && IsReserved(name + _companion));

    /// <summary>Reserves a name if it is free.</summary>
    public bool TryReserve(string name, bool insists = false)
        => (insists || _avoided?.Contains(name) != true)
            && !(_companion.Length > 0 && IsReserved(name + _companion))
            && _never?.Contains(name) != true
            && Add(name)
            && (_companion.Length == 0 || Add(name + _companion));

    /// <summary>Assigns a name, or the nearest free one.</summary>
    /// <param name="wanted">The requested name.</param>
    /// <param name="suffix">The suffix that is tried before numbers.</param>
    /// <param name="insists">Whether the name is assigned although it is one to avoid.</param>
    /// <param name="holder">The JSON pointer of the element that gets the name.</param>
    public string Assign(string wanted, string suffix = "", bool insists = false, string? holder = null)
    {
        string name = Find(wanted, suffix, insists);
        if (holder is not null)
        {
            _reserved[name] = holder;
        }

        return name;
    }

    /// <summary>The JSON pointer of the element that has a name; null if no element of the document has it.</summary>
    public string? HolderOf(string name) => _reserved.TryGetValue(name, out string? holder) ? holder : null;

    private bool IsReserved(string name) => _never?.Contains(name) == true || _reserved.ContainsKey(name);

    private bool Add(string name)
    {
        if (_reserved.ContainsKey(name))
        {
            return false;
        }

        _reserved.Add(name, null);
        return true;
    }

    private string Find(string wanted, string suffix, bool insists)
    {
        if (TryReserve(wanted, insists))
        {
            return wanted;
        }

        if (suffix.Length > 0 && TryReserve(wanted + suffix))
        {
            return wanted + suffix;
        }

        // A name that ends in a digit would swallow the number: Item1 + 2 = Item12.
        string stem = wanted + suffix + (char.IsDigit((wanted + suffix)[wanted.Length + suffix.Length - 1]) ? "_" : "");
        _next ??= new Dictionary<string, int>(_reserved.Comparer);
        for (int i = _next.TryGetValue(stem, out int next) ? next : 2; ; i++)
        {
            string candidate = stem + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (TryReserve(candidate))
            {
                _next[stem] = i + 1;
                return candidate;
            }
        }
    }
}
