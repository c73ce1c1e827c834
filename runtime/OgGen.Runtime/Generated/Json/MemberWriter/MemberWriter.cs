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

    internal MemberWriter(ApiModel model, Utf8JsonWriter writer, JsonWriteMode mode)
    {
        _model = model;
        _writer = writer;
        Mode = mode;
    }

    /// <summary>What is written.</summary>
    public JsonWriteMode Mode { get; }

    /// <summary>Writes a member that is always the same string.</summary>
    public void WriteConstant(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => _writer.WriteString(name, value);

    /// <summary>Writes a member.</summary>
    public void WriteMember<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where TCodec : IJsonCodec<T>
    {
        _writer.WritePropertyName(name);
        TCodec.Write(_writer, value, Mode);
    }

    /// <summary>Writes an optional member for which unset and null differ.</summary>
    public void WriteIfSet<T, TCodec>(ReadOnlySpan<byte> name, Optional<T> value)
        where TCodec : IJsonCodec<T>
    {
        if (value.IsSet)
        {
            _writer.WritePropertyName(name);
            TCodec.Write(_writer, value.Value, Mode);
        }
    }

    /// <summary>Writes a member unless it is unset.</summary>
    public void WriteOptional<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            _writer.WritePropertyName(name);
            TCodec.Write(_writer, value, Mode);
        }
    }

    /// <inheritdoc cref="WriteOptional{T, TCodec}"/>
    public void WriteOptionalValue<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            _writer.WritePropertyName(name);
            TCodec.Write(_writer, set, Mode);
        }
    }
}
