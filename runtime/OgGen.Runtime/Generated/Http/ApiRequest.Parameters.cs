

namespace OgGen.Generated;

public sealed partial class ApiRequest
{
    /// <summary>Adds the value of a path parameter: one segment, or a part of one.</summary>
    /// <exception cref="ArgumentException">The value is empty, white space, "." or "..", or holds half a surrogate pair.</exception>
    public void AddPathSegment(string name, string? value, ParameterStyle style = ParameterStyle.Simple, bool allowReserved = false)
    {
        string encoded = UriText.EncodeSegment(value, name, allowReserved);
        BeginPath(withSlash: false);
        PathPrefix(name, style);
        _target.Append(encoded);
    }

    /// <summary>Adds the value of a path parameter that is several segments, with slashes between; those around it do not count.</summary>
    /// <exception cref="ArgumentException">
    /// The value or a segment is empty, white space, "." or "..", or holds half a surrogate pair.
    /// </exception>
    public void AddPathSegments(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        string encoded = string.Join(
            '/', value.Trim('/').Split('/').Select(segment => UriText.EncodeSegment(segment, name, allowReserved: true)));
        BeginPath(withSlash: false);
        _target.Append(encoded);
    }

    /// <summary>Adds text of the path template, and the value of the path parameter after it.</summary>
    /// <exception cref="ArgumentException">The value is empty, white space, "." or "..", or holds half a surrogate pair.</exception>
    public void AddPathSegment(string literal, string name, string? value)
    {
        AddPathLiteral(literal);
        AddPathSegment(name, value);
    }

    /// <summary>Adds text of the path template, and the number after it.</summary>
    public void AddPathSegment(string literal, string name, long value) => AddPathSegment(literal, name, ApiText.Format(value));

    /// <summary>Adds the value of a path parameter that is an array.</summary>
    /// <exception cref="ArgumentException">
    /// The array or an item is empty; an item is white space, "." or "..", or holds half a surrogate pair.
    /// </exception>
    public void AddPathSegment(
        string name,
        IReadOnlyList<string>? values,
        ParameterStyle style = ParameterStyle.Simple,
        bool explode = false,
        bool allowReserved = false)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count == 0)
        {
            throw new ArgumentException("A path value is not empty.", name);
        }

        BeginPath(withSlash: false);
        for (int i = 0; i < values.Count; i++)
        {
            string encoded = UriText.EncodeSegment(values[i], name, allowReserved);
            if (i == 0 || (explode && style is ParameterStyle.Label or ParameterStyle.Matrix))
            {
                PathPrefix(name, style);
            }
            else
            {
                _target.Append(PathSeparator(style));
            }

            _target.Append(encoded);
        }
    }

    /// <summary>Adds the value of a path parameter that is an object: <c>R,100,G,200</c>, exploded <c>R=100,G=200</c>.</summary>
    /// <exception cref="ArgumentException">
    /// The object has no member, or a name or value is empty, white space, "." or "..", or holds half a surrogate pair.
    /// </exception>
    public void AddPathSegment(
        string name,
        IReadOnlyList<KeyValuePair<string, string>>? members,
        ParameterStyle style = ParameterStyle.Simple,
        bool explode = false,
        bool allowReserved = false)
    {
        ArgumentNullException.ThrowIfNull(members, name);
        if (members.Count == 0)
        {
            throw new ArgumentException("A path value is not empty.", name);
        }

        BeginPath(withSlash: false);
        char between = !explode ? ',' : style switch { ParameterStyle.Label => '.', ParameterStyle.Matrix => ';', _ => ',' };
        for (int i = 0; i < members.Count; i++)
        {
            string member = UriText.EncodeSegment(members[i].Key, name);
            string value = UriText.EncodeSegment(members[i].Value, name, allowReserved);
            if (i > 0)
            {
                _target.Append(between);
            }
            else if (explode && style == ParameterStyle.Matrix)
            {
                _target.Append(';');
            }
            else
            {
                PathPrefix(name, style);
            }

            _target.Append(member);
            _target.Append(explode ? '=' : ',');
            _target.Append(value);
        }
    }

    /// <summary>Adds a query parameter: <c>name=value</c>. A <see langword="null"/> is left out.</summary>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair.</exception>
    public void AddQuery(string name, string? value, bool allowReserved = false) => _query.Text(name, value, allowReserved);

    /// <summary>Adds a query parameter that is a number. A <see langword="null"/> is left out.</summary>
    public void AddQuery(string name, long? value) => AddQuery(name, ApiText.Format(value));

    /// <summary>Adds a query parameter that is a boolean. A <see langword="null"/> is left out.</summary>
    public void AddQuery(string name, bool? value) => AddQuery(name, ApiText.Format(value));

    /// <summary>Adds a query parameter that is an array. A <see langword="null"/> and an empty array are left out.</summary>
    /// <exception cref="ArgumentException">A value holds half a surrogate pair.</exception>
    public void AddQuery(
        string name,
        IReadOnlyList<string>? values,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        bool allowReserved = false)
        => _query.List(name, values ?? [], style, explode, allowReserved);

    /// <summary>Adds a query parameter that is an object. A <see langword="null"/> and an empty object are left out.</summary>
    /// <exception cref="ArgumentException">A name or value holds half a surrogate pair.</exception>
    public void AddQuery(
        string name,
        IReadOnlyList<KeyValuePair<string, string>>? members,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        bool allowReserved = false)
        => _query.Members(name, members ?? [], style, explode, allowReserved);

    /// <summary>
    /// Adds a whole query string that is one value (OpenAPI 3.2, <c>in: querystring</c>). A <see langword="null"/> is left out.
    /// </summary>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair.</exception>
    public void AddQueryString(string? value)
    {
        if (value is not null)
        {
            _query.Raw(value);
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

    /// <summary>What stands between items that have no prefix of their own: a comma, unless Swagger 2.0 has a collection format.</summary>
    private static string PathSeparator(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        ParameterStyle.TabDelimited => "%09",
        _ => ",",
    };
}
