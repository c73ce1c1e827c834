namespace OgGen.Generator.Model;

/// <summary>When a member is there: whether it must be, whether null is a value of it, and who sends it.</summary>
internal enum MemberAccess
{
    /// <summary>It must be in JSON and in an object initializer.</summary>
    Required,

    /// <summary>It must be there, and may be null.</summary>
    RequiredOrNull,

    /// <summary>It may be absent.</summary>
    Optional,

    /// <summary>It may be absent, and a null that was read is written again.</summary>
    OptionalKeepsNull,

    /// <summary>It may be absent, and is left out of requests: the service sets it.</summary>
    ReadOnly,

    /// <summary>As <see cref="ReadOnly"/>, and a null that was read is written again.</summary>
    ReadOnlyKeepsNull,

    /// <summary>It must be in an object initializer but not in JSON: responses leave out what is write-only.</summary>
    RequiredInRequest,

    /// <summary>As <see cref="RequiredInRequest"/>, and a null that was read is written again.</summary>
    RequiredInRequestKeepsNull,

    /// <summary>It may be absent, which is something else than any value.</summary>
    ThreeState,

    /// <summary>It may be absent, which is something else than null.</summary>
    ThreeStateOrNull,
}

/// <summary>The methods of the runtime's base class by which a member is read and written.</summary>
internal enum MemberMethods
{
    /// <summary>None: the general ones, which are given the codec.</summary>
    General,
    String,

    /// <summary>A string, boolean or integer of which another form is written as it was read.</summary>
    Lenient,
    Uri,
    Boolean,
    Int32,
    Int64,
    Double,
    DateTime,

    /// <summary>A generated type.</summary>
    Object,

    /// <summary>A generated struct that may be absent or null.</summary>
    Enum,

    /// <summary>A list of a generated type.</summary>
    List,

    /// <summary>A list of strings.</summary>
    Strings,
}
