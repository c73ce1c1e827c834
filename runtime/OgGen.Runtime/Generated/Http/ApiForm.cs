using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>
/// The fields of a form body, while generated code puts it together. They are sent in the order of the calls, and encoded like a query;
/// those whose value is <see langword="null"/> are left out.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiForm
{
    private readonly FormBody _body;

    internal ApiForm(FormBody body)
    {
        _body = body;
    }

    /// <summary>Adds a field: <c>name=value</c>.</summary>
    /// <exception cref="ArgumentException">The name or value holds half a surrogate pair.</exception>
    public void AddField(string name, string? value)
        => _body.Pairs.Text(name, value, allowReserved: false);

    /// <summary>Adds a field that is an array; by default a pair for each item. An empty array is left out.</summary>
    /// <exception cref="ArgumentException">The name or a value holds half a surrogate pair.</exception>
    public void AddField(string name, IReadOnlyList<string>? values, ParameterStyle style = ParameterStyle.Form, bool explode = true)
        => _body.Pairs.List(name, values ?? [], style, explode, allowReserved: false);

    /// <summary>Adds a field that is an object; by default a pair for each member. An empty object is left out.</summary>
    /// <exception cref="ArgumentException">A name or value holds half a surrogate pair.</exception>
    public void AddField(
        string name, IReadOnlyList<KeyValuePair<string, string>>? members, ParameterStyle style = ParameterStyle.Form, bool explode = true)
        => _body.Pairs.Members(name, members ?? [], style, explode, allowReserved: false);

    /// <summary>
    /// Adds the members of an object as fields: an array as a field for each item, an object as JSON. Members that are
    /// <see langword="null"/> are left out.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <param name="fields">The members that are written in another way.</param>
    /// <exception cref="ArgumentException">The value is no object, or a name or value holds half a surrogate pair.</exception>
    public void AddFields<T, TCodec>(T value, ReadOnlySpan<ApiFormField> fields)
        where TCodec : IJsonCodec<T>
    {
        JsonElement form = ParameterValue.Element<T, TCodec>(value);
        if (form.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("A form is an object.", nameof(value));
        }

        _body.Pairs.Form(form, fields);
    }
}
