using System.Text.Json;

namespace OgGen.Json;

/// <summary>A reader that runs ahead over the members of an object, and passes over their values.</summary>
internal ref struct LookAhead
{
    /// <summary>The reader.</summary>
    public Utf8JsonReader Reader;

    private readonly ReadState _state;
    private readonly long _start;
    private long _position;
    private long _jumped;

    public LookAhead(scoped in Utf8JsonReader reader, ReadState state)
    {
        Reader = reader;
        _state = state;
        _position = state.Base;
        _start = _position + reader.BytesConsumed;
    }

    /// <summary>Moves to the end of the value on which the reader stands.</summary>
    public void Skip() => _jumped += _state.Skip(ref Reader, ref _position);

    /// <summary>Ends the look ahead: what it has read counts.</summary>
    public readonly void End() => _state.CountAgain(_position + Reader.BytesConsumed - _start - _jumped, _position + Reader.BytesConsumed);
}
