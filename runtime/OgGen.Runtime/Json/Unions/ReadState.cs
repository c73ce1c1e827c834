using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace OgGen.Json;

/// <summary>How values are read.</summary>
internal enum ReadMode
{
    /// <summary>Outside of unions: a value that does not fit is an exception.</summary>
    Plain,

    /// <summary>
    /// Each union takes the alternative that a look ahead names, and reads its value again as another one where it does not fit. The
    /// attempt ends where that has read too much again.
    /// </summary>
    Attempt,

    /// <summary>Each union tries its alternatives before it reads one.</summary>
    Settle,

    /// <summary>
    /// An alternative is tried: unions inside its value are passed over, as one of their alternatives, or raw JSON, fits always.
    /// </summary>
    Trial,
}

/// <summary>
/// What the readers of one thread share while they read a union. Readers are static methods whose only argument is the JSON reader, so
/// that they can be called for each member without a cost; this is where a reader says that a value does not fit, and a union hears it.
/// </summary>
/// <remarks>
/// A value that does not fit is not thrown inside of unions: it is noted here, and the JSON reader is replaced by one that has
/// nothing left, so that all loops above end by themselves.
/// </remarks>
internal sealed class ReadState
{
    /// <summary>As many unions may be alternatives of each other at one value. A cycle is found before.</summary>
    private const int MostUnions = 64;

    [ThreadStatic]
    private static ReadState? t_current;

    private (object? Union, int Found)[] _chain = new (object?, int)[8];
    private int _chainStart;
    private int _chainEnd;
    private long _chainOffset = -1;
    private JsonMismatch _mismatch;
    private bool _hasMismatch;
    private long _start;
    private long _again;
    private long _furthest;
    private long _jumped;
    private long _stop;

    private readonly MemberScan _scan = new();
    private ReadOnlyMemory<byte> _text;

    public static ReadState Current => t_current ?? Create();

    /// <summary>The text that this thread reads, where all of it is in memory; else empty.</summary>
    public ReadOnlyMemory<byte> Text
    {
        get => _text;
        set
        {
            _text = value;
            _scan.Reset();
        }
    }

    /// <summary>The state of a thread that reads a union; null outside of unions.</summary>
    public static ReadState? Active => t_current is { Mode: not ReadMode.Plain } state ? state : null;

    public static bool IsTrial => t_current is { Mode: ReadMode.Trial };

    public ReadMode Mode { get; private set; }

    /// <summary>The copy of the outermost union's value that is read, after an attempt has failed.</summary>
    public JsonOutline? Outline { get; private set; }

    /// <summary>Where the bytes of the reader that reads now begin, as it may have jumped.</summary>
    public long Base { get; private set; }

    /// <summary>Where the token begins that made an exception.</summary>
    public long ErrorOffset { get; private set; }

    /// <summary>Whether nothing more is read: a value did not fit, or the result is known.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The first value that did not fit.</summary>
    public JsonMismatch? Mismatch => _hasMismatch ? _mismatch : null;

    /// <summary>Whether a trial has passed over values, so that its result is no value yet.</summary>
    public bool HasPassed { get; private set; }

    /// <summary>Whether a union at the current value came back to itself.</summary>
    public bool MetCycle { get; private set; }

    /// <summary>
    /// The bytes that union reading has read on this thread, each as often as it was read. It is linear in the length of the JSON,
    /// whatever the schemas.
    /// </summary>
    public long BytesRead { get; private set; }

    /// <summary>
    /// Whether an attempt has read the same bytes so often, in look-aheads and in values that did not fit, that a copy with the ends of
    /// all values costs less.
    /// </summary>
    public bool IsBeyondAttempt => Mode == ReadMode.Attempt && _again > (3 * (_furthest - _start)) + 1024;

    /// <summary>
    /// Whether a reader stands on a value that an untagged union reads as one of its alternatives. Only what is plainly of a type is one:
    /// another alternative may be meant.
    /// </summary>
    public static bool IsAlternative(in Utf8JsonReader reader)
        => Active is { } state && state._chainOffset == state.Offset(in reader);

    public long Offset(in Utf8JsonReader reader) => Base + reader.TokenStartIndex;

    public void BeginAttempt(in Utf8JsonReader reader)
    {
        Mode = ReadMode.Attempt;
        _start = _furthest = reader.BytesConsumed;
        _again = 0;
        Reset();
    }

