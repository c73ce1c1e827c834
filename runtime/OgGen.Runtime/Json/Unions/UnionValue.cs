using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OgGen.Json;

/// <summary>A value that has another way to be read where it does not fit its type.</summary>
/// <typeparam name="TResult">What is read.</typeparam>
internal interface IUnionValue<out TResult>
{
    /// <summary>Reads the value as a look ahead says. Where that was wrong, it is read in another way, or the state is over.</summary>
    static abstract TResult Attempt(ref Utf8JsonReader reader, ReadState state);

    /// <summary>Reads the value, whatever it is.</summary>
    static abstract TResult Settle(ref Utf8JsonReader reader, ReadState state);

    /// <summary>Moves over the value while something around it is tried. The result counts only where nothing was passed over.</summary>
    static abstract TResult Try(ref Utf8JsonReader reader, ReadState state);
}

/// <summary>
/// Reads values that may have to be read in another way, in time that is linear in their length: once where all goes well. Otherwise the
/// outermost one is copied and each value in it settled: its alternatives are tried without what is inside of unions in it, then one is
/// read.
/// </summary>
internal static class UnionValue
{
    public static TResult Read<TResult, TValue>(ref Utf8JsonReader reader)
        where TValue : IUnionValue<TResult>
    {
        ReadState state = ReadState.Current;
        if (state.Mode == ReadMode.Plain)
        {
            return ReadOutermost<TResult, TValue>(ref reader, state);
        }

        if (state.IsOver)
        {
            return default!;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // The depth of the JSON is bounded, but unions of unions add to it.
            state.ThrowTooDeep(in reader);
        }

        return state.Mode switch
        {
            ReadMode.Attempt => TValue.Attempt(ref reader, state),
            ReadMode.Settle => TValue.Settle(ref reader, state),
            _ => TValue.Try(ref reader, state),
        };
    }

    /// <summary>Moves over an object or an array while something around it is tried.</summary>
    public static bool TryPass(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return false;
        }

        ReadState.Current.Pass(ref reader);
        return true;
    }

    // Not part of the readers around it: they would pay for its copy of the JSON reader wherever they read anything.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TResult ReadOutermost<TResult, TValue>(ref Utf8JsonReader reader, ReadState state)
        where TValue : IUnionValue<TResult>
    {
        Utf8JsonReader start = reader;
        state.BeginAttempt(in reader);
        try
        {
            TResult result = TValue.Attempt(ref reader, state);
            state.EndAttempt(in reader);
            return state.IsOver ? Settle<TResult, TValue>(in start, ref reader, state) : result;
        }
        finally
        {
            state.End();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TResult Settle<TResult, TValue>(in Utf8JsonReader start, ref Utf8JsonReader reader, ReadState state)
        where TValue : IUnionValue<TResult>
    {
        reader = start;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            state.BeginSettling(null);
            return TValue.Settle(ref reader, state);
        }

        JsonOutline outline = JsonOutline.Copy(ref reader);
        state.BeginSettling(outline);
        Utf8JsonReader copy = outline.Start();
        try
        {
            return TValue.Settle(ref copy, state);
        }
        catch (JsonException)
        {
            // Whoever locates the error looks where the reader stands.
            reader = outline.Find(start, state.ErrorOffset);
            throw;
        }
    }
}
