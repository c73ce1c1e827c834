using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>A union with a discriminator.</summary>
/// <typeparam name="TSelf">The union's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonUnion<TSelf> : IJsonModel<TSelf>
    where TSelf : ApiModel, IJsonUnion<TSelf>
{
    /// <summary>Reads the variant that the discriminator names.</summary>
    /// <param name="reader">Stands on the start of the object, or on the first of the members that are left; is left on its end.</param>
    /// <param name="isUnknown">Whether the object is read as an unknown variant, whatever the discriminator.</param>
    static abstract TSelf ReadVariant(ref Utf8JsonReader reader, bool isUnknown);
}

/// <summary>
/// Reads unions with a discriminator. An object that names a variant and does not fit it, as a required member is missing or has another
/// type, is read as the unknown variant, which keeps it whole.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnionReader
{
    /// <summary>Reads an object.</summary>
    /// <exception cref="JsonException">There is no object, or it is no JSON.</exception>
    public static T Read<T>(ref Utf8JsonReader reader)
        where T : ApiModel, IJsonUnion<T>
        => reader.TokenType == JsonTokenType.StartObject
            ? UnionValue.Read<T, Discriminated<T>>(ref reader)
            : JsonFault.Unexpected<T>(ref reader, "an object");

    /// <summary>Reads the rest of an object, of which a union of this union has read the start.</summary>
    public static T ReadMembers<T>(ref Utf8JsonReader reader)
        where T : ApiModel, IJsonUnion<T>
        => UnionValue.Read<T, Discriminated<T>>(ref reader);

    private readonly struct Discriminated<T> : IUnionValue<T>
        where T : ApiModel, IJsonUnion<T>
    {
        // Keeps the copy of the JSON reader out of the callers, and with it the cost of its room on the stack.
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static T Attempt(ref Utf8JsonReader reader, ReadState state)
        {
            Utf8JsonReader start = reader;
            T value = T.ReadVariant(ref reader, isUnknown: false);
            return state.IsOver && state.TryAgain(in start, out JsonMismatch mismatch)
                ? ReadAgain(in start, ref reader, state, in mismatch)
                : value;
        }

        public static T Settle(ref Utf8JsonReader reader, ReadState state)
        {
            Utf8JsonReader trial = reader;
            ReadState.Trial run = state.BeginTrial(in reader);
            T value = T.ReadVariant(ref trial, isUnknown: false);
            if (state.EndTrial(in run, in trial, out bool hasPassed) is { } mismatch)
            {
                return ReadUnknown(ref reader, state, in mismatch);
            }

            if (hasPassed)
            {
                return T.ReadVariant(ref reader, isUnknown: false);
            }

            reader = trial;
            return value;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static T ReadAgain(in Utf8JsonReader start, ref Utf8JsonReader reader, ReadState state, in JsonMismatch mismatch)
        {
            reader = start;
            return ReadUnknown(ref reader, state, in mismatch);
        }

        /// <summary>Reads an object that does not fit the variant that it names.</summary>
        private static T ReadUnknown(ref Utf8JsonReader reader, ReadState state, in JsonMismatch mismatch)
        {
            string path = PathTo(in mismatch, in reader, state);
            T value = T.ReadVariant(ref reader, isUnknown: true);
            if (state.IsOver)
            {
                // Nobody can read it, so that no union around it may try to.
                state.Abandon();
                return value;
            }

            value.WhyUnknown = $"{mismatch} Path within the object: {path}.";
            return value;
        }

        /// <summary>
        /// The path within an object to what does not fit. Nothing is read for the object itself, at whose end members are missing; for
        /// what is inside, the tokens before it are.
        /// </summary>
        private static string PathTo(in JsonMismatch mismatch, in Utf8JsonReader reader, ReadState state)
        {
            // A union in a union begins on a member, or on the value of the outer one's discriminator.
            bool isOutside = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.EndObject;
            int depth = isOutside ? reader.CurrentDepth : reader.CurrentDepth - 1;
            if (mismatch.Depth == depth)
            {
                return "$";
            }

            state.CountAgain(mismatch.Offset - state.Offset(in reader), mismatch.Offset);
            return JsonFault.PathAt(reader, state.Base, mismatch.Offset, state.Outline);
        }

        /// <summary>An object fits always, as one of the variants or as the unknown one.</summary>
        public static T Try(ref Utf8JsonReader reader, ReadState state)
        {
            if (!UnionValue.TryPass(ref reader))
            {
                state.PassRest(ref reader);
            }

            return null!;
        }
    }
}