    public void EndAttempt(in Utf8JsonReader reader) => BytesRead += (IsOver ? _stop : reader.BytesConsumed) - _start;

    public void BeginSettling(JsonOutline? outline)
    {
        Mode = ReadMode.Settle;
        Outline = outline;
        BytesRead += 2 * (outline?.Length ?? 0);
        Reset();
    }

    public void End()
    {
        Mode = ReadMode.Plain;
        Outline = null;
        Base = 0;
    }

    public void Fail(ref Utf8JsonReader reader, JsonMismatch mismatch)
    {
        if (Mode == ReadMode.Settle)
        {
            // Trials have shown that the value fits. What they cannot see is an error of the whole document.
            ErrorOffset = Offset(in reader);
            throw mismatch.ToException();
        }

        if (!IsOver)
        {
            _mismatch = mismatch with { Offset = Offset(in reader), Depth = reader.CurrentDepth };
            _hasMismatch = true;
        }

        Stop(ref reader);
    }

    /// <exception cref="JsonException">The stack of the thread has no room for a value that is nested as deeply.</exception>
    public void ThrowTooDeep(in Utf8JsonReader reader)
    {
        ErrorOffset = Offset(in reader);
        throw new JsonException("The value is nested too deeply for the stack of the thread that reads it.");
    }

    /// <summary>Ends an attempt, or a trial whose result is known.</summary>
    public void Stop(ref Utf8JsonReader reader)
    {
        if (!IsOver)
        {
            IsOver = true;
            _stop = Base + reader.BytesConsumed;
        }

        reader = default;
    }

    /// <summary>
    /// Whether a union may read its value as another alternative, after one did not fit in an attempt. What was read of it counts as read
    /// again. Otherwise the attempt is over.
    /// </summary>
    /// <param name="start">Stands on the value.</param>
    /// <param name="mismatch">What did not fit.</param>
    public bool TryAgain(in Utf8JsonReader start, out JsonMismatch mismatch)
    {
        mismatch = _mismatch;
        if (!_hasMismatch)
        {
            return false;
        }

        _hasMismatch = false;
        long length = _stop - start.BytesConsumed;
        Spend(length, _stop);
        IsOver = IsBeyondAttempt;
        BytesRead += IsOver ? 0 : length;
        return !IsOver;
    }

    /// <summary>Ends an attempt for all unions around the value that did not fit: none of them may read its value in another way.</summary>
    public void Abandon() => _hasMismatch = false;

    /// <summary>Moves over a value inside of the one that is tried.</summary>
    public void Pass(ref Utf8JsonReader reader)
    {
        HasPassed = true;
        long position = Base;
        _jumped += Skip(ref reader, ref position);
        Base = position;
    }

    /// <summary>Notes that a value was not kept, as if a trial had passed over it.</summary>
    public void NotePassed() => HasPassed = true;

    /// <summary>Ends the trial of an object in the midst of it: whatever follows is read by a union that takes every object.</summary>
    public void PassRest(ref Utf8JsonReader reader)
    {
        HasPassed = true;
        Stop(ref reader);
    }

