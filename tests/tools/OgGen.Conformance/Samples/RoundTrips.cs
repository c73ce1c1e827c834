using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Generation;

namespace OgGen.Conformance.Samples;

/// <summary>A sample that did not come back as it was.</summary>
internal sealed record Difference(Sample Sample, string Reason);

/// <summary>What came of reading the samples of all schemas into their types and writing them back.</summary>
internal sealed class RoundTrips
{
    /// <summary>How many samples there are for a component, and for an inline schema.</summary>
    private const int ComponentTurns = 6;
    private const int InlineTurns = 2;

    /// <summary>The component schemas that have neither a type nor a reason to have none.</summary>
    public List<string> MissingSchemas { get; } = [];

    public int Samples { get; private set; }

    public List<Difference> Differences { get; } = [];

    /// <summary>The values that are no samples, because they do not fit their schema.</summary>
    public IReadOnlyList<LeftOutSample> LeftOut { get; private set; } = [];

    /// <summary>The schemas that no value was a sample of.</summary>
    public List<string> Untried { get; } = [];

    /// <summary>
    /// The places of the schemas to try: the components, and the inline schemas that have a type. An alternative beside which more
    /// stands is no schema of its own; its values are those of the whole.
    /// </summary>
    public static IReadOnlyList<string> Pointers(DocumentTree document, ClientAssembly client)
    {
        string[] components = [.. document.Schemas.Select(schema => document.SchemasPointer + DocumentTree.Escape(schema.Key))];
        return
        [
            .. components,
            .. client.TypesByPointer.Keys.Except(components)
                .Where(pointer => document.Find(pointer) is not null && !IsPart(document, pointer)),
        ];
    }

    private static bool IsPart(DocumentTree document, string pointer)
        => pointer.Split('/') is [.. var parent, "allOf" or "oneOf" or "anyOf", _]
            && document.Find(string.Join('/', parent)) is JsonObject whole
            && whole.Any(static member => member.Key is "properties" or "required" or "allOf" or "additionalProperties");

    public static RoundTrips Run(DocumentTree document, ClientAssembly client, SchemaJudge judge)
    {
        SampleSource source = new(document, judge);
        SchemaReaders readers = new(document, client);
        RoundTrips result = new();
        foreach (string pointer in Pointers(document, client))
        {
            if (readers.Find(pointer) is not { } read)
            {
                result.MissingSchemas.Add(pointer);
                continue;
            }

            int before = result.Samples;
            foreach (Sample sample in source.Of(
                pointer, pointer.StartsWith(document.SchemasPointer, StringComparison.Ordinal) ? ComponentTurns : InlineTurns))
            {
                result.Samples++;
                if (Compare(sample, read) is { } reason)
                {
                    result.Differences.Add(new Difference(sample, reason));
                }
            }

            if (result.Samples == before)
            {
                result.Untried.Add(pointer);
            }
        }

        result.LeftOut = source.LeftOut;
        return result;
    }

    /// <summary>Why a sample does not come back as it was; null where it does.</summary>
    private static string? Compare(Sample sample, Func<string, string> read)
    {
        try
        {
            string back = read(sample.Json);
            return JsonValues.AreEqual(JsonNode.Parse(sample.Json), JsonNode.Parse(back)) ? null : "came back as " + back;
        }
        catch (Exception e)
        {
            // Whatever a generated type throws is a finding, and the others are still to be tried.
            return e.GetType().Name + ": " + e.Message;
        }
    }
}
