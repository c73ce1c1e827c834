using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>Reads the error bodies that a document describes for one status, a range of them, or all others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiErrorReader
{
    private readonly int _from;
    private readonly int _to;
    private readonly int[]? _statuses;

    private protected ApiErrorReader(int from, int to, int[]? statuses)
    {
        _from = from;
        _to = to;
        _statuses = statuses;
    }

    /// <summary>A reader for some statuses whose bodies are a generated type.</summary>
    public static ApiErrorReader Create<TError>(params int[] statuses)
        where TError : IJsonModel<TError>
        => new Reader<TError, ModelCodec<TError>>(0, 0, statuses);

    /// <summary>A reader for one status.</summary>
    public static ApiErrorReader Create<TError, TCodec>(int status)
        where TCodec : IJsonCodec<TError>
        => new Reader<TError, TCodec>(status, status, null);

    /// <summary>A reader for a range of statuses, both ends included.</summary>
    public static ApiErrorReader Create<TError, TCodec>(int from, int to)
        where TCodec : IJsonCodec<TError>
        => new Reader<TError, TCodec>(from, to, null);

    /// <summary>A reader for every status that no other reader covers (<c>default</c>).</summary>
    public static ApiErrorReader Create<TError, TCodec>()
        where TCodec : IJsonCodec<TError>
        => new Reader<TError, TCodec>(0, int.MaxValue, null);

    /// <summary>The reader with the narrowest range around a status.</summary>
    internal static ApiErrorReader? Find(IReadOnlyList<ApiErrorReader> readers, int status)
    {
        ApiErrorReader? best = null;
        foreach (ApiErrorReader reader in readers)
        {
            if (reader.Covers(status) && (best is null || reader._to - reader._from < best._to - best._from))
            {
                best = reader;
            }
        }

        return best;
    }

    private bool Covers(int status) => _statuses is null ? _from <= status && status <= _to : _statuses.Contains(status);

    /// <summary>The model of the body, or <see langword="null"/> where the body is something else.</summary>
    internal abstract object? TryRead(ReadOnlySpan<byte> json);

    /// <summary>The model of a body that is text and no JSON, or <see langword="null"/> where the body is something else.</summary>
    internal abstract object? TryReadText(string text);

    /// <summary>The exception that carries a model which <see cref="TryRead"/> returned.</summary>
    internal abstract ApiException CreateException(string message, object error, in ResponseDetails details);

    private sealed class Reader<TError, TCodec>(int from, int to, int[]? statuses) : ApiErrorReader(from, to, statuses)
        where TCodec : IJsonCodec<TError>
    {
        internal override object? TryRead(ReadOnlySpan<byte> json)
        {
            try
            {
                return JsonModel.Parse<TError, TCodec>(json);
            }
            catch (JsonException)
            {
                // A gateway answered with its own page, or the service does not follow its document. The raw body is reported.
                return null;
            }
        }

        internal override object? TryReadText(string text) => TextValue.TryRead<TError, TCodec>(text, out TError? error) ? error : null;

        internal override ApiException CreateException(string message, object error, in ResponseDetails details)
            => new ApiException<TError>(message, (TError)error)
            {
                Operation = details.Operation,
                Status = details.Status,
                RequestId = details.RequestId,
                RawBody = details.RawBody,
                Headers = details.Headers,
            };
    }
}
