using System.ComponentModel;
using System.Text.Json;

namespace OgGen.Generated;

/// <summary>The names by which a member was read while an object is read, and the name whose value the member has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MemberNames
{
    internal readonly bool IsRequired;
    internal readonly bool WritesAll;

    /// <summary>The first name that was read.</summary>
    internal string? First;

    /// <summary>A reader on the first name.</summary>
    internal Utf8JsonReader Start;

    /// <summary>Whether another name followed the first one.</summary>
    internal bool HasOthers;

    /// <summary>The name whose value the member has.</summary>
    internal string? Source;

    /// <summary>The position of <see cref="Source"/> among the member's names.</summary>
    internal int Rank;

    /// <summary>Whether the value of <see cref="Source"/> is null.</summary>
    internal bool IsNull;

    /// <summary>Initializes the state of a member that has not been read.</summary>
    /// <param name="isRequired">Whether the member is required and not null.</param>
    /// <param name="writesAll">Whether a new object writes each name, so that the member's own name has to be remembered, too.</param>
    public MemberNames(bool isRequired, bool writesAll)
    {
        IsRequired = isRequired;
        WritesAll = writesAll;
    }
}
