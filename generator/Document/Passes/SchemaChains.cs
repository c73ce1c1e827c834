using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Cuts what grows without bound although each schema is small: chains of references longer than <see cref="Limits.Depth"/>, which
/// would overflow the stack, and <c>allOf</c> that repeat members beyond <see cref="Limits.Members"/> and <see cref="Limits.AllMembers"/>.
/// Members of an object are other types, so what they refer to is no deeper; references that go round are found elsewhere.
/// </summary>
internal sealed class SchemaChains
{
    private static readonly string[] s_lists = ["allOf", "oneOf", "anyOf"];
    private static readonly string[] s_schemas = ["items", "additionalProperties", "not"];

    private readonly Dictionary<string, Schema> _schemas = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems;
    private int _allMembers;

    private SchemaChains(List<Problem> problems) => _problems = problems;

    /// <summary>A reference from one component to another. The reference counts as a level of its own.</summary>
    private sealed record Link(JsonObject Holder, string Target, string Pointer, int Depth, bool IsPart);

    private sealed class Schema
    {
        private HashSet<string>? _members;

        public List<Link> Links { get; } = [];

        /// <summary>The properties of the schema, and of its inline subschemas of <c>allOf</c>.</summary>
        public List<JsonObject> Properties { get; } = [];

        /// <summary>The members, with those of the subschemas of <c>allOf</c>.</summary>
        public HashSet<string> Members => _members ??= new(
            Properties.SelectMany(static properties => properties.Select(static member => member.Key)), StringComparer.Ordinal);

        /// <summary>How many members there are. Most schemas are no part of others, and nobody asks for their names.</summary>
        public int MemberCount => _members is null && Properties.Count < 2 ? Properties.Sum(static properties => properties.Count)
            : Members.Count;

        /// <summary>The nesting of schemas below this one.</summary>
        public int Height { get; set; }

        public int NextLink { get; set; }

        public bool IsStarted { get; set; }

        public bool IsDone { get; set; }
    }

    public static void Cut(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        var chains = new SchemaChains(problems);
        chains.Collect((root["components"] as JsonObject)?["schemas"] as JsonObject, "#/components/schemas/");
        chains.Collect(root["definitions"] as JsonObject, "#/definitions/");
        chains.BreakCircles(cancellationToken);
        foreach (Schema schema in chains._schemas.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chains.Follow(schema);
        }
    }

    /// <summary>
    /// Removes references by which a schema is a subschema of itself, directly or indirectly: they add nothing and never end.
    /// </summary>
    private void BreakCircles(CancellationToken cancellationToken)
    {
        var done = new HashSet<Schema>();
        var open = new HashSet<Schema>();
        var path = new Stack<(Schema Schema, Queue<Link> Parts)>();
        foreach (Schema first in _schemas.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Enter(first);
            while (path.Count > 0)
            {
                (Schema schema, Queue<Link> parts) = path.Peek();
                if (parts.Count == 0)
                {
                    done.Add(schema);
                    open.Remove(schema);
                    path.Pop();
                }
                else if (_schemas.TryGetValue(parts.Peek().Target, out Schema? target) && open.Contains(target))
                {
                    Link link = parts.Dequeue();
                    _problems.Add(
                        new Problem(
                            Descriptors.Unsupported,
                            link.Pointer,
                            $"The reference '{link.Target}' leads back to itself: a schema that is its own subschema adds nothing; it is "
                                + "ignored"));
                    link.Holder.Remove("$ref");
                    schema.Links.Remove(link);
                }
                else
                {
                    parts.Dequeue();
                    Enter(target);
                }
            }
        }

        void Enter(Schema? schema)
        {
            if (schema is not null && !done.Contains(schema) && open.Add(schema))
            {
                path.Push((schema, new Queue<Link>(schema.Links.Where(static link => link.IsPart))));
            }
        }
    }

    private void Collect(JsonObject? components, string prefix)
    {
        foreach (KeyValuePair<string, JsonNode?> component in components ?? [])
        {
            var schema = new Schema();
            _schemas.Add(prefix + component.Key, schema);
            Collect(component.Value, schema, Pointers.Child(prefix.TrimStart('#').TrimEnd('/'), component.Key), depth: 1, isPart: true);
        }
    }

    private static void Collect(JsonNode? node, Schema schema, string pointer, int depth, bool isPart)
    {
        schema.Height = Math.Max(schema.Height, depth);
        if (node is not JsonObject item)
        {
            return;
        }

        if (item["$ref"] is JsonValue reference && reference.TryGetValue(out string? target))
        {
            schema.Links.Add(new Link(item, target, pointer + "/$ref", Math.Max(depth - 1, 1), isPart));
        }

        if (isPart && item["properties"] is JsonObject properties)
        {
            schema.Properties.Add(properties);
        }

        foreach (string keyword in s_schemas)
        {
            Child(item[keyword], keyword, isPart: false);
        }

        foreach (string keyword in s_lists)
        {
            for (int i = 0; item[keyword] is JsonArray list && i < list.Count; i++)
            {
                Child(list[i], keyword + "/" + i.ToString(CultureInfo.InvariantCulture), isPart && keyword == "allOf");
            }
        }

        void Child(JsonNode? child, string path, bool isPart)
        {
            if (child is JsonObject)
            {
                Collect(child, schema, pointer + "/" + path, depth + 1, isPart);
            }
        }
    }

    /// <summary>Depth first, without recursion: a chain may be as long as the document.</summary>
    private void Follow(Schema first)
    {
        var path = new Stack<Schema>();
        Start(first);
        while (path.Count > 0)
        {
            Schema schema = path.Peek();
            if (schema.NextLink == schema.Links.Count)
            {
                schema.IsDone = true;
                _allMembers += schema.MemberCount;
                path.Pop();
            }
            else if (_schemas.TryGetValue(schema.Links[schema.NextLink].Target, out Schema? target) && !target.IsStarted)
            {
                Start(target);
            }
            else
            {
                Link link = schema.Links[schema.NextLink++];
                if (target is { IsDone: true })
                {
                    Join(schema, link, target);
                }
            }
        }

        void Start(Schema schema)
        {
            if (!schema.IsStarted)
            {
                schema.IsStarted = true;
                path.Push(schema);
            }
        }
    }

    private void Join(Schema schema, Link link, Schema target)
    {
        if (link.Depth + target.Height > Limits.Depth)
        {
            Cut(link, Limits.Depth, "schemas within one another");
            return;
        }

        if (link.IsPart)
        {
            int added = target.Members.Count(member => !schema.Members.Contains(member));
            if (schema.Members.Count + added > Limits.Members)
            {
                Cut(link, Limits.Members, "members in an object");
                return;
            }

            if (_allMembers + schema.Members.Count + added > Limits.AllMembers)
            {
                Cut(link, Limits.AllMembers, "members in all schemas");
                return;
            }

            schema.Members.UnionWith(target.Members);
        }

        schema.Height = Math.Max(schema.Height, link.Depth + target.Height);
    }

    private void Cut(Link link, int limit, string what)
    {
        _problems.Add(new Problem(Descriptors.BeyondLimit, link.Pointer, limit.ToString("N0", CultureInfo.InvariantCulture), what));
        link.Holder.Remove("$ref");
    }
}
