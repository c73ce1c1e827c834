using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>
/// Parameters whose shape depends on their values: models, dictionaries, untagged unions. They are written as JSON by their codec, and what
/// was written decides: a scalar, an array, or an object.
/// </content>
public sealed partial class ApiRequest
{
    /// <summary>Adds a path parameter of any shape.</summary>
    /// <exception cref="ArgumentException">The value has nothing that can stand in a path.</exception>
    public void AddPathSegment<T, TCodec>(
        string name, T value, ParameterStyle style = ParameterStyle.Simple, bool explode = false, bool allowReserved = false)
        where TCodec : IJsonCodec<T>
    {
        ParameterValue parts = ParameterValue.Of<T, TCodec>(value);
        if (parts.Members is { } members)
        {
            AddPathSegment(name, members, style, explode, allowReserved);
        }
        else if (parts.Items is { } items)
        {
            AddPathSegment(name, items, style, explode, allowReserved);
        }
        else
        {
            AddPathSegment(name, parts.Text, style, allowReserved);
        }
    }

    /// <summary>Adds a query parameter of any shape. A <see langword="null"/>, an empty array and an empty object are left out.</summary>
    /// <exception cref="ArgumentException">A name or value holds half a surrogate pair.</exception>
    public void AddQuery<T, TCodec>(
        string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false)
        where TCodec : IJsonCodec<T>
        => _query.Value(name, ParameterValue.Element<T, TCodec>(value), style, explode, allowReserved);

    /// <summary>Adds a header parameter of any shape. A <see langword="null"/> is left out.</summary>
    /// <exception cref="ArgumentException">A value holds a character that is not visible ASCII; the message does not repeat it.</exception>
    public void AddHeader<T, TCodec>(string name, T? value, bool explode = false)
        where TCodec : IJsonCodec<T>
    {
        ParameterValue parts = ParameterValue.Of<T, TCodec>(value);
        if (parts.Members is { } members)
        {
            AddHeader(name, ListText.Join(members, explode ? '=' : ',', name, parts.HasNested));
        }
        else if (parts.Items is { } items)
        {
            AddHeader(name, ListText.Join(items, ',', name, parts.HasNested));
        }
        else
        {
            AddHeader(name, parts.Text);
        }
    }

    /// <summary>Adds a cookie of any shape. A <see langword="null"/> is left out.</summary>
    /// <exception cref="ArgumentException">A value holds a control character; the message does not repeat it.</exception>
    public void AddCookie<T, TCodec>(string name, T? value, bool explode = true)
        where TCodec : IJsonCodec<T>
    {
        ParameterValue parts = ParameterValue.Of<T, TCodec>(value);
        if (parts.Members is { } members)
        {
            AddCookie(name, members, explode, parts.HasNested);
        }
        else if (parts.Items is { } items)
        {
            AddCookie(name, items, explode, parts.HasNested);
        }
        else
        {
            AddCookie(name, parts.Text);
        }
    }

    /// <summary>
    /// Adds the members of an object as the whole query string (OpenAPI 3.2, <c>in: querystring</c> with form content). A
    /// <see langword="null"/> is left out.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <param name="fields">The members that are not written in the standard way.</param>
    /// <exception cref="ArgumentException">A name or value holds half a surrogate pair.</exception>
    public void AddQueryForm<T, TCodec>(T? value, ReadOnlySpan<ApiFormField> fields)
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            _query.Form(ParameterValue.Element<T, TCodec>(value), fields);
        }
    }
}
