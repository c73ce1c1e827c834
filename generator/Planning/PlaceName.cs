using OgGen.Generator.Naming;

namespace OgGen.Generator.Planning;

/// <summary>What the place where a schema stands suggests as its name. It depends on the way there alone.</summary>
/// <param name="Name">The name: no word twice in a row, one of many in the singular.</param>
/// <param name="Full">Every word of the way, for two places that come to one name.</param>
internal readonly record struct PlaceName(string Name, string Full)
{
    /// <summary>The place of a component, whose name is the document's.</summary>
    public static PlaceName Component(string name) => new(name, name) { IsComponent = true };

    /// <summary>The place of what a shared response, request body, parameter or header has: the component's name and its kind.</summary>
    public static PlaceName Shared(string component, string kind)
    {
        string name = CSharpName.Pascal(component, kind);
        return new(Bounded(name + Words.Added(name, kind)), Bounded(name + kind));
    }

    /// <summary>Whether this is the document's own name, which is not put into the singular: the component <c>Pets</c> has the item <c>PetsItem</c>.</summary>
    public bool IsComponent { get; private init; }

    /// <summary>The place that a member's name only repeats: <c>errors</c> in <c>CodeErrors</c>, of which one is a <c>CodeError</c>.</summary>
    private string? Repeated { get; init; }

    /// <summary>The place of what operations have: their group says nothing where the method's name says it, or where there is none.</summary>
    public static PlaceName Operation(string group, string method)
        => new(group == "Default" || Words.Says(method, group) ? method : group + Words.Added(group, method), group + method);

    /// <summary>The same place, and a word that no name of the document is.</summary>
    public PlaceName With(string word) => word.Length == 0 ? this : new(Bounded(Name + word), Bounded(Full + word));

    /// <summary>The place of what an operation takes or answers with; of <c>MakeRequest</c> that is the <c>MakeRequestBody</c>.</summary>
    public PlaceName Body(string word) => new(Bounded(Name + (Words.Added(Name, word).Length > 0 ? word : "Body")), Bounded(Full + word));

    /// <summary>The place of a member, a parameter, a part: the words with which this place ends are not said again.</summary>
    public PlaceName Member(string name)
        => Words.Added(Name, name) is { Length: > 0 } added
            ? new(Bounded(Name + added), Bounded(Full + name))
            : new(Bounded(Name + (Words.Added(Name, "Value").Length > 0 ? "Value" : "Content")), Bounded(Full + name)) { Repeated = Name };

    /// <summary>The place of an alternative: the words with which its name begins are left out where the place says them.</summary>
    public PlaceName Variant(string name)
        => Words.News(Name, name) is { Length: > 0 } news ? new(Bounded(Name + news), Bounded(Full + name)) : Member(name);

    /// <summary>The place of what a list or a map holds.</summary>
    /// <param name="word">What it is called where the place says nothing of many.</param>
    public PlaceName One(string word)
    {
        string many = Repeated ?? Name;
        string? one = IsComponent ? null : Words.OneOf(many);
        string name = one is null ? many + word : Words.Undoubled(one) is { } once ? once + word : one;
        return new(Bounded(name), Bounded(Full + word));
    }

    private static string Bounded(string name) => CSharpName.Bounded(name);
}
