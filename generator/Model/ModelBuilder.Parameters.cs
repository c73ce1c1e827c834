using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Model;

/// <content>What an operation takes: parameters, path and body.</content>
internal sealed partial class ModelBuilder
{
    private static readonly Regex s_pathVariable = new("\\{([^{}]*)\\}", RegexOptions.CultureInvariant);

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

            if (parameter.Name is not { Length: > 0 } name || parameter.In is not { } location)
            {
                Report(Descriptors.Unsupported, pointer, "A parameter without a name or place is left out");
                continue;
            }

            if (location == ParameterLocation.Header && IsReservedHeader(name))
            {
                // The specification: such a definition shall be ignored. Credentials and bodies bring these headers.
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
        ParameterPlace? place = location switch
        {
            ParameterLocation.Path => ParameterPlace.Path,
            ParameterLocation.Query => ParameterPlace.Query,
            ParameterLocation.Header => ParameterPlace.Header,
            ParameterLocation.Cookie => ParameterPlace.Cookie,
            _ => null,
        };
        if (place is null)
        {
            Report(Descriptors.Unsupported, pointer, $"The place of the parameter '{name}' is not supported; it is left out");
            return null;
        }

        (TypeRef type, bool isList) = ParameterType(parameter, name, pointer);
        return new ParameterModel
        {
            Name = Naming.Escape(names.Take(Naming.Camel(parameter.Text(Extensions.Name) ?? name, "parameter"), Naming.Pascal(place.ToString()!, ""))),
            JsonName = name,
            Place = place.Value,
            Type = type,
            IsList = isList,
            IsRequired = parameter.Required || place == ParameterPlace.Path,
            Style = (parameter.Style ?? (place is ParameterPlace.Query or ParameterPlace.Cookie ? ParameterStyle.Form : ParameterStyle.Simple)).ToString(),
            Explode = parameter.Explode,
            Doc = DocText.Of(parameter.Description),
        };
    }

    /// <summary>A parameter's type: a scalar, an enumeration, or a list of these; anything else is sent as its caller writes it.</summary>
    private (TypeRef Type, bool IsList) ParameterType(IOpenApiParameter parameter, string name, string pointer)
    {
        if (parameter.Schema is { } schema)
        {
            var at = new SchemaAt(schema, pointer + "/schema");
            if (at.Component is { } component && !_components.ContainsKey(component))
            {
                // Reported where all references are checked.
                return (s_string, false);
            }

            (SchemaAt target, SchemaKind kind) = Follow(at);
            if (kind is SchemaKind.Scalar or SchemaKind.Enum)
            {
                return (Resolve(at), false);
            }

            if (kind == SchemaKind.List && target.Schema.Items is { } items && Follow(target.Member("items", items)).Kind is SchemaKind.Scalar or SchemaKind.Enum)
            {
                TypeRef item = Resolve(target.Member("items", items));
                return (item with { Name = $"global::System.Collections.Generic.IEnumerable<{item.Name}>", IsValueType = false }, true);
            }
        }

        Report(Descriptors.Unsupported, pointer, $"The schema of the parameter '{name}' is neither a scalar nor a list of scalars; it is a string, sent as it is");
        return (s_string, false);
    }

    private static bool IsReservedHeader(string name)
        => name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path in pieces; null where no call can be made of it.</summary>
    private EquatableArray<PathPart>? BuildPath(OperationAt at, List<ParameterModel> parameters, NameScope names)
    {
        // A fragment tells operations apart and is not sent.
        string path = at.Path.Split('#')[0];
        string literals = s_pathVariable.Replace(path, "");
        if (!path.StartsWith("/", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal) || literals.IndexOfAny(['{', '}', '\\']) >= 0)
        {
            Report(Descriptors.SkippedOperation, at.Pointer, $"the path '{at.Path}' is no path template");
            return null;
        }

        var parts = new List<PathPart>();
        int end = 0;
        foreach (Match variable in s_pathVariable.Matches(path))
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
                    Name = Naming.Escape(names.Take(Naming.Camel(name, "parameter"), "Path")),
                    JsonName = name,
                    Place = ParameterPlace.Path,
                    Type = s_string,
                    IsList = false,
                    IsRequired = true,
                    Style = nameof(ParameterStyle.Simple),
                    Explode = false,
                    Doc = DocModel.None,
                };
                parameters.Add(parameter);
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

    /// <summary>A body that may be left out is nullable for that; one that must be there may itself be null.</summary>
    private TypeRef BodyType(SchemaAt schema, bool isJson, bool isRequired)
        => !isJson ? new TypeRef("global::System.ReadOnlyMemory<byte>", "", IsValueType: true)
            : schema.Schema is null ? s_any
            : isRequired ? ResolveItem(schema)
            : Resolve(schema);

    private BodyModel? BuildBody(OperationAt at, NameScope names)
    {
        if (BodyOf(at) is not { } body)
        {
            return null;
        }

        bool isJson = IsJson(body.ContentType);
        if (!isJson)
        {
            Report(Descriptors.Unsupported, at.Pointer + "/requestBody", $"The content type '{body.ContentType}' is not supported; the body is taken as bytes");
        }

        return new BodyModel
        {
            Name = Naming.Escape(names.Take(Naming.Camel(Extensions.Text(body.Body.Extensions, Extensions.Name) ?? "body", "body"), "Content")),
            Type = BodyType(body.Schema, isJson, body.Body.Required),
            ContentType = body.ContentType == "*/*" ? "application/json" : body.ContentType,
            IsRequired = body.Body.Required,
            IsRaw = !isJson,
            Doc = DocText.Of(body.Body.Description),
        };
    }
}
