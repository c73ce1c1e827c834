using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>
/// The policies of the account, in order. "Policies are ordered in groups": auto-restart, auto-close, notification, modify; within a group
/// the order counts from 0. Types that the documentation does not list come last, unless their names start with <c>notification-</c>.
/// </summary>
internal sealed class PolicyStore(Func<string> newId)
{
    private const int GroupCount = 5;
    private readonly List<Entry>[] _groups = [.. Enumerable.Range(0, GroupCount).Select(static _ => new List<Entry>())];

    /// <summary>A policy and its place. <paramref name="Seeded"/>: put there by a test, with whatever fields.</summary>
    internal sealed record Entry(JsonObject Policy, bool Seeded)
    {
        public string Id => (string)Policy["id"]!;

        public string Type => (string)Policy["type"]!;
    }

    public JsonObject Add(JsonObject policy)
    {
        policy["id"] = newId();
        Append(new Entry(policy, Seeded: false));
        return policy;
    }

    public string Seed(JsonObject policy)
    {
        var copy = (JsonObject)policy.DeepClone();
        copy["id"] ??= newId();
        if (NodeValue.Text(copy["type"]) is null || NodeValue.Text(copy["id"]) is null)
        {
            throw new ArgumentException("The policy needs a type, and its id, if any, should be a string.", nameof(policy));
        }

        var entry = new Entry(copy, Seeded: true);
        if (Find(entry.Id) is not null)
        {
            throw new ArgumentException("A policy with this id is there already.", nameof(policy));
        }

        Append(entry);
        return entry.Id;
    }

    public Entry? Find(string id) => All.FirstOrDefault(entry => entry.Id == id);

    /// <summary>Replaces all but the id. A policy that changes its group goes to the end of the new one.</summary>
    public void Replace(Entry entry, JsonObject policy)
    {
        policy["id"] = entry.Id;
        Entry replaced = entry with { Policy = policy };
        List<Entry> group = _groups[GroupOf(entry.Type)];
        if (group == _groups[GroupOf(replaced.Type)])
        {
            group[group.IndexOf(entry)] = replaced;
        }
        else
        {
            group.Remove(entry);
            Append(replaced);
        }
    }

    public void Remove(Entry entry) => _groups[GroupOf(entry.Type)].Remove(entry);

    /// <summary>"Larger values than policy count will put the target policy to last slot."</summary>
    public void Move(Entry entry, long targetIndex)
    {
        List<Entry> group = _groups[GroupOf(entry.Type)];
        group.Remove(entry);
        group.Insert((int)Math.Min(targetIndex, group.Count), entry);
    }

    public IEnumerable<(JsonObject Policy, int Order)> InOrder() =>
        _groups.SelectMany(static group => group.Select(static (entry, index) => (entry.Policy, index)));

    /// <summary>All of them in order, as they are.</summary>
    public IEnumerable<Entry> All => _groups.SelectMany(static group => group);

    /// <summary>Replaces everything. The entries have a type and an id, unique; within a group they keep their order.</summary>
    public void Restore(IEnumerable<Entry> all)
    {
        Array.ForEach(_groups, static group => group.Clear());
        foreach (Entry entry in all)
        {
            Append(entry);
        }
    }

    private void Append(Entry entry) => _groups[GroupOf(entry.Type)].Add(entry);

    private static int GroupOf(string type) => type switch
    {
        "auto-restart-notifications" => 0,
        "auto-close" => 1,
        "modify" => 3,
        _ when type.StartsWith("notification-", StringComparison.Ordinal) => 2,
        _ => GroupCount - 1,
    };
}
