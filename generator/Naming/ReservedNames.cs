namespace OgGen.Generator.Naming;

/// <summary>The members that every generated type has, so that no member of a document can have their names.</summary>
internal static class ReservedNames
{
    private static readonly string[] s_object =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    ];

    /// <summary>Classes with properties: their own members, and those of <c>ApiModel</c>.</summary>
    public static HashSet<string> Objects { get; } =
    [
        "AdditionalProperties", "WhyUnknown", "Write", "WriteMembers", "WriteAdditional", "StartObject", "NextMember",
        "ExtraProperties", "Read", "ReadMembers", .. s_object, "JsonWriteMode", "Match", "Switch", "Known",
    ];

    public static HashSet<string> Enums { get; } =
    [
        "Value", "Known", "Read", "Write", .. s_object, "JsonWriteMode", "PrintMembers", "Clone",
    ];

    public static HashSet<string> UntaggedUnions { get; } =
    [
        "Json", "Value", "Case", "Raw", "Original", "WroteOriginal", "Read", "Write", "Match", "Switch", .. s_object, "JsonWriteMode",
    ];

    public static HashSet<string> Headers { get; } =
    [
        "Count", "Item", "Empty", "TryGetValue", "GetValues", "GetLink", "GetEnumerator", "ReadValue", "ReadObject", "From", .. s_object,
    ];

    /// <summary>Static classes of constants.</summary>
    public static HashSet<string> Constants { get; } = ["Known", .. s_object];

    public static HashSet<string> Client { get; } = ["With", "Create", "Dispose", .. s_object, "Pipeline"];

    public static HashSet<string> Servers { get; } = ["BaseAddress", "CheckVariable", "Custom", "Find", "Names", .. s_object];

    /// <summary>
    /// The names that the type of the servers cannot have, because its members have them. A server may have the name <c>Default</c>.
    /// </summary>
    public static HashSet<string> ServersType { get; } = [.. Servers, "Default"];

    public static HashSet<string> Credentials { get; } = [.. s_object];

    /// <summary>
    /// The names of types: a type cannot have the name of one of its members, and every generated type has some of these.
    /// </summary>
    public static HashSet<string> Types { get; } =
    [
        .. Objects.Concat(Enums).Concat(UntaggedUnions).Except(["Value"]).Concat(CodeAliases.Types.Select(static alias => alias.Alias)),
    ];
}
