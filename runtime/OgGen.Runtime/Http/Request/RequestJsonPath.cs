using System.Text;
using System.Text.Json;

namespace OgGen;

/// <summary>Finds where in a request something is wrong.</summary>
internal static class RequestJsonPath
{
    /// <summary>The JSON path of the value that comes after the beginning of a JSON text, or that the beginning ends in.</summary>
    /// <param name="begun">The beginning. A string at its end may be cut.</param>
    public static string AtEnd(ReadOnlySpan<byte> begun)
    {
        var names = new Stack<string>();
        var reader = new Utf8JsonReader(begun, isFinalBlock: false, state: default);
        string? name = null;
        var indexes = new Stack<int>();
        while (TryRead(ref reader))
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = "." + Encoding.UTF8.GetString(reader.ValueSpan);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    names.Push(Step(name, indexes));
                    indexes.Push(reader.TokenType == JsonTokenType.StartArray ? 0 : -1);
                    name = null;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    names.Pop();
                    indexes.Pop();
                    name = null;
                    Advance(indexes);
                    break;
                default:
                    name = null;
                    Advance(indexes);
                    break;
            }
        }

        return "$" + string.Concat(names.Reverse()) + Step(name, indexes);
    }

    /// <summary>The last step of the path to the value that comes next.</summary>
    private static string Step(string? name, Stack<int> indexes)
        => name ?? (indexes.TryPeek(out int index) && index >= 0 ? FormattableString.Invariant($"[{index}]") : "");

    private static void Advance(Stack<int> indexes)
    {
        if (indexes.TryPop(out int index))
        {
            indexes.Push(index < 0 ? index : index + 1);
        }
    }

    private static bool TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
