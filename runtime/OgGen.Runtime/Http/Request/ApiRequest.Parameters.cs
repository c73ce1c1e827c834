namespace OgGen;

public sealed partial class ApiRequest
{
    /// <summary>Adds the value of a path parameter: one segment, or a part of one.</summary>
    /// <exception cref="ArgumentException">The value is empty, white space, "." or "..", or holds half a surrogate pair.</exception>
    public void PathSegment(string name, string? value, ParameterStyle style = ParameterStyle.Simple)
    {
        string encoded = UriText.EncodeSegment(value, name);
        BeginPath(withSlash: false);
        PathPrefix(name, style);
        _target.Append(encoded);
    }

    /// <summary>Adds the value of a path parameter that is an array.</summary>
    /// <exception cref="ArgumentException">
    /// The array or an item is empty; an item is white space, "." or "..", or holds half a surrogate pair.
    /// </exception>
    public void PathSegment(string name, IReadOnlyList<string>? values, ParameterStyle style = ParameterStyle.Simple, bool explode = false)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count == 0)
        {
            throw new ArgumentException("A path value is not empty.", name);
        }

        BeginPath(withSlash: false);
        for (int i = 0; i < values.Count; i++)
        {
            string encoded = UriText.EncodeSegment(values[i], name);
            if (i == 0 || (explode && style is ParameterStyle.Label or ParameterStyle.Matrix))
            {
                PathPrefix(name, style);
            }
            else
            {
                _target.Append(',');
            }

            _target.Append(encoded);
        }
    }

    /// <summary>Adds a query parameter: <c>name=value</c>. A <see langword="null"/> is left out.</summary>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair.</exception>
    public void Query(string name, string? value)
    {
        if (value is not null)
        {
            BeginQuery();
            PairText.Append(ref _target, name, value);
        }
    }

    /// <summary>Adds a query parameter that is an array. A <see langword="null"/> and an empty array are left out.</summary>
    /// <exception cref="ArgumentException">A value holds half a surrogate pair.</exception>
    public void Query(string name, IReadOnlyList<string>? values, ParameterStyle style = ParameterStyle.Form, bool explode = true)
    {
        if (values is { Count: > 0 })
        {
            BeginQuery();
            PairText.Append(ref _target, name, values, style, explode);
        }
    }

    /// <summary>Adds a query parameter that is an object. A <see langword="null"/> and an empty object are left out.</summary>
    /// <exception cref="ArgumentException">A name or value holds half a surrogate pair.</exception>
    public void Query(string name, IReadOnlyList<KeyValuePair<string, string>>? members, ParameterStyle style = ParameterStyle.Form, bool explode = true)
    {
        if (members is { Count: > 0 })
        {
            BeginQuery();
            PairText.Append(ref _target, name, members, style, explode);
        }
    }

    private void PathPrefix(string name, ParameterStyle style)
    {
        if (style == ParameterStyle.Label)
        {
            _target.Append('.');
        }
        else if (style == ParameterStyle.Matrix)
        {
            _target.Append($";{UriText.Encode(name, nameof(name))}=");
        }
    }

    /// <summary>Ends the path, where the document did not begin a query already.</summary>
    private void BeginQuery()
    {
        if (_target.Length == 0)
        {
            _target.Append('/');
        }

        if (!_hasQuery)
        {
            _target.Append('?');
        }

        _hasQuery = true;
        _pathIsComplete = true;
    }
}
