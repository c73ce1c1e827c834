using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OgGen.Generated;
using OgGen.Json;
using Opsgenie;

namespace OgGen.Benchmarks.Json;

/// <summary>Writes a list of 1,000 policies into a buffer that is large enough.</summary>
[Config(typeof(InProcessConfig))]
[MemoryDiagnoser]
public class JsonWriteBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 20);
    private Utf8JsonWriter? _writer;
    private List<Policy> _policies = [];
    private List<TwinPolicy> _twins = [];

    [GlobalSetup]
    public void Open()
    {
        byte[] json = PolicyList.Utf8(DiscriminatorOrder.First);
        _policies = JsonModel.Parse<List<Policy>, ListCodec<Policy, ModelCodec<Policy>>>(json);
        _twins = JsonSerializer.Deserialize(json, TwinContext.Default.ListTwinPolicy)!;
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
        OgGen();
        byte[] written = _buffer.WrittenSpan.ToArray();
        foreach (Func<int> limit in (Func<int>[])[TokensOnly, TokensByHand])
        {
            limit();
            if (!_buffer.WrittenSpan.SequenceEqual(written))
            {
                throw new InvalidOperationException("The tokens of the limit are not those of the model.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int SystemTextJson()
    {
        Begin();
        JsonSerializer.Serialize(_writer!, _twins, TwinContext.Default.ListTwinPolicy);
        return End();
    }

    [Benchmark]
    public int OgGen()
    {
        Begin();
        ListCodec<Policy, ModelCodec<Policy>>.Write(_writer!, _policies, JsonWriteMode.Full);
        return End();
    }

    /// <summary>The limit: the same tokens in the same order, names and constants encoded beforehand.</summary>
    [Benchmark]
    public int TokensOnly()
    {
        Begin();
        StraightWriter.Write(_writer!, _twins);
        return End();
    }

    /// <summary>The same tokens in the same order, without preparation.</summary>
    [Benchmark]
    public int TokensByHand()
    {
        Begin();
        UnpreparedWriter.Write(_writer!, _twins);
        return End();
    }

    [GlobalCleanup]
    public void Close() => _writer?.Dispose();

    private void Begin()
    {
        _buffer.ResetWrittenCount();
        _writer!.Reset(_buffer);
    }

    private int End()
    {
        _writer!.Flush();
        return _buffer.WrittenCount;
    }
}
