using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>A model by hand, of the shape that the generator gives models: one required member and some that may be null.</summary>
internal sealed class Sample : ApiModel, IJsonModel<Sample>
{
    // Indices on both sides of the word that ApiModel keeps its nulls in, and far beyond.
    private static readonly int[] s_indices = [0, 1, 63, 64, 65, 200];

    private readonly Dictionary<int, string?> _texts = [];

    public int Id { get; set; }

    public List<Sample>? Items { get; set; }

    public long? Number { get; set; }

    /// <summary>The optional members <c>t0</c>, <c>t1</c>, <c>t63</c>, <c>t64</c>, <c>t65</c> and <c>t200</c>, which may be null.</summary>
    public string? this[int index]
    {
        get => _texts.GetValueOrDefault(index);
        set => _texts[index] = value;
    }

    public static Sample Read(ref Utf8JsonReader reader)
    {
        var value = new Sample();
        ulong seen = 0;
        JsonRead.StartObject(ref reader);
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                value.Id = JsonRead.Value<int, Int32Codec>(ref reader);
                seen |= 1;
            }
            else if (reader.ValueTextEquals("items"u8))
            {
                value.Items = JsonRead.Optional<List<Sample>, ListCodec<Sample, ModelCodec<Sample>>>(ref reader);
            }
            else if (reader.ValueTextEquals("number"u8))
            {
                value.Number = JsonRead.OptionalValueOrNull<long, Int64Codec>(ref reader, value, 2);
            }
            else if (IndexOf(ref reader) is { } index)
            {
                value[index] = JsonRead.OptionalOrNull<string, StringCodec>(ref reader, value, index);
            }
            else
            {
                JsonRead.Additional(ref reader, value);
            }
        }

        if (seen != 1)
        {
            JsonFault.Missing(ref reader, seen, "id");
        }

        return value;
    }

    protected override void WriteMembers(MemberWriter writer)
    {
        writer.WriteMember<int, Int32Codec>("id"u8, Id);
        writer.WriteOptional<List<Sample>, ListCodec<Sample, ModelCodec<Sample>>>("items"u8, Items);
        writer.WriteValueOrNull<long, Int64Codec>("number"u8, Number, 2);
        foreach (int index in s_indices)
        {
            writer.WriteOrNull<string, StringCodec>(System.Text.Encoding.UTF8.GetBytes($"t{index}"), this[index], index);
        }
    }

    private static int? IndexOf(ref Utf8JsonReader reader)
    {
        foreach (int index in s_indices)
        {
            if (reader.ValueTextEquals($"t{index}"))
            {
                return index;
            }
        }

        return null;
    }
}
