using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>The headers of answers: a type for each set of them, whoever answers with it.</content>
internal sealed partial class ModelBuilder
{
    private static readonly string[] s_reservedHeadersMembers =
    [
        "Count", "Item", "Empty", "TryGetValue", "GetValues", "GetLink", "GetEnumerator", "ReadValue", "ReadObject", "From", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    ];

    /// <summary>The sets of headers, by what is generated from them.</summary>
    private readonly Dictionary<string, HeaderSet> _headerSets = new(StringComparer.Ordinal);

    /// <summary>The set of each operation that has one, by the operation's pointer.</summary>
    private readonly Dictionary<string, HeaderSet> _headersOf = new(StringComparer.Ordinal);

    /// <summary>A header of an answer.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Header">What the document says of it.</param>
    /// <param name="Schema">The schema of its value; null where it is a text, whatever it says.</param>
    /// <param name="Form">How the value is read.</param>
    private sealed record HeaderAt(string Name, IOpenApiHeader Header, SchemaNode? Schema, HeaderForm Form);

    private sealed class HeaderSet(string place, string pointer, string group, string owner, List<HeaderAt> headers)
    {
        private bool _isShared;

        /// <summary>The place that its name and its texts come from.</summary>
        public string Place { get; private set; } = place;

        /// <summary>Where the document has the operation at that place.</summary>
        public string Pointer { get; private set; } = pointer;

        /// <summary>The group of all its operations; null where they have several.</summary>
        public string? Group { get; private set; } = group;

        /// <summary>The group with which it lives.</summary>
        public string Owner { get; private set; } = owner;

        public List<HeaderAt> Headers { get; private set; } = headers;

        public string Name { get; set; } = "";

        /// <summary>Of several places the one with the shortest name counts, ties by ordinal, as for inline schemas.</summary>
        public void Offer(string place, string pointer, string group, string owner, List<HeaderAt> headers)
        {
            _isShared = true;
            Group = Group == group ? group : null;
            int order = place.Length != Place.Length ? place.Length - Place.Length : string.CompareOrdinal(place, Place);
            if (order < 0)
            {
                (Place, Pointer, Owner, Headers) = (place, pointer, owner, headers);
            }
        }

        /// <summary>One header names its type; several have the name of what they belong to: an operation, a group, or the client.</summary>
        public string WantedName(string client)
            => (Headers.Count == 1 ? CSharpName.Pascal(Headers[0].Name, Place) : _isShared ? Group ?? client : Place) + "Headers";
    }

    private void PlanHeaders(OperationAt at, PlaceName place, string group, string owner)
    {
        List<HeaderAt> headers = HeadersOf(at);
        if (headers.Count == 0)
        {
            return;
        }

        foreach (HeaderAt header in headers)
        {
            if (header.Schema is { } schema)
            {
                PlanInline(schema, place.Member(CSharpName.Pascal(header.Name, "Header")), owner);
            }
        }

        string key = string.Join("\n", headers
            .Select(header => string.Join(
                " ",
                header.Name.ToLowerInvariant(),
                header.Form.ToString(),
                header.Schema is { } schema ? _structure.Of(schema.Schema).ToString(CultureInfo.InvariantCulture) : "",
                header.Header.Deprecated ? "deprecated" : ""))
            .OrderBy(static line => line, StringComparer.Ordinal));
        if (_headerSets.TryGetValue(key, out HeaderSet? set))
        {
            set.Offer(place.Name, at.Pointer, group, owner, headers);
        }
        else
        {
            set = new HeaderSet(place.Name, at.Pointer, group, owner, headers);
            _headerSets.Add(key, set);
        }

        _headersOf[at.Pointer] = set;
    }

    private void NameHeaders(string client)
    {
        foreach (HeaderSet set in _headerSets.Values.OrderBy(static set => set.Place, StringComparer.Ordinal))
        {
            set.Name = Take(_typeNames, set.WantedName(client), "", set.Pointer + "/responses");
        }
    }

