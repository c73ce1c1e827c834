using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>What the productions of one document share: the random numbers, the version, and the names that can be referred to.</summary>
internal sealed class GrammarState
{
    private const int MaxDepth = 4;

    private int _depth;

    public GrammarState(Random random)
    {
        Random = random;
        Version = Pick("2.0", "3.0.3", "3.0.3", "3.1.0", "3.1.0", "3.2.0", "3.2.0");

        // Known before any schema is made, so that schemas refer to later ones and to themselves.
        Schemas = [.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => OwnNames.Any(random)).Distinct(StringComparer.Ordinal)];
    }

    public Random Random { get; }

    public string Version { get; }

    public bool IsVersion2 => Version == "2.0";

    /// <summary>The names of the component schemas.</summary>
    public string[] Schemas { get; }

    /// <summary>Whether <c>null</c> is a type, and a reference may have siblings.</summary>
    public bool IsJsonSchema => Version is "3.1.0" or "3.2.0";

    public string SchemasPointer => IsVersion2 ? "#/definitions/" : "#/components/schemas/";

    /// <summary>A name of our own classes, or of this document.</summary>
    public string Name() => Chance(5) ? Pick(Schemas) : OwnNames.Any(Random);

    /// <summary>One of so many times.</summary>
    public bool Chance(int times) => Random.Next(times) == 0;

    public T Pick<T>(params IReadOnlyList<T> options) => options[Random.Next(options.Count)];

    /// <summary>So many names, no two of them the same.</summary>
    public string[] Names(int count) => [.. Enumerable.Range(0, count).Select(_ => Name()).Distinct(StringComparer.Ordinal)];

    /// <summary>A schema, or the end of a branch that is deep enough.</summary>
    public JsonNode Schema()
    {
        _depth++;
        JsonNode schema = _depth > MaxDepth ? ScalarRule.Make(this) : SchemaRule.Make(this);
        _depth--;
        return schema;
    }

    public JsonObject Reference(string schema)
        => new()
        {
            ["$ref"] = SchemasPointer + schema.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
        };

    /// <summary>A component schema, mostly one that has a discriminator: those stand at the end (<see cref="DocumentRule"/>).</summary>
    public string PickObject()
        => Chance(6) ? Pick(Schemas) : Schemas[Schemas.Length / 2 + Random.Next(Schemas.Length - Schemas.Length / 2)];

    /// <summary>A reference to any component schema.</summary>
    public JsonObject Reference() => Reference(Pick(Schemas));
}
