using System.Runtime.CompilerServices;

namespace OgGen;

/// <summary>
/// The values of a response, read while they arrive. They are read once; the end, a failure, leaving the loop and disposing give the
/// connection back. There is no limit of time for the whole, and one of <see cref="ApiClientOptions.AttemptTimeout"/> for the wait for
/// more; one value is at most <see cref="ApiClientOptions.MaxResponseBytes"/> long.
/// </summary>
/// <typeparam name="T">The type of a value.</typeparam>
public sealed class ApiSequence<T> : IAsyncEnumerable<T>, IAsyncDisposable
{
    private readonly Func<CancellationToken, IAsyncEnumerable<T>> _read;
    private readonly IAsyncDisposable? _source;
    private int _started;
    private volatile bool _disposed;

    /// <summary>Creates a stream of given values, for tests.</summary>
    public ApiSequence(IAsyncEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _read = _ => values;
    }

    internal ApiSequence(Func<CancellationToken, IAsyncEnumerable<T>> read, IAsyncDisposable source)
    {
        _read = read;
        _source = source;
    }

    /// <summary>Reads the values.</summary>
    /// <exception cref="InvalidOperationException">They are being read, or were.</exception>
    /// <exception cref="ObjectDisposedException">The sequence was disposed before it was read.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        bool isFirst = Interlocked.Exchange(ref _started, 1) == 0;
        ObjectDisposedException.ThrowIf(isFirst && _disposed, this);
        return isFirst
            ? ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken)
            : throw new InvalidOperationException("The values of a response are read once.");
    }

    /// <summary>Gives the connection back.</summary>
    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return _source?.DisposeAsync() ?? default;
    }

    private async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (((IAsyncDisposable)this).ConfigureAwait(false))
        {
            await foreach (T value in _read(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return value;
            }
        }
    }
}
