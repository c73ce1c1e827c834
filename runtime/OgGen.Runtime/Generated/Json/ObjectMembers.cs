using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OgGen.Generated;

/// <summary>The members of an object whose reader may already be on the first of them, after the look ahead of a union.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ObjectMembers
{
    private bool _isOnFirst;

    /// <summary>The members that follow.</summary>
    /// <param name="reader">
    /// Stands on the start of the object or on the value of a member, before the members to read; or on the name of the first of
    /// them, or on the end of the object where there are none.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ObjectMembers(scoped in Utf8JsonReader reader)
        => _isOnFirst = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject;

    /// <summary>Moves to the next member and gives its name; <see langword="false"/> at the end of the object.</summary>
    /// <param name="reader">Stands on the end of the value that was read last.</param>
    /// <param name="name">The name of the member.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext(scoped ref Utf8JsonReader reader, out JsonText name)
    {
        if (!_isOnFirst)
        {
            return JsonRead.NextMember(ref reader, out name);
        }

        _isOnFirst = false;
        bool isMember = reader.TokenType == JsonTokenType.PropertyName;
        name = isMember ? JsonText.Of(ref reader) : default;
        return isMember;
    }
}
