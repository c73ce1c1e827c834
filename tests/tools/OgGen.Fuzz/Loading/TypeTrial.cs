using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Samples;
using OgGen.Json;

namespace OgGen.Fuzz.Loading;

/// <summary>
/// Reads values with one generated type and writes them. What fits the schema comes back as it was; anything else is a value too, which is
/// written so that it is read again as the same one, or a <see cref="JsonException"/>.
/// </summary>
internal sealed class TypeTrial(Type type, IReadOnlyList<string> words, Random random)
{
    private const int Changes = 40;

    private static readonly string[] s_any = ["{}", "[]", "null", "\"\"", "\"x\"", "0", "1.5", "true", "[{}]", "{\"kind\":\"A\"}"];

    private readonly Func<byte[], Trial> _trial = typeof(TypeTrial).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(type)
        .CreateDelegate<Func<byte[], Trial>>();

    public int Values { get; private set; }

    /// <summary>How many fitting values came back as they were.</summary>
    public int Exact { get; private set; }

    /// <summary>The first failure; null if all is well.</summary>
    public Failure? Run(CaseSamples samples)
    {
        foreach (string json in samples.Fitting)
        {
            if (Check(Encoding.UTF8.GetBytes(json)) is { } failure)
            {
                return failure;
            }

            Trial trial = _trial(Encoding.UTF8.GetBytes(json));
            if (trial.Written is null || !JsonValues.AreEqual(JsonNode.Parse(json), JsonNode.Parse(trial.Written)))
            {
                return new Failure(
                    trial.Written is null ? "value refused" : "other value", $"{type.Name}: {json}\n{trial.Written ?? trial.Refusal}");
            }

            Exact++;
        }

        string[] bases = [.. samples.Fitting, .. samples.Others, .. s_any];
        return bases.Skip(samples.Fitting.Count).Select(static json => Encoding.UTF8.GetBytes(json))
            .Concat(Enumerable.Range(0, Changes).Select(_ => ValueMutations.Change(bases[random.Next(bases.Length)], words, random)))
            .Select(Check)
            .FirstOrDefault(static failure => failure is not null);
    }

    private Failure? Check(byte[] json)
    {
        Values++;
        try
        {
            Trial first = _trial(json);
            if (first.Written is null)
            {
                return null;
            }

            // What was written is read as what it was: nothing is lost on the way, and nothing is added. Numbers count as such: -0 is 0.
            Trial second = _trial(Encoding.UTF8.GetBytes(first.Written));
            bool isSame = second.Written == first.Written
                || second.Written is { } again && JsonElement.DeepEquals(JsonElement.Parse(first.Written), JsonElement.Parse(again));
            return isSame ? null : Fail("unstable value", json, $"{first.Written}\n{second.Written ?? second.Refusal}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Anything but a JsonException is a finding.
            return Fail("value " + e.GetType().Name, json, e.ToString());
        }
    }

    private Failure Fail(string kind, byte[] json, string message)
    {
        string text = Encoding.UTF8.GetString(json);
        return new Failure(kind, $"{type.Name}: {(text.Length > 2_000 ? text[..2_000] + "…" : text)}\n{message}");
    }

    private static Trial Read<T>(byte[] json)
        where T : IJsonModel<T>
    {
        T value;
        try
        {
            value = JsonModel.Parse<T>(json);
        }
        catch (JsonException e)
        {
            return new Trial(null, e.Message);
        }

        _ = value?.ToString();
        _ = value?.GetHashCode();
        return new Trial(value is null ? "null" : JsonModel.ToJson(value), "");
    }

    private readonly record struct Trial(string? Written, string Refusal);
}
