namespace OgGen.Generator.Model;

/// <summary>The presence of a member: whether it is required, whether null is one of its values, and who sends it.</summary>
internal enum MemberAccess
{
    /// <summary>Required in JSON and in an object initializer.</summary>
    Required,

    /// <summary>Required, and may be null.</summary>
    RequiredOrNull,

    /// <summary>Optional.</summary>
    Optional,

    /// <summary>Optional, and a null that was read is written again.</summary>
    OptionalKeepsNull,

    /// <summary>Optional, and left out of requests: the service sets it.</summary>
    ReadOnly,

    /// <summary>As <see cref="ReadOnly"/>, and a null that was read is written again.</summary>
    ReadOnlyKeepsNull,

    /// <summary>Required in an object initializer but not in JSON: responses omit write-only members.</summary>
    RequiredInRequest,

    /// <summary>As <see cref="RequiredInRequest"/>, and a null that was read is written again.</summary>
    RequiredInRequestKeepsNull,

    /// <summary>Optional, with the type <c>Optional</c>: unset is not a value.</summary>
    OptionalValue,

    /// <summary>Optional, with the type <c>Optional</c>: unset and null differ.</summary>
    OptionalValueOrNull,
}

/// <summary>The methods of the runtime by which a member is read and written.</summary>
internal enum MemberMethods
{
    /// <summary>None: the general ones, which are given the codec.</summary>
    General,
    String,

    /// <summary>A lenient string, boolean or integer: it is written in the form in which it was read.</summary>
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
