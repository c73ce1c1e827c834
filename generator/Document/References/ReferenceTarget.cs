using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>The element that a reference leads to.</summary>
/// <param name="File">The file that has the element.</param>
/// <param name="Location">The location of the element in the file.</param>
/// <param name="Tokens">The keys and indexes that lead to the element from the top of the file.</param>
/// <param name="Node">The element.</param>
internal readonly record struct ReferenceTarget(SpecTree File, NodeLocation Location, IReadOnlyList<string> Tokens, JsonNode? Node)
{
    /// <summary>The JSON pointer in the file.</summary>
    public string Pointer => Location.Pointer;
}

/// <summary>Why a reference cannot be followed.</summary>
/// <param name="Id">The diagnostic; empty where the reason was reported with the file that the reference leads to.</param>
/// <param name="Text">A clause for the message: "leads nowhere"; for a limit, what exceeds it.</param>
/// <param name="Limit">The limit that is exceeded; 0 for any other reason.</param>
internal readonly record struct ReferenceError(string Id, string Text, int Limit = 0)
{
    public static ReferenceError None { get; } = new("", "");

    /// <summary>The reference leads back to itself.</summary>
    public static ReferenceError Circular { get; } = new(Descriptors.Unsupported, "leads back to itself");

    public static ReferenceError Unresolved(string text) => new(Descriptors.UnresolvedReference, text);

    /// <summary>The reference leads to an element of another kind.</summary>
    public static ReferenceError Mismatch(string text) => new(Descriptors.Invalid, text);

    public static ReferenceError Beyond(int limit, string what) => new(Descriptors.BeyondLimit, what, limit);

    /// <summary>The diagnostic at a reference that cannot be followed; null where the reason is reported elsewhere.</summary>
    /// <param name="pointer">The JSON pointer of the <c>$ref</c>.</param>
    /// <param name="reference">The reference as it is written.</param>
    /// <param name="near">A similar reference; null where there is none.</param>
    public Problem? ToProblem(string pointer, string reference, string? near = null)
        => Id.Length == 0 ? null
            : Limit > 0 ? new Problem(Id, pointer, Limit.ToString("N0", CultureInfo.InvariantCulture), Text)
            : new Problem(
                Id,
                pointer,
                $"The reference '{reference}' {(near is null ? "" : $"(is '{near}' meant?) ")}{Text}; in place of a schema any JSON is "
                    + "accepted, anything else is left out");
}

/// <summary>A reference as it is written, and the location of its holder.</summary>
/// <param name="Text">The value of <c>$ref</c>.</param>
/// <param name="File">The file that has the reference.</param>
/// <param name="Holder">The location of the object that has the reference.</param>
internal readonly record struct WrittenReference(string Text, SpecTree File, NodePath Holder)
{
    /// <summary>The value of <c>$ref</c> in an object; null where the object has none, or one that is no string.</summary>
    public static string? In(JsonNode? node)
        => node is JsonObject item
            && item.TryGetPropertyValue("$ref", out JsonNode? value)
            && value is JsonValue text
            && text.TryGetValue(out string? reference) ? reference : null;
}
