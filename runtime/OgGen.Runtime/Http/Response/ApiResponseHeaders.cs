using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace OgGen;

/// <summary>
/// The headers of a response. Names are compared without regard to case. Where the document describes headers, a generated type
/// derives from this one and has a property for each.
/// </summary>
#pragma warning disable CA1710 // "Headers" is what HTTP libraries call this collection.
public partial class ApiResponseHeaders : IReadOnlyCollection<KeyValuePair<string, IReadOnlyList<string>>>
#pragma warning restore CA1710
{
    private readonly HttpHeaders? _response;
    private readonly HttpHeaders? _content;
    private readonly UsedSecrets? _secrets;
    private readonly bool _redacts;

    /// <summary>Creates headers from pairs, for tests; a name may occur several times.</summary>
    /// <exception cref="ArgumentException">A name or value is not acceptable.</exception>
    public ApiResponseHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        using var message = new HttpResponseMessage();
        using var content = new ByteArrayContent([]);
        foreach ((string name, string value) in headers)
        {
            HeaderText.CheckName(name, nameof(headers));
            HeaderText.CheckValue(value, name);
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        _response = message.Headers;
        _content = content.Headers;
    }

    /// <summary>The same headers, for a generated type.</summary>
    protected ApiResponseHeaders(ApiResponseHeaders headers)
        : this(headers, (headers ?? throw new ArgumentNullException(nameof(headers)))._redacts)
    {
    }

    /// <param name="response">The response; it may be disposed afterwards.</param>
    /// <param name="secrets">What no exception may show.</param>
    internal ApiResponseHeaders(HttpResponseMessage response, UsedSecrets secrets)
    {
        _response = response.Headers;
        _content = response.Content.Headers;
        _secrets = secrets;
    }

    private ApiResponseHeaders(ApiResponseHeaders original, bool redacts)
    {
        _response = original._response;
        _content = original._content;
        _secrets = original._secrets;
        _redacts = redacts;
    }

    private ApiResponseHeaders()
    {
    }

    /// <summary>No headers.</summary>
    public static ApiResponseHeaders Empty { get; } = new();

    /// <summary>The number of different names.</summary>
    public int Count => (_response?.NonValidated.Count ?? 0) + (_content?.NonValidated.Count ?? 0);

    /// <summary>The value of a header, several values joined with <c>", "</c>; <see langword="null"/> when it is missing.</summary>
    public string? this[string name] => TryGetValue(name, out string? value) ? value : null;

    /// <summary>Gets the value of a header, several values joined with <c>", "</c>.</summary>
    public bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        value = Find(name, out HeaderStringValues values) ? Clean(values.ToString()) : null;
        return value is not null;
    }

    /// <summary>The values of a header, one for each line that carried it; none when it is missing.</summary>
    public IReadOnlyList<string> GetValues(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(name, out HeaderStringValues values) ? ToList(values) : [];
    }

    /// <summary>
    /// The target of a <c>Link</c> header (RFC 8288): <c>GetLink("next")</c> is <c>/pets?page=2</c> where the response says
    /// <c>Link: &lt;/pets?page=2&gt;; rel="next"</c>.
    /// </summary>
    /// <param name="relation">The relation type, without regard to case.</param>
    /// <returns>The target as written, absolute or relative; <see langword="null"/> where no link has the relation.</returns>
    public string? GetLink(string relation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(relation);
        return LinkText.Find(this["Link"], relation);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator()
    {
        foreach (HttpHeaders? headers in new[] { _response, _content })
        {
            if (headers is not null)
            {
                foreach ((string name, HeaderStringValues values) in headers.NonValidated)
                {
                    yield return new(name, ToList(values));
                }
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same headers with the secrets of the call taken out of every value, to travel with an exception.</summary>
    internal ApiResponseHeaders WithoutSecrets() => new(this, redacts: true);

    /// <summary>The value of a header as it came, several values joined; for what the client itself reads in it.</summary>
    internal string? ReceivedValue(string name) => Find(name, out HeaderStringValues values) ? values.ToString() : null;

    private bool Find(string name, out HeaderStringValues values)
    {
        values = default;
        return (_response?.NonValidated.TryGetValues(name, out values) ?? false)
            || (_content?.NonValidated.TryGetValues(name, out values) ?? false);
    }

    private string Clean(string value) => _redacts ? Redact(value) : value;

    private string Redact(string text) => _secrets?.Redact(text) ?? text;

    private List<string> ToList(HeaderStringValues values)
    {
        var list = new List<string>(values.Count);
        foreach (string value in values)
        {
            list.Add(Clean(value));
        }

        return list;
    }
}
