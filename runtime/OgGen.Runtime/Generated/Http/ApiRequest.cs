using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>
/// One request while generated code puts it together: first the path, left to right, then query, headers, cookies and body.
/// Every value is checked and encoded here. A request is sent once; the runtime repeats it by itself.
/// </summary>
/// <param name="operation">The operation to call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest(ApiOperation operation)
{
    private TextBuffer _target;
    private PairText _query;
    private List<KeyValuePair<string, string>>? _headers;
    private string? _cookies;
    private Uri? _address;
    private bool _sent;

    /// <summary>The operation to call.</summary>
    public ApiOperation Operation { get; } = operation;

    /// <summary>Whether the response's body is read while it arrives, and not before the call ends.</summary>
    internal bool StreamsResponse { get; set; }

    /// <summary>The headers that are parameters, checked.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers ?? (IReadOnlyList<KeyValuePair<string, string>>)[];

    /// <summary>The value of the <c>Cookie</c> header, if there are cookies.</summary>
    internal string? Cookies => _cookies;

    /// <summary>Adds text of the path template, as the document has it. It may hold a query; a fragment is not sent.</summary>
    public void AddPathLiteral(string literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        ReadOnlySpan<char> text = literal;
        int fragment = text.IndexOf('#');
        if (fragment >= 0)
        {
            text = text[..fragment];
        }

        BeginPath(text.StartsWith("/"));
        _target.Append(text);
    }

    /// <summary>
    /// Adds a header parameter. A <see langword="null"/> is left out, and so are names that are not the caller's, such as
    /// <c>Authorization</c>.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The value holds a character that is not visible ASCII; the message does not repeat it.
    /// </exception>
    public void AddHeader(string name, string? value)
    {
        HeaderText.CheckName(name, nameof(name));
        if (value is not null && name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
        {
            HeaderText.CheckValue(value, name);
            _cookies = _cookies is null ? value : _cookies + "; " + value;
            return;
        }

        if (value is null || HeaderText.IsReserved(name))
        {
            return;
        }

        HeaderText.CheckValue(value, name);
        (_headers ??= []).Add(new(name, value));
    }

    /// <summary>Adds a header parameter that is an array: its items with commas between. A <see langword="null"/> is left out.</summary>
    /// <exception cref="ArgumentException">
    /// An item holds the comma, or whatever the style has between, or a character that is not visible ASCII; the message does not repeat
    /// it.
    /// </exception>
    public void AddHeader(string name, IReadOnlyList<string>? values, ParameterStyle style = ParameterStyle.Simple)
        => AddHeader(name, values is null ? null : ListText.Join(values, Delimiter(style), name));

    /// <summary>Adds a header parameter that is an object. A <see langword="null"/> is left out.</summary>
    /// <exception cref="ArgumentException">
    /// A name or a value holds a comma, a name <c>=</c> where that ends it, or one holds a character that is not visible ASCII; the message
    /// does not repeat it.
    /// </exception>
    public void AddHeader(string name, IReadOnlyList<KeyValuePair<string, string>>? members, bool explode = false)
        => AddHeader(name, members is null ? null : ListText.Join(members, explode ? '=' : ',', name));

    /// <summary>Adds a cookie. A <see langword="null"/> is left out; a value that a cookie cannot carry is percent-encoded.</summary>
    /// <exception cref="ArgumentException">
    /// The value holds a control character or half a surrogate pair; the message does not repeat it.
    /// </exception>
    public void AddCookie(string name, string? value)
    {
        HeaderText.CheckName(name, nameof(name));
        if (value is null)
        {
            return;
        }

        if (value.AsSpan().ContainsAnyInRange('\0', '\x1F') || value.Contains('\x7F', StringComparison.Ordinal))
        {
            throw new ArgumentException("A cookie holds a control character, such as a line break.", name);
        }

        string pair = name + "=" + CookieText.EncodeParameter(value, name);
        _cookies = _cookies is null ? pair : _cookies + "; " + pair;
    }

    /// <summary>
    /// Adds a cookie that is an array: its items with commas between, exploded a cookie of this name for each. A
    /// <see langword="null"/> is left out.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A value holds a control character, or a comma that would split it; the message does not repeat it.
    /// </exception>
    public void AddCookie(string name, IReadOnlyList<string>? values, bool explode = true)
        => AddCookie(name, values, explode, hasNested: false);

    private void AddCookie(string name, IReadOnlyList<string>? values, bool explode, bool hasNested)
    {
        if (values is { Count: > 0 } && !explode)
        {
            AddCookie(name, ListText.Join(values, ',', name, hasNested));
            return;
        }

        foreach (string value in values ?? [])
        {
            AddCookie(name, value);
        }
    }

    /// <summary>
    /// Adds a cookie that is an object: names and values with commas between, exploded a cookie for each member. A
    /// <see langword="null"/> is left out.
    /// </summary>
    /// <exception cref="ArgumentException">A value holds a control character, or a name is none that a cookie can have.</exception>
    public void AddCookie(string name, IReadOnlyList<KeyValuePair<string, string>>? members, bool explode = true)
        => AddCookie(name, members, explode, hasNested: false);

    private void AddCookie(string name, IReadOnlyList<KeyValuePair<string, string>>? members, bool explode, bool hasNested)
    {
        if (members is { Count: > 0 } && !explode)
        {
            AddCookie(name, ListText.Join(members, ',', name, hasNested));
            return;
        }

        foreach ((string member, string value) in members ?? [])
        {
            AddCookie(member, value);
        }
    }

    /// <summary>The method and the path template; never a value.</summary>
    public override string ToString() => Operation.ToString();

    /// <summary>A GET to another address of the service, with the same header parameters and cookies.</summary>
    internal ApiRequest Follow(Uri address)
        => new(Operation.AsGet()) { _address = address, _headers = _headers, _cookies = _cookies, StreamsResponse = StreamsResponse };

    /// <summary>Completes the address and gives the buffer back; a request has one address for all its attempts.</summary>
    /// <exception cref="InvalidOperationException">The request was sent before.</exception>
    internal Uri TakeUri(string prefix)
    {
        if (_sent)
        {
            throw new InvalidOperationException("A request is sent once.");
        }

        _sent = true;
        if (_address is not null)
        {
            return _address;
        }

        ReadOnlySpan<char> path = _target.Length == 0 ? "/" : _target.Span;

        // A literal query in the path may end in '?' or '&' already.
        string separator = _query.Length == 0 || path[^1] is '?' or '&' ? "" : path.Contains('?') ? "&" : "?";
        var uri = new Uri(string.Concat(prefix, path, separator, _query.Span));
        _target.Release();
        _query.Release();
        return uri;
    }

    private static char Delimiter(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => ' ',
        ParameterStyle.PipeDelimited => '|',
        _ => ',',
    };

    private void BeginPath(bool withSlash)
    {
        if (_query.Length > 0)
        {
            throw new InvalidOperationException("The path comes before the query.");
        }

        if (_target.Length == 0 && !withSlash)
        {
            _target.Append('/');
        }
    }
}
