using System.Runtime.InteropServices;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>Members of generated types, and lists.</content>
public readonly partial struct MemberWriter
{
    /// <summary>Writes a member of a generated type.</summary>
    public void WriteObject<T>(ReadOnlySpan<byte> name, T value)
        where T : IJsonModel<T>
    {
        if (default(T) is IStringEnumeration)
        {
            WriteText(name, value.ToString()!);
        }
        else if (value is ApiModel model)
        {
            var members = new MemberWriter(model, _writer, _buffer, Mode);
            members.Start(name);
            model.WriteContent(members);
        }
        else
        {
            WriteMember<T, ModelCodec<T>>(name, value);
        }
    }

    /// <summary>Writes a member that is an object or a union or null.</summary>
    public void WriteNullableObject<T>(ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel<T>
    {
        if (value is not null)
        {
            WriteObject(name, value);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is an object or a union, unless it is unset.</summary>
    public void WriteOptionalObject<T>(ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel<T>
    {
        if (value is not null)
        {
            WriteObject(name, value);
        }
    }

    /// <summary>Writes a member that is an object or a union, the null that was read, or nothing.</summary>
    public void WriteObjectOrNull<T>(ReadOnlySpan<byte> name, T? value, int index)
        where T : class, IJsonModel<T>
    {
        if (value is not null)
        {
            WriteObject(name, value);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a value of an enumeration or null.</summary>
    public void WriteNullableEnum<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonModel<T>
    {
        if (value is { } set)
        {
            WriteObject(name, set);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a value of an enumeration, unless it is unset.</summary>
    public void WriteOptionalEnum<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonModel<T>
    {
        if (value is { } set)
        {
            WriteObject(name, set);
        }
    }

    /// <summary>Writes a member that is a value of an enumeration, the null that was read, or nothing.</summary>
    public void WriteEnumOrNull<T>(ReadOnlySpan<byte> name, T? value, int index)
        where T : struct, IJsonModel<T>
    {
        if (value is { } set)
        {
            WriteObject(name, set);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a list of a generated type.</summary>
    public void WriteList<T>(ReadOnlySpan<byte> name, List<T> value)
        where T : IJsonModel<T>
    {
        StartArray(name);
        foreach (T item in CollectionsMarshal.AsSpan(Required.NotNull(value)))
        {
            if (default(T) is IStringEnumeration)
            {
                WriteItem(item.ToString()!);
            }
            else if (item is ApiModel model)
            {
                var members = new MemberWriter(model, _writer, _buffer, Mode);
                members.Start();
                model.WriteContent(members);
            }
            else
            {
                ModelCodec<T>.Write(Writer, item, Mode);
            }
        }

        EndArray();
    }

    /// <summary>Writes a member that is a list of a generated type or null.</summary>
    public void WriteNullableList<T>(ReadOnlySpan<byte> name, List<T>? value)
        where T : IJsonModel<T>
    {
        if (value is not null)
        {
            WriteList(name, value);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a list of a generated type, unless it is unset.</summary>
    public void WriteOptionalList<T>(ReadOnlySpan<byte> name, List<T>? value)
        where T : IJsonModel<T>
    {
        if (value is not null)
        {
            WriteList(name, value);
        }
    }

    /// <summary>Writes a member that is a list of a generated type, the null that was read, or nothing.</summary>
    public void WriteListOrNull<T>(ReadOnlySpan<byte> name, List<T>? value, int index)
        where T : IJsonModel<T>
    {
        if (value is not null)
        {
            WriteList(name, value);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a list of strings.</summary>
    public void WriteStrings(ReadOnlySpan<byte> name, List<string> value)
    {
        StartArray(name);
        foreach (string item in CollectionsMarshal.AsSpan(Required.NotNull(value)))
        {
            WriteItem(Required.NotNull(item));
        }

        EndArray();
    }

    /// <summary>Writes a member that is a list of strings or null.</summary>
    public void WriteNullableStrings(ReadOnlySpan<byte> name, List<string>? value)
    {
        if (value is not null)
        {
            WriteStrings(name, value);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a list of strings, unless it is unset.</summary>
    public void WriteOptionalStrings(ReadOnlySpan<byte> name, List<string>? value)
    {
        if (value is not null)
        {
            WriteStrings(name, value);
        }
    }

    /// <summary>Writes a member that is a list of strings, the null that was read, or nothing.</summary>
    public void WriteStringsOrNull(ReadOnlySpan<byte> name, List<string>? value, int index)
    {
        if (value is not null)
        {
            WriteStrings(name, value);
        }
        else
        {
            WriteNull(name, index);
        }
    }
}
