using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>The names of all types of a client.</summary>
internal sealed record NamePlan
{
    public required string Client { get; init; }

    /// <summary>The name of the client without its last word, with which the names of its other types begin.</summary>
    public required string Stem { get; init; }

    public required string Resolver { get; init; }

    /// <summary>The types of components, by component; an alias or a scalar has none.</summary>
    public required IReadOnlyDictionary<string, string> Components { get; init; }

    /// <summary>The variants for unknown discriminators, by union.</summary>
    public required IReadOnlyDictionary<string, string> Unknown { get; init; }

    /// <summary>The properties of discriminators, by union.</summary>
    public required IReadOnlyDictionary<string, string> Discriminators { get; init; }

    /// <summary>The types of groups, by their keys.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    /// <summary>The types of inline schemas.</summary>
    public required IReadOnlyDictionary<TypeKey, string> Types { get; init; }

    /// <summary>The types of response headers.</summary>
    public required IReadOnlyDictionary<(SchemaOwner Owner, string Key), string> Headers { get; init; }

    /// <summary>The type of the servers; null where there is none with an address.</summary>
    public required string? Servers { get; init; }

    /// <summary>The members of the servers' type, by the servers' keys.</summary>
    public required IReadOnlyDictionary<string, string> ServerMembers { get; init; }

    /// <summary>The factory of credentials; null where there are none.</summary>
    public required string? Credentials { get; init; }
}
