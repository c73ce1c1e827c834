using System.Runtime.CompilerServices;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <content>Members of generated types, and lists.</content>
public abstract partial class ApiModel
{
    /// <inheritdoc cref="JsonRead.StartObject"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StartObject(ref Utf8JsonReader reader) => JsonRead.StartObject(ref reader);

    /// <inheritdoc cref="JsonRead.NextMember(ref Utf8JsonReader, out JsonText)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static bool NextMember(scoped ref Utf8JsonReader reader, out JsonText name) => JsonRead.NextMember(ref reader, out name);

    /// <summary>Reads a member of a generated type; the reader stands on its name.</summary>
    protected static T ReadObject<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => JsonRead.Value<T>(ref reader);

    /// <summary>Writes a member of a generated type.</summary>
    protected static void WriteObject<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value, JsonWriteMode mode)
        where T : IJsonModel<T>
        => JsonWrite.Member<T, ModelCodec<T>>(writer, name, value, mode);

    /// <summary>Reads a member that is an object or a union or null.</summary>
    protected static T? ReadOptionalObject<T>(ref Utf8JsonReader reader)
        where T : class, IJsonModel<T>
        => JsonRead.Optional<T, ModelCodec<T>>(ref reader);

    /// <summary>Reads a member that is an object or a union or an explicit null, which is remembered.</summary>
    protected T? ReadObjectOrNull<T>(ref Utf8JsonReader reader, int index)
        where T : class, IJsonModel<T>
        => OptionalOrNull<T, ModelCodec<T>>(ref reader, index);

    /// <summary>Writes a member that is an object or a union or null.</summary>
    protected static void WriteNullableObject<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWriteMode mode)
        where T : class, IJsonModel<T>
        => JsonWrite.Member<T?, NullableCodec<T, ModelCodec<T>>>(writer, name, value, mode);

    /// <summary>Writes a member that is an object or a union, unless it is unset.</summary>
    protected static void WriteOptionalObject<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWriteMode mode)
        where T : class, IJsonModel<T>
        => JsonWrite.Optional<T, ModelCodec<T>>(writer, name, value, mode);

    /// <summary>Writes a member that is an object or a union, the null that was read, or nothing.</summary>
    protected void WriteObjectOrNull<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, int index, JsonWriteMode mode)
        where T : class, IJsonModel<T>
        => OptionalOrNull<T, ModelCodec<T>>(writer, name, value, index, mode);

    /// <summary>Reads a member that is a value of an enumeration or null.</summary>
    protected static T? ReadOptionalEnum<T>(ref Utf8JsonReader reader)
        where T : struct, IJsonModel<T>
        => JsonRead.OptionalValue<T, ModelCodec<T>>(ref reader);

    /// <summary>Reads a member that is a value of an enumeration or an explicit null, which is remembered.</summary>
    protected T? ReadEnumOrNull<T>(ref Utf8JsonReader reader, int index)
        where T : struct, IJsonModel<T>
        => OptionalValueOrNull<T, ModelCodec<T>>(ref reader, index);

    /// <summary>Writes a member that is a value of an enumeration or null.</summary>
    protected static void WriteNullableEnum<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWriteMode mode)
        where T : struct, IJsonModel<T>
        => JsonWrite.Member<T?, NullableValueCodec<T, ModelCodec<T>>>(writer, name, value, mode);

    /// <summary>Writes a member that is a value of an enumeration, unless it is unset.</summary>
    protected static void WriteOptionalEnum<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWriteMode mode)
        where T : struct, IJsonModel<T>
        => JsonWrite.OptionalValue<T, ModelCodec<T>>(writer, name, value, mode);

    /// <summary>Writes a member that is a value of an enumeration, the null that was read, or nothing.</summary>
    protected void WriteEnumOrNull<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, int index, JsonWriteMode mode)
        where T : struct, IJsonModel<T>
        => OptionalValueOrNull<T, ModelCodec<T>>(writer, name, value, index, mode);

    /// <summary>Reads a member that is a list of a generated type; the reader stands on its name.</summary>
    protected static List<T> ReadList<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => JsonRead.Value<List<T>, ListCodec<T, ModelCodec<T>>>(ref reader);

    /// <summary>Writes a member that is a list of a generated type.</summary>
    protected static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T> value, JsonWriteMode mode)
        where T : IJsonModel<T>
        => JsonWrite.Member<List<T>, ListCodec<T, ModelCodec<T>>>(writer, name, value, mode);

    /// <summary>Reads a member that is a list of a generated type or null.</summary>
    protected static List<T>? ReadOptionalList<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => JsonRead.Optional<List<T>, ListCodec<T, ModelCodec<T>>>(ref reader);

    /// <summary>Reads a member that is a list of a generated type or an explicit null, which is remembered.</summary>
    protected List<T>? ReadListOrNull<T>(ref Utf8JsonReader reader, int index)
        where T : IJsonModel<T>
        => OptionalOrNull<List<T>, ListCodec<T, ModelCodec<T>>>(ref reader, index);

    /// <summary>Writes a member that is a list of a generated type or null.</summary>
    protected static void WriteNullableList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? value, JsonWriteMode mode)
        where T : IJsonModel<T>
        => JsonWrite.Member<List<T>?, NullableCodec<List<T>, ListCodec<T, ModelCodec<T>>>>(writer, name, value, mode);

    /// <summary>Writes a member that is a list of a generated type, unless it is unset.</summary>
    protected static void WriteOptionalList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? value, JsonWriteMode mode)
        where T : IJsonModel<T>
        => JsonWrite.Optional<List<T>, ListCodec<T, ModelCodec<T>>>(writer, name, value, mode);

    /// <summary>Writes a member that is a list of a generated type, the null that was read, or nothing.</summary>
    protected void WriteListOrNull<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? value, int index, JsonWriteMode mode)
        where T : IJsonModel<T>
        => OptionalOrNull<List<T>, ListCodec<T, ModelCodec<T>>>(writer, name, value, index, mode);

    /// <summary>Reads a member that is a list of strings; the reader stands on its name.</summary>
    protected static List<string> ReadStrings(ref Utf8JsonReader reader)
        => JsonRead.Value<List<string>, ListCodec<string, StringCodec>>(ref reader);

    /// <summary>Writes a member that is a list of strings.</summary>
    protected static void WriteStrings(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<string> value, JsonWriteMode mode)
        => JsonWrite.Member<List<string>, ListCodec<string, StringCodec>>(writer, name, value, mode);

    /// <summary>Reads a member that is a list of strings or null.</summary>
    protected static List<string>? ReadOptionalStrings(ref Utf8JsonReader reader)
        => JsonRead.Optional<List<string>, ListCodec<string, StringCodec>>(ref reader);

    /// <summary>Reads a member that is a list of strings or an explicit null, which is remembered.</summary>
    protected List<string>? ReadStringsOrNull(ref Utf8JsonReader reader, int index)
        => OptionalOrNull<List<string>, ListCodec<string, StringCodec>>(ref reader, index);

    /// <summary>Writes a member that is a list of strings or null.</summary>
    protected static void WriteNullableStrings(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<string>? value, JsonWriteMode mode)
        => JsonWrite.Member<List<string>?, NullableCodec<List<string>, ListCodec<string, StringCodec>>>(writer, name, value, mode);

    /// <summary>Writes a member that is a list of strings, unless it is unset.</summary>
    protected static void WriteOptionalStrings(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<string>? value, JsonWriteMode mode)
        => JsonWrite.Optional<List<string>, ListCodec<string, StringCodec>>(writer, name, value, mode);

    /// <summary>Writes a member that is a list of strings, the null that was read, or nothing.</summary>
    protected void WriteStringsOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<string>? value, int index, JsonWriteMode mode)
        => OptionalOrNull<List<string>, ListCodec<string, StringCodec>>(writer, name, value, index, mode);
}
