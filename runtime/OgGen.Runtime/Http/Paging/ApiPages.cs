using System.Runtime.CompilerServices;

namespace OgGen;

/// <summary>Reads lists that come in pages, one after the other, as they are asked for.</summary>
/// <remarks>
/// A page may be empty. A list ends with the first page that names no next one; one that comes back to a page which was read before, or has
/// more than <see cref="ApiPageOptions.MaxPages"/>, ends with an <see cref="ApiException"/>.
/// </remarks>
public static class ApiPages
{
    /// <summary>Reads pages that name the address of the next one, in their body or in a <c>Link</c> header.</summary>
    /// <param name="first">Gets the first page, each time that the pages are enumerated.</param>
    /// <param name="next">
    /// The address of the page after this one, absolute or relative; <see langword="null"/> or empty at the end. For a <c>Link</c> header:
    /// <c>page => page.Headers.GetLink("next")</c>.
    /// </param>
    /// <param name="options">How far to go; <see langword="null"/> means the defaults.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="ApiException">
    /// A call failed, or an address is refused; see <see cref="ApiResponse{T}.FollowAsync(string, CancellationToken)"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static IAsyncEnumerable<ApiResponse<T>> EnumerateAsync<T>(
        Func<CancellationToken, Task<ApiResponse<T>>> first,
        Func<ApiResponse<T>, string?> next,
        ApiPageOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(next);
        return StartAsync(
            (_, token) => first(token),
            page => Target(page, next(page)),
            static (page, address, token) => page.FollowAsync(address, token),
            options,
            cancellationToken);
    }

    /// <inheritdoc
    /// cref="EnumerateAsync{T}(Func{CancellationToken, Task{ApiResponse{T}}}, Func{ApiResponse{T}, string}, ApiPageOptions,
    /// CancellationToken)"/>
    public static IAsyncEnumerable<ApiResponseWithHeaders<T, THeaders>> EnumerateAsync<T, THeaders>(
        Func<CancellationToken, Task<ApiResponseWithHeaders<T, THeaders>>> first,
        Func<ApiResponseWithHeaders<T, THeaders>, string?> next,
        ApiPageOptions? options = null,
        CancellationToken cancellationToken = default)
        where THeaders : ApiResponseHeaders
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(next);
        return StartAsync(
            (_, token) => first(token),
            page => Target(page, next(page)),
            static (page, address, token) => page.FollowAsync(address, token),
            options,
            cancellationToken);
    }

    /// <summary>Reads pages that name a cursor, which the operation takes as a parameter to get the next one.</summary>
    /// <param name="get">Gets a page: the first one for <see langword="null"/>, else the one of the cursor.</param>
    /// <param name="next">The cursor of the page after this one; <see langword="null"/> or empty at the end.</param>
    /// <param name="options">How far to go; <see langword="null"/> means the defaults.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="ApiException">A call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static IAsyncEnumerable<ApiResponse<T>> EnumerateAsync<T>(
        Func<string?, CancellationToken, Task<ApiResponse<T>>> get,
        Func<ApiResponse<T>, string?> next,
        ApiPageOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(get);
        return StartAsync(get, next, (_, cursor, token) => get(cursor, token), options, cancellationToken);
    }

    /// <inheritdoc
    /// cref="EnumerateAsync{T}(Func{string, CancellationToken, Task{ApiResponse{T}}}, Func{ApiResponse{T}, string}, ApiPageOptions,
    /// CancellationToken)"/>
    public static IAsyncEnumerable<ApiResponseWithHeaders<T, THeaders>> EnumerateAsync<T, THeaders>(
        Func<string?, CancellationToken, Task<ApiResponseWithHeaders<T, THeaders>>> get,
        Func<ApiResponseWithHeaders<T, THeaders>, string?> next,
        ApiPageOptions? options = null,
        CancellationToken cancellationToken = default)
        where THeaders : ApiResponseHeaders
    {
        ArgumentNullException.ThrowIfNull(get);
        return StartAsync(get, next, (_, cursor, token) => get(cursor, token), options, cancellationToken);
    }

    /// <summary>The address of the page that a page names, to tell those apart that were read.</summary>
    private static string? Target(ApiResponse page, string? next) => next is { Length: > 0 } ? page.Resolve(next).AbsoluteUri : null;

    private static IAsyncEnumerable<TPage> StartAsync<TPage>(
        Func<string?, CancellationToken, Task<TPage>> first,
        Func<TPage, string?> next,
        Func<TPage, string, CancellationToken, Task<TPage>> follow,
        ApiPageOptions? options,
        CancellationToken cancellationToken)
        where TPage : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(next);
        options ??= ApiPageOptions.Default;
        options.Validate();
        return ReadAsync(first, next, follow, options.MaxPages, cancellationToken);
    }

    private static async IAsyncEnumerable<TPage> ReadAsync<TPage>(
        Func<string?, CancellationToken, Task<TPage>> first,
        Func<TPage, string?> next,
        Func<TPage, string, CancellationToken, Task<TPage>> follow,
        int maxPages,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : ApiResponse
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        TPage page = await first(null, cancellationToken).ConfigureAwait(false);
        if (page.PageAddress is { } address)
        {
            seen.Add(address.AbsoluteUri);
        }

        for (int count = 1; ; count++)
        {
            yield return page;
            cancellationToken.ThrowIfCancellationRequested();
            if (next(page) is not { Length: > 0 } following)
            {
                yield break;
            }

            if (!seen.Add(following))
            {
                throw page.CreateException("names a next page that came before");
            }

            if (count == maxPages)
            {
                throw page.CreateException(FormattableString.Invariant($"names a next page after {maxPages}, the limit of MaxPages"));
            }

            page = await follow(page, following, cancellationToken).ConfigureAwait(false);
        }
    }
}
