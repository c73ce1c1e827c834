using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Samples;

/// <summary>A JSON value that fits a schema.</summary>
/// <param name="Pointer">The schema's place.</param>
/// <param name="Origin">Who made it.</param>
/// <param name="Json">The value.</param>
internal sealed record Sample(string Pointer, string Origin, string Json);

/// <summary>A value that was made for a schema, or is its example, and is no sample of it.</summary>
internal sealed record LeftOutSample(Sample Sample, string Reason);

/// <summary>The samples of a document's schemas: its own examples, the library's samples, and those that reach every variant.</summary>
internal sealed class SampleSource(DocumentTree document, SchemaJudge judge)
{
    private readonly Dictionary<string, List<string>> _examples = FindExamples(document);

    /// <summary>The values that do not fit the schemas that they were for.</summary>
    public List<LeftOutSample> LeftOut { get; } = [];

    /// <summary>The samples of one schema that fit it, no two the same.</summary>
    public IEnumerable<Sample> Of(string pointer, int turns)
    {
        JsonNode schema = new JsonObject { ["$ref"] = pointer };
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string origin, string? json) in Candidates(pointer, schema, turns))
        {
            if (json is null || !seen.Add(json))
            {
                continue;
            }

            Sample sample = new(pointer, origin, json);
            if (judge.Fault(pointer, json) is { } reason)
            {
                LeftOut.Add(new LeftOutSample(sample, reason));
            }
            else
            {
                yield return sample;
            }
        }
    }

    private IEnumerable<(string Origin, string? Json)> Candidates(string pointer, JsonNode schema, int turns)
    {
        foreach (string example in _examples.GetValueOrDefault(pointer, []))
        {
            yield return ("example", example);
        }

        yield return ("library, required", judge.Sample(pointer, isFull: false));
        yield return ("library, full", judge.Sample(pointer, isFull: true));
        yield return ("required", Text(new SampleMaker(document, 0, isFull: false).Make(schema)));
        for (int turn = 0; turn < turns; turn++)
        {
            yield return ($"full {turn}", Text(new SampleMaker(document, turn, isFull: true).Make(schema)));
        }
    }

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";

    /// <summary>The examples of the document by the schema that they are of.</summary>
    private static Dictionary<string, List<string>> FindExamples(DocumentTree document)
    {
        Dictionary<string, List<string>> found = new(StringComparer.Ordinal);
        foreach ((string name, JsonNode? schema) in document.Schemas)
        {
            Add(document.SchemasPointer + DocumentTree.Escape(name), schema as JsonObject);
        }

        Walk(document.Root["paths"], "#/paths");
        Walk(document.Root["components"], "#/components");
        return found;

        void Walk(JsonNode? node, string pointer)
        {
            if (node is JsonArray array)
            {
                for (int i = 0; i < array.Count; i++)
                {
                    Walk(array[i], $"{pointer}/{i}");
                }
            }

            foreach ((string key, JsonNode? child) in node as JsonObject ?? [])
            {
                if (key == "schema" && child is JsonObject schema)
                {
                    Add(schema["$ref"]?.ToString() ?? pointer + "/schema", node as JsonObject);
                }

                if (key is not ("schema" or "schemas" or "example" or "examples"))
                {
                    Walk(child, pointer + "/" + DocumentTree.Escape(key));
                }
            }
        }

        void Add(string pointer, JsonObject? holder)
        {
            IEnumerable<JsonNode?> values = holder?["examples"] switch
            {
                JsonArray list => list,
                JsonObject map =>
                    map.Select(pair => (document.Resolve(pair.Value) as JsonObject)?["value"]).Where(static value => value is not null),
                _ => [],
            };
            if (holder?["example"] is { } example)
            {
                values = values.Append(example);
            }

            foreach (JsonNode? value in values)
            {
                if (!found.TryGetValue(pointer, out List<string>? list))
                {
                    found.Add(pointer, list = []);
                }

                list.Add(Text(value));
            }
        }
    }
}
