using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>Members of generated types, and lists.</content>
public readonly partial struct MemberWriter
{
    /// <summary>Writes a member of a generated type.</summary>
    public void WriteObject<T>(ReadOnlySpan<byte> name, T value)
        where T : IJsonModel<T>
        => WriteMember<T, ModelCodec<T>>(name, value);

    /// <summary>Writes a member that is an object or a union or null.</summary>
    public void WriteNullableObject<T>(ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel<T>
        => WriteMember<T?, NullableCodec<T, ModelCodec<T>>>(name, value);

    /// <summary>Writes a member that is an object or a union, unless it is unset.</summary>
    public void WriteOptionalObject<T>(ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel<T>
        => WriteOptional<T, ModelCodec<T>>(name, value);

    /// <summary>Writes a member that is an object or a union, the null that was read, or nothing.</summary>
    public void WriteObjectOrNull<T>(ReadOnlySpan<byte> name, T? value, int index)
        where T : class, IJsonModel<T>
        => WriteOrNull<T, ModelCodec<T>>(name, value, index);

    /// <summary>Writes a member that is a value of an enumeration or null.</summary>
    public void WriteNullableEnum<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonModel<T>
        => WriteMember<T?, NullableValueCodec<T, ModelCodec<T>>>(name, value);

    /// <summary>Writes a member that is a value of an enumeration, unless it is unset.</summary>
    public void WriteOptionalEnum<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonModel<T>
        => WriteOptionalValue<T, ModelCodec<T>>(name, value);

    /// <summary>Writes a member that is a value of an enumeration, the null that was read, or nothing.</summary>
    public void WriteEnumOrNull<T>(ReadOnlySpan<byte> name, T? value, int index)
        where T : struct, IJsonModel<T>
        => WriteValueOrNull<T, ModelCodec<T>>(name, value, index);

    /// <summary>Writes a member that is a list of a generated type.</summary>
    public void WriteList<T>(ReadOnlySpan<byte> name, List<T> value)
        where T : IJsonModel<T>
        => WriteMember<List<T>, ListCodec<T, ModelCodec<T>>>(name, value);

    /// <summary>Writes a member that is a list of a generated type or null.</summary>
    public void WriteNullableList<T>(ReadOnlySpan<byte> name, List<T>? value)
        where T : IJsonModel<T>
        => WriteMember<List<T>?, NullableCodec<List<T>, ListCodec<T, ModelCodec<T>>>>(name, value);

    /// <summary>Writes a member that is a list of a generated type, unless it is unset.</summary>
    public void WriteOptionalList<T>(ReadOnlySpan<byte> name, List<T>? value)
        where T : IJsonModel<T>
        => WriteOptional<List<T>, ListCodec<T, ModelCodec<T>>>(name, value);

    /// <summary>Writes a member that is a list of a generated type, the null that was read, or nothing.</summary>
    public void WriteListOrNull<T>(ReadOnlySpan<byte> name, List<T>? value, int index)
        where T : IJsonModel<T>
        => WriteOrNull<List<T>, ListCodec<T, ModelCodec<T>>>(name, value, index);

    /// <summary>Writes a member that is a list of strings.</summary>
    public void WriteStrings(ReadOnlySpan<byte> name, List<string> value)
        => WriteMember<List<string>, ListCodec<string, StringCodec>>(name, value);

    /// <summary>Writes a member that is a list of strings or null.</summary>
    public void WriteNullableStrings(ReadOnlySpan<byte> name, List<string>? value)
        => WriteMember<List<string>?, NullableCodec<List<string>, ListCodec<string, StringCodec>>>(name, value);

    /// <summary>Writes a member that is a list of strings, unless it is unset.</summary>
    public void WriteOptionalStrings(ReadOnlySpan<byte> name, List<string>? value)
        => WriteOptional<List<string>, ListCodec<string, StringCodec>>(name, value);

    /// <summary>Writes a member that is a list of strings, the null that was read, or nothing.</summary>
    public void WriteStringsOrNull(ReadOnlySpan<byte> name, List<string>? value, int index)
        => WriteOrNull<List<string>, ListCodec<string, StringCodec>>(name, value, index);
}
