using System.Buffers;
using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>JsonSerializer reads and writes models as JsonModel does, its exceptions included.</summary>
[TestClass]
public sealed class SerializerTests
{
    private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = new JsonModelResolver().Add<Sample>() };

    [TestMethod]
    public void A_model_and_a_list_of_it_come_back()
    {
        const string json = """[{"id":1,"t0":null,"x":[1.0]},{"id":2}]""";
        List<Sample> samples = JsonSerializer.Deserialize<List<Sample>>(json, s_options)!;
        Assert.AreEqual(2, samples[1].Id);
        Assert.AreEqual(json, JsonSerializer.Serialize(samples, s_options));
    }

    [TestMethod]
    public void A_type_that_was_not_added_is_not_known()
        => Assert.ThrowsExactly<NotSupportedException>(() => JsonSerializer.Deserialize<Version>("{}", s_options));

    [TestMethod]
    [DataRow("""{}""", "$")]
    [DataRow("""{"id":1,"items":[{"id":1},{"id":"x"}]}""", "$.items[1].id")]
    [DataRow("""{"id":1,"items":[{"id":1},{}]}""", "$.items[1]")]
    public void The_path_of_a_failure_is_right(string json, string path)
        => Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<Sample>(json, s_options)).Path);

    [TestMethod]
    public void Inside_a_value_of_another_type_the_path_is_that_of_the_model_and_the_message_has_the_rest()
    {
        // JsonSerializer knows the path down to the converter, the converter knows the path from there: neither knows both.
        var e = Assert.ThrowsExactly<JsonException>(
            () => JsonSerializer.Deserialize<List<Sample>>("""[{"id":1},{"id":1,"items":[{"id":"x"}]}]""", s_options));
        Assert.AreEqual("$[1]", e.Path);
        StringAssert.Contains(e.Message, "$.items[0].id");
    }

    [TestMethod]
    [DataRow("\"5\"")]
    [DataRow("\"5.0\"")]
    [DataRow("5.0")]
    [DataRow("5")]
    public void A_value_that_is_split_between_buffers_is_read_too(string number)
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"id":{{number}},"t0":"text","x":"kept"}""");
        for (int cut = 1; cut < json.Length; cut++)
        {
            var reader = new Utf8JsonReader(Split(json, cut));
            Sample sample = JsonSerializer.Deserialize<Sample>(ref reader, s_options)!;
            Assert.AreEqual(5, sample.Id, $"cut at {cut}");
            Assert.AreEqual("text", sample[0], $"cut at {cut}");
        }
    }

    [TestMethod]
    public async Task A_stream_is_read_in_pieces()
    {
        var samples = Enumerable.Range(0, 2000).Select(i => new Sample { Id = i, [0] = new string('x', 50) }).ToList();
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(samples, s_options);
        var read = new List<int>();
        await foreach (Sample? sample in JsonSerializer.DeserializeAsyncEnumerable<Sample>(new MemoryStream(json), s_options))
        {
            read.Add(sample!.Id);
        }

        CollectionAssert.AreEqual(samples.ConvertAll(s => s.Id), read);
    }

    private static ReadOnlySequence<byte> Split(byte[] bytes, int at)
    {
        var first = new Segment(bytes.AsMemory(0, at), null);
        var second = new Segment(bytes.AsMemory(at), first);
        return new ReadOnlySequence<byte>(first, 0, second, second.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? previous)
        {
            Memory = memory;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
