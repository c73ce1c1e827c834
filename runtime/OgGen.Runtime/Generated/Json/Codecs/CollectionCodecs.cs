using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>A JSON array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListCodec<T, TCodec> : IJsonCodec<List<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static List<T> Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return JsonFault.Unexpected<List<T>>(ref reader, "an array");
        }

        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(TCodec.Read(ref reader, ref isInexact));
        }

        return list;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, List<T> value, JsonWriteMode mode)
    {
        writer.WriteStartArray();
        foreach (T item in Required.NotNull(value))
        {
            TCodec.Write(writer, item, mode);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public static bool WroteParts(Utf8JsonWriter writer, List<T> value, JsonElement original, JsonWriteMode mode)
    {
        if (original.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        // An added or removed item moves those after it: each item keeps its index from the start or from the end.
        JsonElement[] items = [.. original.EnumerateArray()];
        int moved = items.Length - value.Count;
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            JsonElement[] candidates = [.. items.Skip(i).Take(1), .. moved == 0 || i + moved < 0 ? [] : items.Skip(i + moved).Take(1)];
            Original.WritePart<T, TCodec>(writer, value[i], candidates, mode);
        }

        writer.WriteEndArray();
        return true;
    }
}

/// <summary>A JSON array that is only read, such as the result of a call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReadOnlyListCodec<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref Utf8JsonReader reader, ref bool isInexact)
        => ListCodec<T, TCodec>.Read(ref reader, ref isInexact);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonWriteMode mode)
        => ListCodec<T, TCodec>.Write(writer, [.. Required.NotNull(value)], mode);
}

/// <summary>A JSON object whose member names are data. Of several members with one name the last counts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MapCodec<T, TCodec> : IJsonCodec<Dictionary<string, T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static Dictionary<string, T> Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        JsonRead.StartObject(ref reader);
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (JsonRead.NextMember(ref reader) && ReadText.TryRead(ref reader, out string? name))
        {
            reader.Read();
            map[name] = TCodec.Read(ref reader, ref isInexact);
        }

        return map;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Dictionary<string, T> value, JsonWriteMode mode)
    {
        writer.WriteStartObject();
        foreach ((string name, T item) in Required.NotNull(value))
        {
            writer.WritePropertyName(name);
            TCodec.Write(writer, item, mode);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public static bool WroteParts(Utf8JsonWriter writer, Dictionary<string, T> value, JsonElement original, JsonWriteMode mode)
    {
        if (original.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        writer.WriteStartObject();
        foreach ((string name, T item) in value)
        {
            writer.WritePropertyName(name);
            Original.WritePart<T, TCodec>(writer, item, original.TryGetProperty(name, out JsonElement before) ? [before] : [], mode);
        }

        writer.WriteEndObject();
        return true;
    }
}

/// <summary>A value of a reference type, or null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableCodec<T, TCodec> : IJsonCodec<T?>
    where T : class
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref Utf8JsonReader reader, ref bool isInexact)
        => reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref reader, ref isInexact);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value, JsonWriteMode mode)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            TCodec.Write(writer, value, mode);
        }
    }

    /// <inheritdoc/>
    public static bool WroteParts(Utf8JsonWriter writer, T? value, JsonElement original, JsonWriteMode mode)
        => value is not null && TCodec.WroteParts(writer, value, original, mode);
}

/// <summary>A value of a value type, or null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableValueCodec<T, TCodec> : IJsonCodec<T?>
    where T : struct
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref Utf8JsonReader reader, ref bool isInexact)
        => reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref reader, ref isInexact);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value, JsonWriteMode mode)
    {
        if (value is { } set)
        {
            TCodec.Write(writer, set, mode);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

internal static class Required
{
    /// <summary>Throws for a required member that was never set, before a part of a request is written.</summary>
    public static T NotNull<T>(T? value)
        where T : class
        => value ?? throw new ArgumentNullException(nameof(value), $"A required {typeof(T).Name} is null.");
}
