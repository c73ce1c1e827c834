namespace OgGen;

/// <summary>
/// The fields of a form body, while generated code puts it together. They are sent in the order of the calls, and encoded like a query;
/// those whose value is <see langword="null"/> are left out.
/// </summary>
public sealed class ApiForm
{
    private readonly FormBody _body;

    internal ApiForm(FormBody body)
    {
        _body = body;
    }

    /// <summary>Adds a field: <c>name=value</c>.</summary>
    /// <exception cref="ArgumentException">The name or value holds half a surrogate pair.</exception>
    public void Field(string name, string? value)
    {
        if (value is not null)
        {
            _body.Add(name, value);
        }
    }

    /// <summary>Adds a field that is an array; by default a pair for each item. An empty array is left out.</summary>
    /// <exception cref="ArgumentException">The name or a value holds half a surrogate pair.</exception>
    public void Field(string name, IReadOnlyList<string>? values, ParameterStyle style = ParameterStyle.Form, bool explode = true)
    {
        if (values is not null)
        {
            _body.Add(name, values, style, explode);
        }
    }

    /// <summary>Adds a field that is an object; by default a pair for each member. An empty object is left out.</summary>
    /// <exception cref="ArgumentException">A name or value holds half a surrogate pair.</exception>
    public void Field(string name, IReadOnlyList<KeyValuePair<string, string>>? members, ParameterStyle style = ParameterStyle.Form, bool explode = true)
    {
        if (members is not null)
        {
            _body.Add(name, members, style, explode);
        }
    }
}