    /// <summary>The headers that the successful answers of an operation are described with, whatever the status.</summary>
    private List<HeaderAt> HeadersOf(OperationAt at)
    {
        var headers = new List<HeaderAt>();
        foreach (KeyValuePair<string, IOpenApiResponse> response in SuccessesOf(at))
        {
            string pointer = Pointers.Child(at.Pointer + "/responses", response.Key) + "/headers";
            foreach (KeyValuePair<string, IOpenApiHeader> header in response.Value.Headers ?? new Dictionary<string, IOpenApiHeader>())
            {
                if (header.Key.Length == 0 || !IsToken(header.Key))
                {
                    Report(Descriptors.Unsupported, Pointers.Child(pointer, header.Key), $"HTTP allows no header with the name '{header.Key}'; it is left out");
                    continue;
                }

                // The content says it (the specification: such a definition shall be ignored).
                if (!header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && header.Value is not OpenApiHeaderReference { Target: null })
                {
                    AddHeader(headers, HeaderOf(header.Key, header.Value, Pointers.Child(pointer, header.Key)));
                }
            }
        }

        return headers;
    }

    private void AddHeader(List<HeaderAt> headers, HeaderAt header)
    {
        int known = headers.FindIndex(other => other.Name.Equals(header.Name, StringComparison.OrdinalIgnoreCase));
        if (known < 0)
        {
            headers.Add(header);
        }
        else if (headers[known].Form != header.Form || Number(headers[known]) != Number(header))
        {
            // Two answers mean different things by it.
            headers[known] = headers[known] with { Schema = null, Form = HeaderForm.Value };
        }

        int Number(HeaderAt at) => at.Schema is { } schema ? _structure.Of(schema.Schema) : -1;
    }

    /// <summary>How the value of a header is read. What is neither one value, a list of values nor an object of values stays a text.</summary>
    private HeaderAt HeaderOf(string name, IOpenApiHeader header, string pointer)
    {
        if (header.Schema is null && header.Content is { Count: > 0 } content)
        {
            KeyValuePair<string, IOpenApiMediaType> only = content.First();
            bool isJson = MediaTypes.IsJson(only.Key) && only.Value.Schema is not null;
            return new HeaderAt(name, header, isJson ? new SchemaNode(only.Value.Schema!, Pointers.Child(pointer + "/content", only.Key) + "/schema", SchemaOwner.Components) : null, isJson ? HeaderForm.Json : HeaderForm.Value);
        }

        var at = new SchemaNode(header.Schema ?? new OpenApiSchema(), pointer + "/schema", SchemaOwner.Components);
        (SchemaNode target, SchemaKind kind) = Follow(at);
        HeaderForm? form = kind switch
        {
            SchemaKind.Scalar or SchemaKind.Enum => HeaderForm.Value,
            SchemaKind.List when ListItem(target) is not null => HeaderForm.List,
            SchemaKind.Object when _schemas.Flatten(target).Members.TrueForAll(member => Follow(member.Schema).Kind is SchemaKind.Scalar or SchemaKind.Enum or SchemaKind.Any) => header.Explode ? HeaderForm.Pairs : HeaderForm.Members,
            _ => null,
        };
        return form is null ? new HeaderAt(name, header, null, HeaderForm.Value) : new HeaderAt(name, header, at, form.Value);
    }

    private EquatableArray<HeadersModel> BuildHeaders(string owner)
        => _headerSets.Values
            .Where(set => set.Owner == owner)
            .OrderBy(static set => set.Name, StringComparer.Ordinal)
            .Select(BuildHeaders)
            .ToEquatable();

    private HeadersModel BuildHeaders(HeaderSet set)
    {
        var names = new NameScope(s_reservedHeadersMembers.Append(set.Name));
        return new HeadersModel
        {
            Name = set.Name,
            Headers = set.Headers.Select(header => BuildHeader(header, set, names)).ToEquatable(),
        };
    }

    private HeaderModel BuildHeader(HeaderAt header, HeaderSet set, NameScope names)
    {
        TypeRef? type = header.Schema is { } schema ? Resolve(schema) : null;
        return new HeaderModel
        {
            Name = Take(names, CSharpName.Pascal(header.Header.Text(Extensions.Name) ?? header.Name, "Header"), "Header", set.Pointer + "/responses"),
            HeaderName = header.Name,
            Type = type is null || type == s_string ? null : ReadOnly(type),
            Form = header.Form,
            Doc = DocText.Of(header.Header.Description ?? header.Schema?.Schema.Description),
            IsDeprecated = header.Header.Deprecated,
        };
    }
}
