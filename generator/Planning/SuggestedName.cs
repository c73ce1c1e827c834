using OgGen.Generator.Naming;

namespace OgGen.Generator.Planning;

/// <summary>The name that the location of a schema suggests. It depends on the path to the schema alone.</summary>
/// <param name="Name">The name: no word twice in a row, items in the singular.</param>
/// <param name="Full">Every word of the path, for two locations that suggest the same name.</param>
internal readonly record struct SuggestedName(string Name, string Full)
{
    /// <summary>The name of a component.</summary>
    public static SuggestedName Component(string name) => new(name, name) { IsComponent = true };

    /// <summary>The name for schemas of a shared response, request body, parameter or header: the component's name and its kind.</summary>
    public static SuggestedName Shared(string component, string kind)
    {
        string name = CSharpName.Pascal(component, kind);
        return new(Bounded(name + Words.Added(name, kind)), Bounded(name + kind));
    }

    /// <summary>
    /// Whether this is the document's own name, which is not put into the singular: the component <c>Pets</c> has the item <c>PetsItem</c>.
    /// </summary>
    public bool IsComponent { get; private init; }

    /// <summary>The name that a member only repeats: <c>errors</c> in <c>CodeErrors</c>, of which one is a <c>CodeError</c>.</summary>
    private string? Repeated { get; init; }

    /// <summary>
    /// The name for schemas of an operation: the group, unless the method's name contains it or there is none, and the method.
    /// </summary>
    public static SuggestedName Operation(string group, string method)
        => new(group == "Default" || Words.ContainsName(method, group) ? method : group + Words.Added(group, method), group + method);

    /// <summary>The name with another word that is not from the document.</summary>
    public SuggestedName With(string word) => word.Length == 0 ? this : new(Bounded(Name + word), Bounded(Full + word));

    /// <summary>The name for the request or response of an operation; for <c>MakeRequest</c> that is <c>MakeRequestBody</c>.</summary>
    public SuggestedName Body(string word)
        => new(Bounded(Name + (Words.Added(Name, word).Length > 0 ? word : "Body")), Bounded(Full + word));

    /// <summary>The name for a member, a parameter or a part, without words that this name already ends with.</summary>
    public SuggestedName Member(string name)
        => Words.Added(Name, name) is { Length: > 0 } added
            ? new(Bounded(Name + added), Bounded(Full + name))
            : new(Bounded(Name + (Words.Added(Name, "Value").Length > 0 ? "Value" : "Content")), Bounded(Full + name)) { Repeated = Name };

    /// <summary>The name for an alternative, without its first words if this name contains them.</summary>
    public SuggestedName Variant(string name)
        => Words.NewWords(Name, name) is { Length: > 0 } news ? new(Bounded(Name + news), Bounded(Full + name)) : Member(name);

    /// <summary>The name for the items of a list or the values of a map.</summary>
    /// <param name="word">The word that is added where this name is no plural.</param>
    public SuggestedName One(string word)
    {
        string many = Repeated ?? Name;
        string? one = IsComponent ? null : Words.OneOf(many);
        string name = one is null ? many + word : Words.Undoubled(one) is { } once ? once + word : one;
        return new(Bounded(name), Bounded(Full + word));
    }

    private static string Bounded(string name) => CSharpName.Bounded(name);
}
