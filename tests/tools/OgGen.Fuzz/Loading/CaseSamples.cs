using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Samples;

namespace OgGen.Fuzz.Loading;

/// <summary>Values for one type.</summary>
/// <param name="Fitting">Those that fit the schema, as a library says that knows nothing of the generator.</param>
/// <param name="Others">Those of which nobody knows that.</param>
internal sealed record CaseSamples(IReadOnlyList<string> Fitting, IReadOnlyList<string> Others)
{
    private const int Turns = 5;

    public static CaseSamples None { get; } = new([], []);

    /// <summary>Values for the types of a document, by the type's full name.</summary>
    public static IReadOnlyDictionary<string, CaseSamples> Of(LoadedCase one, IReadOnlyDictionary<string, Type> types)
    {
        var samples = new Dictionary<string, CaseSamples>(StringComparer.Ordinal);
        if (Parse(one) is not { } tree
            || Judge(one, tree, types.Keys) is var judge && one.IsExact && judge is null && InPlaceCycle.IsIn(tree))
        {
            return samples;
        }

        foreach ((string pointer, Type type) in types)
        {
            ILookup<bool, string> made = Make(one, tree, pointer)
                .Distinct(StringComparer.Ordinal)
                .ToLookup(json => !IsPart(pointer) && judge?.Fits(pointer, json) == true);
            samples.TryAdd(type.FullName!, new CaseSamples([.. made[true]], [.. made[false]]));
        }

        return samples;
    }

    /// <summary>All texts of a document: names of members, values of discriminators.</summary>
    public static IEnumerable<string> Words(LoadedCase one)
        => Parse(one) is not { } tree ? [] : Tree.Nodes(tree.Root)
            .SelectMany(static node => node switch
            {
                JsonObject item => item.Select(static member => member.Key),
                JsonValue value when value.TryGetValue(out string? text) => [text],
                _ => [],
            })
            .Where(static text => text.Length < 100)
            .Distinct(StringComparer.Ordinal);

    private static DocumentTree? Parse(LoadedCase one)
    {
        try
        {
            return new DocumentTree(DocumentText.Parse(one.Path, one.Text));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What a library cannot read, and the generator can, has no samples.
            return null;
        }
    }

    /// <summary>The judge of what fits; null where there is none: of a changed document nobody knows what it means.</summary>
    private static SchemaJudge? Judge(LoadedCase one, DocumentTree tree, IEnumerable<string> pointers)
        => one.IsExact && !InPlaceCycle.IsIn(tree) ? new SchemaJudge(tree, pointers, []) : null;

    /// <summary>
    /// Whether a schema is a part of others: a type at its place has what stands beside it as well, here or where the whole is a part
    /// again.
    /// </summary>
    private static bool IsPart(string pointer) => pointer.Split('/') is [.., "allOf" or "oneOf" or "anyOf", _];

    private static IEnumerable<string> Make(LoadedCase one, DocumentTree tree, string pointer)
    {
        for (int turn = 0; turn <= Turns; turn++)
        {
            JsonNode? value;
            try
            {
                value = new SampleMaker(tree, turn, isFull: turn > 0).Make(new JsonObject { ["$ref"] = pointer });
            }
            catch (Exception e) when (e is InvalidOperationException || !one.IsExact && e is not OutOfMemoryException)
            {
                // A schema whose values have no end has no samples, and neither has one that makes no sense.
                yield break;
            }

            yield return value?.ToJsonString() ?? "null";
        }
    }
}
