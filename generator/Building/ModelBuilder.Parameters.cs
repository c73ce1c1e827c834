using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;
using OgGen.Generator.Document.Swagger2;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>What an operation takes: parameters, path and body.</content>
internal sealed partial class ModelBuilder
{
    /// <summary>Headers that frame the message or belong to a hop; no caller sets them.</summary>
    private static readonly HashSet<string> s_framingHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>The variables of paths that were reported: once is enough for all operations of a path.</summary>
    private readonly HashSet<(string Path, string Name)> _undeclared = [];

    private List<ParameterModel> BuildParameters(OperationAt at, NameScope names)
    {
        var parameters = new List<ParameterModel>();
        foreach ((IOpenApiParameter parameter, string pointer) in ParametersOf(at))
        {
            if (parameter is OpenApiParameterReference { Target: null })
            {
                // Reported where all references are checked.
                continue;
            }

            // A whole query string needs no name.
            string? name = parameter.Name is { Length: > 0 } given ? given : parameter.In == ParameterLocation.QueryString ? "query" : null;
            if (name is null || parameter.In is not { } location)
            {
                Report(Descriptors.Unsupported, pointer, "A parameter without a name or place is left out");
                continue;
            }

            if (location == ParameterLocation.Header && IsReservedHeader(name))
            {
                // The specification: such a definition shall be ignored. Credentials and bodies bring these headers.
                continue;
            }

            if (location == ParameterLocation.Path && at.Path.IndexOf("{" + name + "}", StringComparison.Ordinal) < 0)
            {
                Report(Descriptors.UnusedPathParameter, pointer, at.Path, name);
                continue;
            }

            if (BuildParameter(parameter, name, location, pointer, names) is { } model)
            {
                parameters.Add(model);
            }
        }

        return parameters;
    }

    private ParameterModel? BuildParameter(IOpenApiParameter parameter, string name, ParameterLocation location, string pointer, NameScope names)
    {
        ParameterPlace place = location switch
        {
            ParameterLocation.Path => ParameterPlace.Path,
            ParameterLocation.Header => ParameterPlace.Header,
            ParameterLocation.Cookie => ParameterPlace.Cookie,
            ParameterLocation.QueryString => ParameterPlace.QueryString,
            _ => ParameterPlace.Query,
        };
        if (place is ParameterPlace.Header or ParameterPlace.Cookie && !IsToken(name))
        {
            Report(Descriptors.Unsupported, pointer, $"HTTP allows no {(place == ParameterPlace.Header ? "header" : "cookie")} with the name '{name}'; the parameter is left out");
            return null;
        }

        if (place == ParameterPlace.Header && s_framingHeaders.Contains(name))
        {
            Report(Descriptors.Unsupported, pointer, $"The header '{name}' belongs to the transport; the parameter is left out");
            return null;
        }

        (TypeRef type, ParameterShape shape) = ParameterType(parameter, name, place, pointer);
        bool isRequired = parameter.Required || place == ParameterPlace.Path;
        return new ParameterModel
        {
            Name = CSharpName.Escape(Take(names, CSharpName.Camel(parameter.Text(Extensions.Name) ?? name, "parameter"), place.ToString(), pointer)),
            JsonName = name,
            Place = place,
            Shape = shape,
            Type = type,
            Written = !isRequired && type.IsValueType ? OrNull(type) : type,
            IsRequired = isRequired,
            Style = StyleOf(parameter, place),
            Explode = parameter.Explode,
            AllowReserved = parameter.AllowReserved,
            Fields = place == ParameterPlace.QueryString && parameter.Content is { Count: > 0 } content ? BuildFields(content.First().Value).ToEquatable() : default,
            Doc = ParameterDoc(parameter),
        };
    }

    /// <summary>The style, or the standard one of the place where it has no meaning there.</summary>
    private static SerializationStyle StyleOf(IOpenApiParameter parameter, ParameterPlace place)
    {
        if (parameter.Flag(Swagger2Upgrade.TabDelimited))
        {
            return SerializationStyle.TabDelimited;
        }

        ParameterStyle standard = place is ParameterPlace.Path or ParameterPlace.Header ? ParameterStyle.Simple : ParameterStyle.Form;
        ParameterStyle style = parameter.Style ?? standard;
        bool fits = place switch
        {
            ParameterPlace.Path => style is not (ParameterStyle.Form or ParameterStyle.DeepObject or ParameterStyle.Cookie),
            ParameterPlace.Query => style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
            ParameterPlace.Header => style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited,
            _ => false,
        };
        return StyleOf(fits ? style : standard);
    }

