using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace OgGen.Json;

/// <summary>How a JSON value may begin.</summary>
[Flags]
public enum JsonKinds
{
    /// <summary>No value.</summary>
    None = 0,

    /// <summary>An object.</summary>
    Object = 1,

    /// <summary>An array.</summary>
    Array = 2,

    /// <summary>A string.</summary>
    String = 4,

    /// <summary>A number.</summary>
    Number = 8,

    /// <summary>A boolean.</summary>
    Boolean = 16,
}

/// <summary>By what one case of a choice is recognised.</summary>
/// <param name="kinds">How its values begin.</param>
public sealed class ChoiceShape(JsonKinds kinds)
{
    /// <summary>How its values begin.</summary>
    public JsonKinds Kinds { get; } = kinds;

    /// <summary>The members that its objects must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The other members that its objects may have.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Members that hold one of certain strings, integers or booleans, as text.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]>> Constants { get; init; } = [];

    /// <summary>The values that the document names, as text, where this case is an enumeration that others begin like.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>Finds the type of a value of which the document names several and no discriminator.</summary>
public static class ChoiceReader
{
    /// <summary>
    /// The cases that a value may be, most likely first: by the kind of its first token, objects then by their constants,
    /// their required members, and the number of members that the case knows.
    /// </summary>
    public static IReadOnlyList<int> Rank(in Utf8JsonReader reader, IReadOnlyList<ChoiceShape> shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        JsonKinds kind = KindOf(reader.TokenType);
        var candidates = new List<int>(shapes.Count);
        for (int i = 0; i < shapes.Count; i++)
        {
            if ((shapes[i].Kinds & kind) != 0)
            {
                candidates.Add(i);
            }
        }

        // Where others begin otherwise, an object is the one that they are not; where there are no others, its constants decide.
        if (kind == JsonKinds.Object && (candidates.Count > 1 || shapes.Count == 1 && candidates.Count == 1))
        {
            RankObjects(reader, shapes, candidates);
        }
        else if (candidates.Count > 1 && candidates.Exists(i => shapes[i].Values.Count > 0))
        {
            RankValues(reader, shapes, candidates);
        }

        return candidates;
    }

    /// <summary>Reads a value as one type; the reader stays where it is if the value does not fit it, or none of its own types.</summary>
    public static bool TryRead<T, TCodec>(ref Utf8JsonReader reader, [NotNullWhen(true)] out T? value)
        where T : notnull
        where TCodec : IJsonCodec<T>
    {
        Utf8JsonReader start = reader;
        try
        {
            value = TCodec.Read(ref reader);
            if (value is not ApiChoice { Json: not null })
            {
                return true;
            }
        }
        catch (Exception e) when (JsonFault.IsData(e))
        {
        }

        Inexact.Forget();
        reader = start;
        value = default;
        return false;
    }

    /// <summary>Enumerations that know a value come first, those that do not come last: what names no values takes it before them.</summary>
    private static void RankValues(Utf8JsonReader reader, IReadOnlyList<ChoiceShape> shapes, List<int> candidates)
    {
        string text = TextOf(ref reader) ?? "";
        int[] ranked = [.. candidates.OrderBy(i => shapes[i].Values.Count == 0 ? 1 : shapes[i].Values.Contains(text) ? 0 : 2)];
        candidates.Clear();
        candidates.AddRange(ranked);
    }

    private static void RankObjects(Utf8JsonReader reader, IReadOnlyList<ChoiceShape> shapes, List<int> candidates)
    {
        var members = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (JsonRead.NextMember(ref reader))
        {
            string name = reader.GetString()!;
            reader.Read();
            members[name] = TextOf(ref reader);
            reader.Skip();
        }

        candidates.RemoveAll(i => !Fits(shapes[i], members));

        // Stable, so that of equal candidates the document's first one counts.
        int[] ranked = [.. candidates.OrderByDescending(i => Known(shapes[i], members))];
        candidates.Clear();
        candidates.AddRange(ranked);
    }

    /// <summary>The value of a member that may be a constant; null for others.</summary>
    private static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out long number) => number.ToString(CultureInfo.InvariantCulture),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    private static bool Fits(ChoiceShape shape, Dictionary<string, string?> members)
        => shape.Required.All(members.ContainsKey)
            && shape.Constants.All(constant => members.TryGetValue(constant.Key, out string? value) && constant.Value.Contains(value));

    private static int Known(ChoiceShape shape, Dictionary<string, string?> members)
        => shape.Required.Count + shape.Optional.Count(members.ContainsKey);

    private static JsonKinds KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonKinds.Object,
        JsonTokenType.StartArray => JsonKinds.Array,
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        _ => JsonKinds.None,
    };
}
