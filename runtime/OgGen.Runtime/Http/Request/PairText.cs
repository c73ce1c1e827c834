using System.Text.Json;
using OgGen.Generated;

namespace OgGen;

/// <summary>
/// Pairs of names and values as a query or a form has them, percent-encoded. What stands below the first level, where OpenAPI leaves
/// the form open, has commas where it is an array and is JSON where it is an object.
/// </summary>
internal struct PairText
{
    private TextBuffer _text;

    public readonly int Length => _text.Length;

    public readonly ReadOnlySpan<char> Span => _text.Span;

    public void Release() => _text.Release();

    /// <summary>What a value that is itself such a text consists of, encoded as one.</summary>
    public void Raw(string value)
    {
        Separate();
        _text.Append(UriText.Encode(value, nameof(value)));
    }

    public void Text(string name, string? value, bool allowReserved)
    {
        if (value is not null)
        {
            Pair(UriText.Encode(name, nameof(name)), UriText.EncodeQuery(value, name, allowReserved));
        }
    }

    public void List(string name, IReadOnlyList<string> values, ParameterStyle style, bool explode, bool allowReserved)
    {
        string key = UriText.Encode(name, nameof(name));
        if (style == ParameterStyle.DeepObject)
        {
            // OpenAPI leaves arrays open; this is how servers that read deep objects take them.
            key += "%5B%5D";
            explode = true;
        }

        for (int i = 0; i < values.Count; i++)
        {
            string value = UriText.EncodeQuery(values[i], name, allowReserved);
            if (i == 0 || explode)
            {
                Pair(key, value);
            }
            else
            {
                _text.Append(Separator(style));
                _text.Append(value);
            }
        }
    }

    public void Members(
        string name, IReadOnlyList<KeyValuePair<string, string>> members, ParameterStyle style, bool explode, bool allowReserved)
    {
        string key = UriText.Encode(name, nameof(name));
        for (int i = 0; i < members.Count; i++)
        {
            string member = UriText.Encode(members[i].Key, name);
            string value = UriText.EncodeQuery(members[i].Value, name, allowReserved);
            if (style == ParameterStyle.DeepObject)
            {
                Pair($"{key}%5B{member}%5D", value);
            }
            else if (explode)
            {
                Pair(member, value);
            }
            else if (i == 0)
            {
                Pair(key, member + Separator(style) + value);
            }
            else
            {
                _text.Append(Separator(style));
                _text.Append(member);
                _text.Append(Separator(style));
                _text.Append(value);
            }
        }
    }

    public void Value(string name, JsonElement value, ParameterStyle style, bool explode, bool allowReserved)
    {
        if (style == ParameterStyle.DeepObject)
        {
            Deep(UriText.Encode(name, nameof(name)), value, name, allowReserved);
            return;
        }

        ParameterValue parts = ParameterValue.Of(value, repeatsNested: explode);
        if (parts.Members is { } members)
        {
            Members(name, members, style, explode, allowReserved);
        }
        else if (parts.Items is { } items)
        {
            List(name, items, style, explode, allowReserved);
        }
        else
        {
            Text(name, parts.Text, allowReserved);
        }
    }

    /// <summary>The members of an object; objects among them are JSON, unless a field says otherwise.</summary>
    public void Form(JsonElement form, ReadOnlySpan<ApiFormField> fields)
    {
        foreach (JsonProperty member in form.EnumerateObject())
        {
            int index = fields.Length - 1;
            while (index >= 0 && fields[index].Name != member.Name)
            {
                index--;
            }

            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (index >= 0 && !fields[index].IsJson)
            {
                Value(member.Name, member.Value, fields[index].Style, fields[index].Explode, fields[index].AllowReserved);
            }
            else if (index >= 0 || member.Value.ValueKind == JsonValueKind.Object)
            {
                Text(member.Name, member.Value.GetRawText(), allowReserved: false);
            }
            else
            {
                Value(member.Name, member.Value, ParameterStyle.Form, explode: true, allowReserved: false);
            }
        }
    }

    /// <summary>
    /// <c>name[key]=value</c>, and what is below in further brackets: <c>name[key][]=value</c>, with an index where the items of an
    /// array have brackets of their own.
    /// </summary>
    private void Deep(string key, JsonElement value, string name, bool allowReserved)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Deep($"{key}%5B{UriText.Encode(member.Name, name)}%5D", member.Value, name, allowReserved);
                }

                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    bool isScalar = item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
                    Deep(isScalar ? key + "%5B%5D" : FormattableString.Invariant($"{key}%5B{index}%5D"), item, name, allowReserved);
                    index++;
                }

                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                Pair(key, UriText.EncodeQuery(ApiText.Format(value), name, allowReserved));
                break;
        }
    }

    /// <summary>Adds a pair of encoded texts.</summary>
    private void Pair(string name, string value)
    {
        Separate();
        _text.Append(name);
        _text.Append('=');
        _text.Append(value);
    }

    private void Separate()
    {
        if (_text.Length > 0)
        {
            _text.Append('&');
        }
    }

    /// <summary>What stands between the items of an array: encoded, as only commas have no other meaning in a query.</summary>
    private static string Separator(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        ParameterStyle.TabDelimited => "%09",
        _ => ",",
    };
}
