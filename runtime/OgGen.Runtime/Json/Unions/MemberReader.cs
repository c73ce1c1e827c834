using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>The value of a member that may have another type than the document says.</summary>
/// <param name="IsTyped">Whether it has the type.</param>
/// <param name="Value">The value of that type.</param>
/// <param name="Json">The value of another type; null also where it was passed over.</param>
/// <param name="IsInexact">Whether the JSON of the value is more precise.</param>
internal readonly record struct MemberValue<T>(bool IsTyped, T? Value, JsonElement? Json, bool IsInexact);

/// <summary>Reads members of which a value of another type is kept as JSON.</summary>
internal static class MemberReader
{
    public static MemberValue<T> Read<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : IJsonCodec<T>
        => UnionValue.Read<MemberValue<T>, Member<T, TCodec>>(ref reader);

    private readonly struct Member<T, TCodec> : IUnionValue<MemberValue<T>>
        where TCodec : IJsonCodec<T>
    {
        public static MemberValue<T> Attempt(ref Utf8JsonReader reader, ReadState state)
        {
            Utf8JsonReader start = reader;
            bool isInexact = false;
            T value = TCodec.Read(ref reader, ref isInexact);
            if (!state.IsOver)
            {
                // A union of which no alternative fits keeps the value as JSON: so does the object that has the member.
                return value is ApiUntaggedUnion { Json: { } json }
                    ? new(false, default, json, IsInexact: false)
                    : new(true, value, null, isInexact);
            }

            if (!state.TryAgain(in start, out _))
            {
                return default;
            }

            reader = start;
            return new(false, default, JsonElement.ParseValue(ref reader), IsInexact: false);
        }

        public static MemberValue<T> Settle(ref Utf8JsonReader reader, ReadState state)
        {
            Utf8JsonReader trial = reader;
            ReadState.Trial run = state.BeginTrial(in reader);
            bool isInexact = false;
            T value = TCodec.Read(ref trial, ref isInexact);
            if (state.EndTrial(in run, in trial, out bool hasPassed) is not null)
            {
                return new(false, default, JsonElement.ParseValue(ref reader), IsInexact: false);
            }

            if (hasPassed)
            {
                isInexact = false;
                value = TCodec.Read(ref reader, ref isInexact);
            }
            else
            {
                reader = trial;
            }

            return new(true, value, null, isInexact);
        }

        public static MemberValue<T> Try(ref Utf8JsonReader reader, ReadState state)
            => UnionValue.TryPass(ref reader) ? default : Settle(ref reader, state);
    }
}