    /// <summary>Moves a reader to the end of the value on which it stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="position">Where the bytes of <paramref name="reader"/> begin.</param>
    /// <returns>The number of bytes that were not read.</returns>
    public long Skip(ref Utf8JsonReader reader, ref long position)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return 0;
        }

        long start = position + reader.BytesConsumed;
        if (Outline is not null && Outline.TryJump(ref reader, ref position))
        {
            return position + reader.BytesConsumed - start;
        }

        reader.Skip();
        return 0;
    }

    /// <summary>Counts bytes that are read again: those of a look ahead, or of a value that did not fit.</summary>
    /// <param name="length">How many were read.</param>
    /// <param name="end">Where that ended.</param>
    public void CountAgain(long length, long end)
    {
        BytesRead += length;
        if (Mode == ReadMode.Attempt)
        {
            Spend(length, end);
        }
    }

    /// <summary>Looks ahead for a member in the text, if that is what the reader reads. What is passed over counts as read again.</summary>
    /// <param name="reader">Stands on the start of an object, or on the name of a member that is another one.</param>
    /// <param name="name">The JSON name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public MemberScanResult Scan(scoped in Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> text = _text.Span;
        int start = (int)reader.TokenStartIndex + (reader.TokenType == JsonTokenType.StartObject ? 0 : 1);
        bool isOfText = !reader.HasValueSequence
            && start < text.Length
            && Unsafe.AreSame(in MemoryMarshal.GetReference(reader.ValueSpan), in text[start]);
        if (!isOfText)
        {
            value = default;
            return MemberScanResult.Unknown;
        }

        MemberScanResult result = _scan.Find(text, (int)reader.BytesConsumed, name, out value, out int length);
        CountAgain(length, reader.BytesConsumed + length);
        return result;
    }

    public Trial BeginTrial(in Utf8JsonReader reader)
    {
        var trial = new Trial(Mode, Base, HasPassed, TrialStart, Base + reader.BytesConsumed, _jumped);
        Mode = ReadMode.Trial;
        TrialStart = Offset(in reader);
        IsOver = false;
        _hasMismatch = false;
        HasPassed = false;
        return trial;
    }

    /// <summary>Ends a trial.</summary>
    /// <returns>Why the value does not fit; null if it does.</returns>
    public JsonMismatch? EndTrial(in Trial trial, in Utf8JsonReader reader, out bool hasPassed)
    {
        JsonMismatch? mismatch = Mismatch;
        hasPassed = HasPassed;
        BytesRead += (IsOver ? _stop : Base + reader.BytesConsumed) - trial.Start - (_jumped - trial.Jumped);
        Mode = trial.Mode;
        Base = trial.Base;
        IsOver = false;
        _hasMismatch = false;
        HasPassed = trial.HasPassed;
        TrialStart = trial.TrialStart;
        return mismatch;
    }

    /// <summary>Where the value that is tried begins: a union that stands there is an alternative of the one that tries it.</summary>
    public long TrialStart { get; private set; }

    /// <summary>Enters an untagged union.</summary>
    /// <param name="union">The union.</param>
    /// <param name="offset">Where the value begins that is read.</param>
    /// <param name="link">Where the union stands among those that have the same value.</param>
    /// <returns>False if it is an alternative of itself by way of others: it has been asked for this very value.</returns>
    public bool Enter(object union, long offset, out Link link)
    {
        link = new Link(_chainOffset, _chainStart, _chainEnd, MetCycle, -1);
        if (offset != _chainOffset)
        {
            _chainOffset = offset;
            _chainStart = _chainEnd;
            MetCycle = false;
        }
        else if (Array.FindIndex(_chain, _chainStart, _chainEnd - _chainStart, asked => asked.Union == union) is >= 0 and int index)
        {
            link = link with { Found = _chain[index].Found };
            MetCycle |= Mode != ReadMode.Settle;
            return Mode == ReadMode.Settle;
        }
        else if (_chainEnd - _chainStart >= MostUnions)
        {
            MetCycle = true;
            return false;
        }

        if (_chainEnd == _chain.Length)
        {
            Array.Resize(ref _chain, 2 * _chainEnd);
        }

        _chain[_chainEnd++] = (union, -1);
        return true;
    }

    /// <summary>Remembers which alternative of an untagged union fits, for when it is asked again to read it.</summary>
    public void Decide(in Link link, int found) => _chain[link.End].Found = found;

    /// <summary>Leaves an untagged union. One that does not fit is not asked again for the same value.</summary>
    public void Leave(in Link link)
    {
        if (link.Offset != _chainOffset)
        {
            _chainEnd = link.End;
            MetCycle = link.MetCycle;
        }

        (_chainOffset, _chainStart) = (link.Offset, link.Start);
    }

    private void Spend(long length, long end)
    {
        _again += length;
        _furthest = Math.Max(_furthest, end);
    }

    private static ReadState Create() => t_current = new();

    private void Reset()
    {
        IsOver = false;
        _hasMismatch = false;
        HasPassed = false;
        MetCycle = false;
        TrialStart = -1;
        _chainStart = _chainEnd = 0;
        _chainOffset = -1;
    }

    /// <summary>What holds again after a trial, and what had been read before it.</summary>
    public readonly record struct Trial(
        ReadMode Mode, long Base, bool HasPassed, long TrialStart, long Start, long Jumped);

    /// <summary>Where an untagged union stands among those that have the same value, and what holds again after it.</summary>
    public readonly record struct Link(long Offset, int Start, int End, bool MetCycle, int Found);
}
