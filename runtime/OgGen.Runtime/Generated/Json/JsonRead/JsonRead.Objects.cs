using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>Members of generated types, and lists.</content>
public static partial class JsonRead
{
    /// <summary>Reads a member of a generated type; the reader stands on its name.</summary>
    public static T Object<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => Value<T>(ref reader);

    /// <summary>Reads a member that is an object or a union or null.</summary>
    public static T? OptionalObject<T>(ref Utf8JsonReader reader)
        where T : class, IJsonModel<T>
        => Optional<T, ModelCodec<T>>(ref reader);

    /// <summary>Reads a member that is an object or a union or an explicit null, which is remembered.</summary>
    public static T? ObjectOrNull<T>(ref Utf8JsonReader reader, ApiModel model, int index)
        where T : class, IJsonModel<T>
        => OptionalOrNull<T, ModelCodec<T>>(ref reader, model, index);

    /// <summary>Reads a member that is a value of an enumeration or null.</summary>
    public static T? OptionalEnum<T>(ref Utf8JsonReader reader)
        where T : struct, IJsonModel<T>
        => OptionalValue<T, ModelCodec<T>>(ref reader);

    /// <summary>Reads a member that is a value of an enumeration or an explicit null, which is remembered.</summary>
    public static T? EnumOrNull<T>(ref Utf8JsonReader reader, ApiModel model, int index)
        where T : struct, IJsonModel<T>
        => OptionalValueOrNull<T, ModelCodec<T>>(ref reader, model, index);

    /// <summary>Reads a member that is a list of a generated type; the reader stands on its name.</summary>
    public static List<T> List<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => Value<List<T>, ListCodec<T, ModelCodec<T>>>(ref reader);

    /// <summary>Reads a member that is a list of a generated type or null.</summary>
    public static List<T>? OptionalList<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => Optional<List<T>, ListCodec<T, ModelCodec<T>>>(ref reader);

    /// <summary>Reads a member that is a list of a generated type or an explicit null, which is remembered.</summary>
    public static List<T>? ListOrNull<T>(ref Utf8JsonReader reader, ApiModel model, int index)
        where T : IJsonModel<T>
        => OptionalOrNull<List<T>, ListCodec<T, ModelCodec<T>>>(ref reader, model, index);

    /// <summary>Reads a member that is a list of strings; the reader stands on its name.</summary>
    public static List<string> Strings(ref Utf8JsonReader reader)
        => Value<List<string>, ListCodec<string, StringCodec>>(ref reader);

    /// <summary>Reads a member that is a list of strings or null.</summary>
    public static List<string>? OptionalStrings(ref Utf8JsonReader reader)
        => Optional<List<string>, ListCodec<string, StringCodec>>(ref reader);

    /// <summary>Reads a member that is a list of strings or an explicit null, which is remembered.</summary>
    public static List<string>? StringsOrNull(ref Utf8JsonReader reader, ApiModel model, int index)
        => OptionalOrNull<List<string>, ListCodec<string, StringCodec>>(ref reader, model, index);
}