    private static SerializationStyle StyleOf(ParameterStyle style) => style switch
    {
        ParameterStyle.Simple => SerializationStyle.Simple,
        ParameterStyle.Form => SerializationStyle.Form,
        ParameterStyle.SpaceDelimited => SerializationStyle.SpaceDelimited,
        ParameterStyle.PipeDelimited => SerializationStyle.PipeDelimited,
        ParameterStyle.Label => SerializationStyle.Label,
        ParameterStyle.Matrix => SerializationStyle.Matrix,
        ParameterStyle.DeepObject => SerializationStyle.DeepObject,
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    private static DocModel ParameterDoc(IOpenApiParameter parameter)
    {
        DocModel doc = DocText.Of(parameter.Description ?? parameter.Schema?.Description);
        if (parameter.Schema is not { Default: { } standard } || JsonConstant.IsNull(standard))
        {
            return doc;
        }

        // The service's default: a caller who leaves the parameter out leaves it to the service.
        string text = $"Default: {standard.ToJsonString()}.";
        return doc with { Summary = doc.Summary.Length > 0 ? doc.Summary.TrimEnd() + (doc.Summary.EndsWith(".", StringComparison.Ordinal) ? " " : ". ") + text : text };
    }

    /// <summary>A parameter's type, and how its value is handed over.</summary>
    private (TypeRef Type, ParameterShape Shape) ParameterType(IOpenApiParameter parameter, string name, ParameterPlace place, string pointer)
    {
        if (ParameterSchema(parameter, pointer) is not { } found)
        {
            return (s_string, ParameterShape.Text);
        }

        (SchemaNode at, string? contentType) = found;
        if (at.Component is { } component && !_schemas.Components.ContainsKey(component))
        {
            // Reported where all references are checked.
            return (s_string, ParameterShape.Text);
        }

        (SchemaNode target, SchemaKind kind) = Follow(at);
        if (contentType is not null && MediaTypes.IsWildcard(contentType) && kind is (SchemaKind.Any or SchemaKind.Scalar or SchemaKind.Enum))
        {
            // Any content: one value is itself, not JSON in quotes.
            contentType = null;
        }

        if (contentType is not null && MediaTypes.IsJson(contentType))
        {
            return (Resolve(at), ParameterShape.Json);
        }

        if (contentType is not null && !(place == ParameterPlace.QueryString && MediaTypes.IsUrlEncoded(contentType)))
        {
            if (!MediaTypes.IsText(contentType))
            {
                Report(Descriptors.Unsupported, pointer, $"The content type '{contentType}' of the parameter '{name}' is not supported; it is a string, sent as it is");
            }

            return (s_string, ParameterShape.Text);
        }

        return kind switch
        {
            // Whatever is one value is a text on the wire.
            SchemaKind.Any => (s_string, ParameterShape.Text),
            SchemaKind.Scalar or SchemaKind.Enum => (Resolve(at), ParameterShape.Text),
            SchemaKind.List when ListItem(target) is { } item => (new SequenceRef(item), ParameterShape.List),
            _ => (Resolve(at), ParameterShape.Value),
        };
    }

    /// <summary>The schema of a parameter's value, and its content type where it has one.</summary>
    private static (SchemaNode At, string? ContentType)? ParameterSchema(IOpenApiParameter parameter, string pointer)
    {
        if (parameter.Schema is { } schema)
        {
            return (new SchemaNode(schema, pointer + "/schema", SchemaOwner.Components), null);
        }

        if (parameter.Content is { Count: > 0 } content)
        {
            KeyValuePair<string, IOpenApiMediaType> only = content.First();
            var at = new SchemaNode(only.Value.Schema ?? new OpenApiSchema(), Pointers.Child(pointer + "/content", only.Key) + "/schema", SchemaOwner.Components);
            return (at, only.Key);
        }

        return null;
    }

    /// <summary>The type of the items of a list whose items are texts on the wire.</summary>
    private TypeRef? ListItem(SchemaNode list)
    {
        if (list.Schema.Items is not { } items)
        {
            return s_string;
        }

        SchemaNode item = list.Member("items", items);
        return Follow(item).Kind switch
        {
            SchemaKind.Any => s_string,
            SchemaKind.Scalar or SchemaKind.Enum => Resolve(item),
            _ => null,
        };
    }

    /// <summary>Whether a text is a token, as names of headers and cookies are (RFC 9110, 5.6.2).</summary>
    private static bool IsToken(string text)
        => text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);

    private static bool IsReservedHeader(string name)
        => name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path in pieces; null where no call can be made of it.</summary>
    private EquatableArray<PathPart>? BuildPath(OperationAt at, List<ParameterModel> parameters, NameScope names)
    {
        // A fragment tells operations apart and is not sent.
        string path = at.Path.Split('#')[0];
        if (PathTemplate.Fault(path) is { } fault)
        {
            Report(Descriptors.SkippedOperation, at.Pointer, $"the path '{at.Path}' {fault}");
            return null;
        }

        var parts = new List<PathPart>();
        int end = 0;
        foreach (Match variable in PathTemplate.Variable.Matches(path))
        {
            AddLiteral(path.Substring(end, variable.Index - end));
            string name = variable.Groups[1].Value;
            ParameterModel? parameter = parameters.Find(candidate => candidate.Place == ParameterPlace.Path && candidate.JsonName == name);
            if (parameter is null)
            {
                if (_undeclared.Add((at.Path, name)))
                {
                    Report(Descriptors.UndeclaredPathParameter, at.Pointer, at.Path, name);
                }

                parameter = new ParameterModel
                {
                    Name = CSharpName.Escape(Take(names, CSharpName.Camel(name, "parameter"), "Path", at.Pointer)),
                    JsonName = name,
                    Place = ParameterPlace.Path,
                    Shape = ParameterShape.Text,
                    Type = s_string,
                    Written = s_string,
                    IsRequired = true,
                    Style = SerializationStyle.Simple,
                    Explode = false,
                    Doc = DocModel.None,
                };
                parameters.Add(parameter);
            }

            if (parts.Exists(part => part.ParameterName == parameter.Name))
            {
                Report(Descriptors.Invalid, at.Pointer, $"The path '{at.Path}' has the variable '{name}' twice; both get one value");
            }

            parts.Add(new PathPart(name, parameter.Name));
            end = variable.Index + variable.Length;
        }

        AddLiteral(path.Substring(end));
        return parts.ToEquatable();

        void AddLiteral(string text)
        {
            if (text.Length > 0)
            {
                parts.Add(new PathPart(text, null));
            }
        }
    }
}
