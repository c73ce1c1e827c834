using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace OgGen.Generated;

/// <summary>What generated methods do with streams of values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiSequences
{
    /// <summary>Sends a request each time the result is enumerated, and passes its values on.</summary>
    /// <param name="send">Sends the request.</param>
    /// <param name="callToken">Cancels each enumeration.</param>
    /// <param name="cancellationToken">Cancels this enumeration.</param>
    public static async IAsyncEnumerable<T> EnumerateAsync<T>(
        Func<CancellationToken, Task<ApiResponse<ApiSequence<T>>>> send,
        CancellationToken callToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        ApiResponse<ApiSequence<T>> response = await send(either.Token).ConfigureAwait(false);
        await foreach (T value in response.Value.WithCancellation(either.Token).ConfigureAwait(false))
        {
            yield return value;
        }
    }
}
