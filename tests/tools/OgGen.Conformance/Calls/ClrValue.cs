using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen.Conformance.Calls;

/// <summary>JSON values as arguments of generated methods, and results as JSON.</summary>
internal static class ClrValue
{
    private static readonly MethodInfo s_parse = typeof(ClrValue).GetMethod(nameof(Parse), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo s_list = typeof(ClrValue).GetMethod(nameof(List), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo s_map = typeof(ClrValue).GetMethod(nameof(Map), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>A JSON value as an instance of a type.</summary>
    /// <exception cref="NotSupportedException">This knows no way from the value to the type.</exception>
    public static object? Of(Type type, JsonNode? value)
    {
        type = value is null ? type : Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(value);
        }

        if (value is null)
        {
            return null;
        }

        if (type == typeof(string))
        {
            return value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        }

        if (IsModel(type))
        {
            return s_parse.MakeGenericMethod(type).Invoke(null, [value.ToJsonString()]);
        }

        if (value is JsonArray array && Element(type) is { } item)
        {
            return s_list.MakeGenericMethod(item).Invoke(null, [array]);
        }

        if (value is JsonObject map && type.IsGenericType && type.GetGenericArguments() is [var key, var member] && key == typeof(string))
        {
            return s_map.MakeGenericMethod(member).Invoke(null, [map]);
        }

        return Scalar(type, value.ToString());
    }

    /// <summary>An instance of a type for a body that is no JSON: of the value where there is a way, else of some text.</summary>
    public static object? Any(Type type, JsonNode? value)
    {
        if (type == typeof(Action<ApiMultipart>))
        {
            return (Action<ApiMultipart>)(static parts => parts.AddText("key", "text"));
        }

        if (Element(type) is { } item && IsModel(item) && value is JsonObject)
        {
            // The document may give the schema of one of many values.
            value = new JsonArray(value.DeepClone());
        }

        try
        {
            return Of(type, value ?? JsonValue.Create("text")) ?? Of(type, JsonValue.Create("text"));
        }
        catch (Exception e) when (e is NotSupportedException or FormatException or TargetInvocationException)
        {
            JsonNode text = Element(type) is not null ? new JsonArray("text")
                : type.IsGenericType && type.GetGenericArguments() is [var key, _] && key == typeof(string)
                    ? new JsonObject { ["key"] = "text" }
                : JsonValue.Create("text");
            return Of(type, text);
        }
    }

    /// <summary>A result as JSON; null where it is none (a stream, a text that is no JSON).</summary>
    public static JsonNode? ToJson(object? value)
    {
        switch (value)
        {
            case null or Stream or ReadOnlyMemory<byte>:
                return null;
            case JsonElement element:
                return JsonNode.Parse(element.GetRawText());
            case string text:
                return JsonValue.Create(text);
            case bool or int or long or double or float or decimal:
                return JsonSerializer.SerializeToNode(value);
            case byte[] bytes:
                return JsonValue.Create(Convert.ToBase64String(bytes));
            case IDictionary map:
                return new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, ToJson(map[key]))));
            case IEnumerable list:
                return new JsonArray([.. list.Cast<object?>().Select(ToJson)]);
            default:
                return Written(value) ?? JsonSerializer.SerializeToNode(value, value.GetType());
        }
    }

    public static bool IsModel(Type type)
        => type.GetInterfaces()
            .Any(candidate => candidate.IsGenericType
                && candidate.GetGenericTypeDefinition() == typeof(IJsonModel<>)
                && candidate.GetGenericArguments()[0] == type);

    private static JsonNode? Written(object value)
    {
        MethodInfo? write = value.GetType().GetMethod("Write", [typeof(Utf8JsonWriter), typeof(JsonWriteMode)]);
        if (write is null)
        {
            return null;
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            write.Invoke(value, [writer, JsonWriteMode.Full]);
        }

        return JsonNode.Parse(stream.ToArray());
    }

    private static object Scalar(Type type, string text) => type switch
    {
        _ when type == typeof(bool) => bool.Parse(text),
        _ when type == typeof(Guid) => Guid.Parse(text),
        _ when type == typeof(Uri) => new Uri(text, UriKind.RelativeOrAbsolute),
        _ when type == typeof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        _ when type == typeof(TimeOnly) => TimeOnly.Parse(text, CultureInfo.InvariantCulture),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        _ when type == typeof(byte[]) => Convert.FromBase64String(text),
        _ when type == typeof(ReadOnlyMemory<byte>) => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text),
        _ when type == typeof(ApiFile) => new ApiFile(Encoding.UTF8.GetBytes(text), "file.bin"),
        _ when type.IsAssignableFrom(typeof(MemoryStream)) => new MemoryStream(Encoding.UTF8.GetBytes(text)),
        _ when type.IsPrimitive || type == typeof(decimal) =>
            Convert.ChangeType(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), type, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"no {type} of {text}"),
    };

    private static Type? Element(Type type)
        => type.IsArray ? type.GetElementType()
            : type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableFrom(typeof(List<>).MakeGenericType(item))
                ? item
            : null;

    private static T Parse<T>(string json)
        where T : IJsonModel<T>
        => JsonModel.Parse<T>(json);

    private static List<T> List<T>(JsonArray array) => [.. array.Select(static item => Of(typeof(T), item) is T value ? value : default!)];

    private static Dictionary<string, T> Map<T>(JsonObject map)
        => map.ToDictionary(static member => member.Key, static member => Of(typeof(T), member.Value) is T value ? value : default!);
}
