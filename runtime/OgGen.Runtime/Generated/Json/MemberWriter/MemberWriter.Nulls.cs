using System.Text.Json;

namespace OgGen.Generated;

/// <content>Optional members that may be null: the null that was read is written, and an absent member is not.</content>
public readonly partial struct MemberWriter
{
    /// <summary>Writes an optional member that may be null: its value, the null that was read, or nothing.</summary>
    public void WriteOrNull<T, TCodec>(ReadOnlySpan<byte> name, T? value, int index)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            WriteMember<T, TCodec>(name, value);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <inheritdoc cref="WriteOrNull{T, TCodec}"/>
    public void WriteValueOrNull<T, TCodec>(ReadOnlySpan<byte> name, T? value, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            WriteMember<T, TCodec>(name, set);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes the null that was read, if one was.</summary>
    private void WriteNull(ReadOnlySpan<byte> name, int index)
    {
        if (_model.Extras is { } extras && extras.WasNull(index))
        {
            Writer.WriteNull(name);
        }
    }
}
