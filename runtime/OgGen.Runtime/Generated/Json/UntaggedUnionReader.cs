using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>A union without a discriminator.</summary>
/// <typeparam name="TSelf">The union's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonUntaggedUnion<TSelf> : IJsonModel<TSelf>
    where TSelf : ApiUntaggedUnion, IJsonUntaggedUnion<TSelf>
{
    /// <summary>By what the alternatives are recognised, in the order of the document.</summary>
    static abstract UntaggedUnionCase[] Cases();

    /// <summary>Reads a value as one of the alternatives.</summary>
    /// <param name="reader">Stands on the first token of the value; is left on its last.</param>
    /// <param name="index">The index of the alternative; any other one reads raw JSON.</param>
    /// <param name="isInexact">Set where the JSON is more precise than the value.</param>
    static abstract TSelf ReadCase(ref Utf8JsonReader reader, int index, ref bool isInexact);
}

/// <summary>
/// Reads unions without a discriminator. A look ahead tells the alternatives apart; what it cannot tell is tried. A value that fits none
/// is kept as JSON.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UntaggedUnionReader
{
    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">
    /// The value is no JSON; or it fits no alternative, and the union is an alternative of itself.
    /// </exception>
    public static T Read<T>(ref Utf8JsonReader reader)
        where T : ApiUntaggedUnion, IJsonUntaggedUnion<T>
        => UnionValue.Read<T, Untagged<T>>(ref reader);

    private static class Table<T>
        where T : ApiUntaggedUnion, IJsonUntaggedUnion<T>
    {
        public static readonly UntaggedUnionTable Value = new(T.Cases());
    }

    private readonly struct Untagged<T> : IUnionValue<T>
        where T : ApiUntaggedUnion, IJsonUntaggedUnion<T>
    {
        private const int MostScores = 64;

        public static T Attempt(ref Utf8JsonReader reader, ReadState state)
        {
            UntaggedUnionTable table = Table<T>.Value;
            if (state.IsBeyondAttempt || !state.Enter(table, state.Offset(in reader), out ReadState.Link link))
            {
                state.Stop(ref reader);
                return null!;
            }

            Span<int> scores = table.Count <= MostScores ? stackalloc int[table.Count] : new int[table.Count];
            table.Rank(in reader, state, scores);
            Utf8JsonReader start = reader;
            T value;
            int index;
            do
            {
                reader = start;
                index = UntaggedUnionTable.TakeBest(scores);
                value = ReadCase(ref reader, state, index);
                if (!state.IsOver && value.IsNestedRaw)
                {
                    // The union that is the alternative has none that fits: another alternative of this one may.
                    state.Fail(ref reader, NoAlternative(start.TokenType));
                }
            }
            while (index >= 0 && state.IsOver && state.TryAgain(in start, out _));

            state.Leave(in link);
            return value;
        }

        public static T Settle(ref Utf8JsonReader reader, ReadState state)
        {
            UntaggedUnionTable table = Table<T>.Value;
            state.Enter(table, state.Offset(in reader), out ReadState.Link link);
            T? value = null;
            int found = link.Found >= 0 ? link.Found : Find(ref reader, state, table, in link, out value);
            if (found < 0 && state.MetCycle)
            {
                state.Fail(ref reader, JsonMismatch.Cycle(typeof(T).Name));
            }

            value ??= ReadCase(ref reader, state, found);
            state.Leave(in link);
            return value;
        }

        public static T Try(ref Utf8JsonReader reader, ReadState state)
        {
            UntaggedUnionTable table = Table<T>.Value;
            bool isAlternative = state.Offset(in reader) == state.TrialStart;
            if (!isAlternative && UnionValue.TryPass(ref reader))
            {
                return null!;
            }

            if (!state.Enter(table, state.Offset(in reader), out ReadState.Link link))
            {
                state.Fail(ref reader, JsonMismatch.Cycle(typeof(T).Name));
                return null!;
            }

            int found = Find(ref reader, state, table, in link, out T? value);
            if (found < 0 && isAlternative)
            {
                state.Fail(ref reader, NoAlternative(reader.TokenType));
            }
            else if (found < 0)
            {
                value = ReadCase(ref reader, state, found);
            }
            else if (value is null)
            {
                state.Pass(ref reader);
            }

            state.Leave(in link);
            return value!;
        }

        private static JsonMismatch NoAlternative(JsonTokenType found) => JsonMismatch.Unreadable("one of the alternatives", found);

        /// <summary>Finds the first alternative that fits, most likely ones first.</summary>
        /// <param name="reader">Stands on the value; moves to its end if that was read.</param>
        /// <param name="state">The state.</param>
        /// <param name="table">By what the alternatives are recognised.</param>
        /// <param name="link">Where the union stands among those that have the same value.</param>
        /// <param name="value">What was read; null if it has values that were passed over.</param>
        /// <returns>The index of the alternative; -1 if none fits.</returns>
        private static int Find(
            ref Utf8JsonReader reader, ReadState state, UntaggedUnionTable table, in ReadState.Link link, out T? value)
        {
            Span<int> scores = table.Count <= MostScores ? stackalloc int[table.Count] : new int[table.Count];
            table.Rank(in reader, state, scores);
            for (int index = UntaggedUnionTable.TakeBest(scores); index >= 0; index = UntaggedUnionTable.TakeBest(scores))
            {
                Utf8JsonReader trial = reader;
                ReadState.Trial run = state.BeginTrial(in reader);
                value = ReadCase(ref trial, state, index);
                if (state.EndTrial(in run, in trial, out bool hasPassed) is not null)
                {
                    continue;
                }

                if (hasPassed)
                {
                    state.Decide(in link, index);
                    value = null;
                }
                else
                {
                    reader = trial;
                }

                return index;
            }

            value = null;
            return -1;
        }

        /// <summary>Reads a value as one of the alternatives, and keeps its JSON where that is more precise.</summary>
        private static T ReadCase(ref Utf8JsonReader reader, ReadState state, int index)
        {
            Utf8JsonReader start = reader;
            bool isInexact = false;
            T value = T.ReadCase(ref reader, index, ref isInexact);
            if (isInexact && !state.IsOver && !state.HasPassed)
            {
                value.Original = JsonElement.ParseValue(ref start);
            }

            return value;
        }
    }
}
