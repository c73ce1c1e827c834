namespace OgGen.Load;

/// <summary>What a caller knows about whether an object exists.</summary>
public enum Presence
{
    /// <summary>Never made, refused, or deleted: it is not there.</summary>
    No,

    /// <summary>Its creation was answered and no deletion was sent: it is there.</summary>
    Yes,

    /// <summary>A call that changes it failed after it may have been sent.</summary>
    Maybe,
}

/// <summary>The kinds of objects.</summary>
public enum Kind
{
    /// <summary>Of the account.</summary>
    Policy,

    /// <summary>Of a team.</summary>
    Channel,

    /// <summary>Of a team; the name is its key.</summary>
    Action,

    /// <summary>Of an action; the name is the identifier of the alert.</summary>
    Execution,
}

/// <summary>What a caller believes about one of its objects. No two objects of a run have the same name.</summary>
public sealed class LedgerItem(Kind kind, string name, string team)
{
    /// <summary>What it is.</summary>
    public Kind Kind { get; } = kind;

    /// <summary>Its name, unique in a run.</summary>
    public string Name { get; } = name;

    /// <summary>The team that it belongs to; empty for policies.</summary>
    public string Team { get; } = team;

    /// <summary>The id, once an answer has told it.</summary>
    public string? Id { get; set; }

    /// <summary>Whether it exists.</summary>
    public Presence Presence { get; private set; }

    /// <summary>Everything that its content may be; more than one after an update whose answer was lost.</summary>
    public IReadOnlySet<string> Values { get; private set; } = new HashSet<string>();

    /// <summary>Notes the outcome of its creation.</summary>
    public void Created(Outcome outcome, string value, string? id = null)
    {
        Values = new HashSet<string> { value };
        Id = id;
        Presence = outcome switch { Outcome.Done => Presence.Yes, Outcome.Unknown => Presence.Maybe, _ => Presence.No };
    }

    /// <summary>Notes the outcome of a change that makes <paramref name="change"/> of its content.</summary>
    public void Changed(Outcome outcome, Func<string, string> change)
    {
        if (outcome == Outcome.Done)
        {
            Presence = Presence.Yes;
            Values = Values.Select(change).ToHashSet();
        }
        else if (outcome == Outcome.Unknown)
        {
            Values = Values.Union(Values.Select(change)).ToHashSet();
        }
    }

    /// <summary>Notes the outcome of its deletion.</summary>
    public void Deleted(Outcome outcome) => Presence = outcome switch
    {
        Outcome.Done or Outcome.Missing => Presence.No,
        Outcome.Unknown => Presence.Maybe,
        _ => Presence,
    };

    /// <summary>Notes that it was seen, with its content if that was seen too.</summary>
    public void Seen(string? value = null)
    {
        Presence = Presence.Yes;
        if (value is not null)
        {
            Values = new HashSet<string> { value };
        }
    }

    /// <summary>Notes that it was looked for in vain.</summary>
    public void Missed() => Presence = Presence.No;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} '{Name}'";
}

/// <summary>All that one caller believes, and what it saw that cannot be.</summary>
public sealed class Ledger(string owner)
{
    /// <summary>The caller.</summary>
    public string Owner { get; } = owner;

    /// <summary>Every object that it ever tried to make.</summary>
    public List<LedgerItem> Items { get; } = [];

    /// <summary>The type of the policies that are this caller's alone, whose order it knows; null where it has none.</summary>
    public string? OrderedType { get; init; }

    /// <summary>Everything that the order of those may be, by name.</summary>
    public List<List<string>> Orders { get; set; } = [[]];

    /// <summary>What cannot be.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Notes something that cannot be.</summary>
    public void Violation(string text) => Violations.Add($"{Owner}: {text}");
}
