using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OgGen.Generated;
using OgGen.Json;
using Opsgenie;

namespace OgGen.Benchmarks.Json;

/// <summary>Reads a list of 1,000 policies.</summary>
[Config(typeof(InProcessConfig))]
[MemoryDiagnoser]
public class JsonReadBenchmarks
{
    private readonly TwinContext _twin = new(
        new JsonSerializerOptions(TwinContext.Default.Options) { AllowOutOfOrderMetadataProperties = true });
    private byte[] _json = [];
    private bool[] _keeps = [];
    private string[] _kept = [];
    private bool[] _isString = [];
    private string[] _strings = [];

    [Params(DiscriminatorOrder.First, DiscriminatorOrder.AsDocumented, DiscriminatorOrder.TypeLast)]
    public DiscriminatorOrder Order { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _json = PolicyList.Utf8(Order);
        _keeps = KeptStrings.TokensOf(_json);
        _kept = new string[_keeps.Count(static keeps => keeps)];
        _isString = KeptStrings.StringsOf(_json);
        _strings = new string[_isString.Count(static isString => isString)];
        List<Policy> policies = JsonModel.Parse<List<Policy>, ListCodec<Policy, ModelCodec<Policy>>>(_json);
        IEnumerable<string> ofModel = policies.SelectMany(KeptStrings.Of).Order(StringComparer.Ordinal);
        TokensAndStrings();
        if (!ofModel.SequenceEqual(_kept.Order(StringComparer.Ordinal)))
        {
            throw new InvalidOperationException("The strings of the limit are not those of the model.");
        }
    }

    [Benchmark(Baseline = true)]
    public object SystemTextJson()
        => JsonSerializer.Deserialize(_json, (Order == DiscriminatorOrder.TypeLast ? _twin : TwinContext.Default).ListTwinPolicy)!;

    [Benchmark]
    public object OgGen() => JsonModel.Parse<List<Policy>, ListCodec<Policy, ModelCodec<Policy>>>(_json);

    /// <summary>What the tokens alone cost: no reader can be quicker.</summary>
    [Benchmark]
    public int TokensOnly()
    {
        int tokens = 0;
        var reader = new Utf8JsonReader(_json);
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>The tokens, and the strings that the model keeps of them: the limit of a reader that keeps every value.</summary>
    [Benchmark]
    public object TokensAndStrings() => Scan(_keeps, _kept);

    /// <summary>The tokens, and each value that is a string, as of a reader that knows no constants.</summary>
    [Benchmark]
    public object TokensAndAllStrings() => Scan(_isString, _strings);

    private string[] Scan(bool[] isKept, string[] strings)
    {
        int token = 0;
        int count = 0;
        var reader = new Utf8JsonReader(_json);
        while (reader.Read())
        {
            if (isKept[token++])
            {
                strings[count++] = reader.GetString()!;
            }
        }

        return strings;
    }
}
