using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>Writes the members of one object; null, originals and names that were read are written back.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct MemberWriter
{
    private readonly ApiModel _model;
    private readonly Utf8JsonWriter _writer;
    private readonly MemberBuffer? _buffer;

    internal MemberWriter(ApiModel model, Utf8JsonWriter writer, MemberBuffer? buffer, JsonWriteMode mode)
    {
        _model = model;
        _writer = writer;
        _buffer = buffer;
        Mode = mode;
    }

    /// <summary>What is written.</summary>
    public JsonWriteMode Mode { get; }

    /// <summary>The writer, which has all members before the one that is written now.</summary>
    private Utf8JsonWriter Writer
    {
        get
        {
            _buffer?.Flush(_writer);
            return _writer;
        }
    }

    /// <summary>Writes a member that is always the same string.</summary>
    public void WriteConstant(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (_buffer is null || !_buffer.TryAdd(name, value, _writer))
        {
            Writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a member.</summary>
    public void WriteMember<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where TCodec : IJsonCodec<T>
    {
        Writer.WritePropertyName(name);
        TCodec.Write(_writer, value, Mode);
    }

    /// <summary>Writes an optional member for which unset and null differ.</summary>
    public void WriteIfSet<T, TCodec>(ReadOnlySpan<byte> name, Optional<T> value)
        where TCodec : IJsonCodec<T>
    {
        if (value.IsSet)
        {
            WriteMember<T, TCodec>(name, value.Value);
        }
    }

    /// <summary>Writes a member unless it is unset.</summary>
    public void WriteOptional<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            WriteMember<T, TCodec>(name, value);
        }
    }

    /// <inheritdoc cref="WriteOptional{T, TCodec}"/>
    public void WriteOptionalValue<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            WriteMember<T, TCodec>(name, set);
        }
    }

    /// <summary>Writes the start of the object, as a whole value or an item of an array.</summary>
    internal void Start()
    {
        if (_buffer is null || !_buffer.TryOpen(_writer))
        {
            Writer.WriteStartObject();
        }
    }

    /// <summary>Writes the start of the object, as a member of another one.</summary>
    internal void Start(ReadOnlySpan<byte> name)
    {
        if (_buffer is null || !_buffer.TryOpen(name, (byte)'{', _writer))
        {
            Writer.WriteStartObject(name);
        }
    }

    /// <summary>Writes the end of the object.</summary>
    internal void End()
    {
        if (_buffer is null || !_buffer.TryClose((byte)'}'))
        {
            Writer.WriteEndObject();
        }
    }

    private void StartArray(ReadOnlySpan<byte> name)
    {
        if (_buffer is null || !_buffer.TryOpen(name, (byte)'[', _writer))
        {
            Writer.WriteStartArray(name);
        }
    }

    private void EndArray()
    {
        if (_buffer is null || !_buffer.TryClose((byte)']'))
        {
            Writer.WriteEndArray();
        }
    }

    private void WriteItem(string item)
    {
        if (_buffer is null || !_buffer.TryAdd(item, _writer))
        {
            Writer.WriteStringValue(item);
        }
    }

    private void WriteText(ReadOnlySpan<byte> name, string value)
    {
        if (_buffer is null || !_buffer.TryAdd(name, value, _writer))
        {
            Writer.WriteString(name, value);
        }
    }

    private void WriteScalar<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (_buffer is null || !_buffer.TryAdd<T, TCodec>(name, value, _writer))
        {
            WriteMember<T, TCodec>(name, value);
        }
    }
}
