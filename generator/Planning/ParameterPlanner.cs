using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds the parameters of operations, and their paths.</summary>
internal static class ParameterPlanner
{
    /// <summary>Headers that frame the message or belong to a hop; callers do not set them.</summary>
    private static readonly HashSet<string> s_framingHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade",
    };

    /// <summary>The parameters of a request, including undeclared path variables.</summary>
    /// <param name="node">The operation.</param>
    /// <param name="undeclared">The undeclared variables that were reported: once is enough for all operations of a path.</param>
    /// <param name="problems">Reports problems.</param>
    public static List<ParameterPlan> Plan(OperationNode node, HashSet<(string Path, string Name)> undeclared, Problems problems)
    {
        var parameters = new List<ParameterPlan>();
        List<DeclaredParameter> all = Declared(node);
        HashSet<(ParameterIn In, string Name)>? known = all.Count > 1 ? [] : null;
        foreach (DeclaredParameter declared in all)
        {
            // Unresolved references are reported elsewhere.
            if (declared.Target is not { } target || PlanParameter(node, target, declared, problems) is not { } plan)
            {
                continue;
            }

            if (known?.Add((plan.In, WireName(plan.Name, plan.In == ParameterIn.Header))) == false)
            {
                // Sent twice, a service takes one of them, or a list.
                string kind = plan.In.ToString().ToLowerInvariant();
                problems.Report(
                    Descriptors.Invalid, plan.Pointer, $"The {kind} parameter '{plan.Name}' stands twice; the first one counts");
                continue;
            }

            parameters.Add(plan);
        }

        foreach ((string name, bool isVariable) in node.Pieces)
        {
            if (isVariable && IndexOf(parameters, name) < 0)
            {
                if (undeclared.Add((node.Path, name)))
                {
                    problems.Report(Descriptors.UndeclaredPathParameter, node.Pointer, node.Path, name);
                }

                parameters.Add(new ParameterPlan(null, null, name, ParameterIn.Path, node.Pointer, null, null));
            }
        }

        return parameters;
    }

    /// <summary>The path in pieces.</summary>
    public static PathPlan PlanPath(OperationNode node, List<ParameterPlan> parameters, Problems problems)
    {
        var pieces = new List<PathPiece>(node.Pieces.Count);
        foreach ((string text, bool isVariable) in node.Pieces)
        {
            int? parameter = isVariable ? IndexOf(parameters, text) : null;
            if (parameter is not null && Has(parameter))
            {
                problems.Report(
                    Descriptors.Invalid, node.Pointer, $"The path '{node.Path}' has the variable '{text}' twice; both get one value");
            }

            pieces.Add(new PathPiece(text, parameter));
        }

        return new PathPlan(pieces);

        bool Has(int? parameter) => pieces.Exists(piece => piece.Parameter == parameter);
    }

    /// <summary>The parameter that a variable of the path has; -1 where there is none.</summary>
    private static int IndexOf(List<ParameterPlan> parameters, string variable)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].In == ParameterIn.Path && parameters[i].Name == variable)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The schema of a parameter's value, and its content type where it has one.</summary>
    public static (SchemaNode Schema, string? ContentType)? SchemaOf(IOpenApiParameter parameter, ElementLocation location)
    {
        if (parameter.Schema is { } schema)
        {
            return (location.Schema("schema", schema), null);
        }

        if (parameter.Content is { Count: > 0 } content)
        {
            KeyValuePair<string, IOpenApiMediaType> only = content.First();
            return (location.Child("content", only.Key).Of(only.Value).Schema("schema", only.Value.Schema ?? new OpenApiSchema()),
                only.Key);
        }

        return null;
    }

    /// <summary>The parameters of an operation: the path's, overridden by its own.</summary>
    private static List<DeclaredParameter> Declared(OperationNode node)
    {
        List<DeclaredParameter> own = DeclaredAt(node.Location, node.Operation.Parameters);
        if (node.Item.Parameters is not { Count: > 0 } ofPath)
        {
            return own;
        }

        var path = new ElementLocation(Pointers.Child("/paths", node.Path), node.Owner);
        var overridden = new HashSet<(ParameterLocation? In, string Name)>(own.Select(KeyOf));
        return [.. DeclaredAt(path, ofPath).Where(inherited => !overridden.Contains(KeyOf(inherited))), .. own];

        static (ParameterLocation? In, string Name) KeyOf(DeclaredParameter declared)
            => (declared.Target?.In, WireName(declared.Target?.Name?.Trim() ?? "", declared.Target?.In == ParameterLocation.Header));
    }

    private static List<DeclaredParameter> DeclaredAt(ElementLocation parent, IList<IOpenApiParameter>? parameters)
    {
        var declared = new List<DeclaredParameter>(parameters?.Count ?? 0);
        for (int i = 0; i < parameters?.Count; i++)
        {
            declared.Add(parameters[i] is OpenApiParameterReference reference
                ? new DeclaredParameter(
                    reference.Target as OpenApiParameter ?? reference.RecursiveTarget, reference.Description, parent.Of(reference))
                : new DeclaredParameter((OpenApiParameter)parameters[i], parameters[i].Description, parent.Child("parameters", i)));
        }

        return declared;
    }

    private static ParameterPlan? PlanParameter(
        OperationNode node, OpenApiParameter parameter, DeclaredParameter declaration, Problems problems)
    {
        ElementLocation at = declaration.Location;

        // A whole query string needs no name. White space around the name of a header or a cookie is a mistake: names cannot have any.
        bool isTrimmed = parameter.In is ParameterLocation.Header or ParameterLocation.Cookie;
        string? declared = isTrimmed ? parameter.Name?.Trim() : parameter.Name;
        string? name = declared is { Length: > 0 } ? declared : parameter.In == ParameterLocation.QueryString ? "query" : null;
        if (name is null || parameter.In is not { } location)
        {
            problems.Report(Descriptors.Unsupported, at.Pointer, "A parameter without a name or location is left out");
            return null;
        }

        if (location == ParameterLocation.Header && IsIgnoredHeader(name))
        {
            // The specification: such a definition shall be ignored. Credentials and bodies set these headers.
            return null;
        }

        if (location == ParameterLocation.Path && node.Path.IndexOf("{" + name + "}", StringComparison.Ordinal) < 0)
        {
            problems.Report(Descriptors.UnusedPathParameter, at.Pointer, node.Path, name);
            return null;
        }

        ParameterIn parameterIn = location switch
        {
            ParameterLocation.Path => ParameterIn.Path,
            ParameterLocation.Header => ParameterIn.Header,
            ParameterLocation.Cookie => ParameterIn.Cookie,
            ParameterLocation.QueryString => ParameterIn.QueryString,
            _ => ParameterIn.Query,
        };
        if (parameterIn is ParameterIn.Header or ParameterIn.Cookie && !HttpToken.Is(name))
        {
            string kind = parameterIn == ParameterIn.Header ? "header" : "cookie";
            problems.Report(
                Descriptors.Unsupported, at.Pointer, $"HTTP allows no {kind} with the name '{name}'; the parameter is left out");
            return null;
        }

        if (parameterIn == ParameterIn.Header && s_framingHeaders.Contains(name))
        {
            problems.Report(
                Descriptors.Unsupported, at.Pointer, $"The header '{name}' belongs to the transport; the parameter is left out");
            return null;
        }

        (SchemaNode Schema, string? ContentType)? value = SchemaOf(parameter, at);
        return new ParameterPlan(parameter, declaration.Description, name, parameterIn, at.Pointer, value?.Schema, value?.ContentType);
    }

    /// <summary>The name by which parameters of one location are compared: names of headers ignore case.</summary>
    private static string WireName(string name, bool isHeader) => isHeader ? name.ToUpperInvariant() : name;

    private static bool IsIgnoredHeader(string name)
        => name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>A parameter as an operation or a path item declares it.</summary>
    /// <param name="Target">
    /// The parameter, or the one that it refers to: each question to a reference resolves it again. Null where that is missing.
    /// </param>
    /// <param name="Description">Its description, which may stand beside the reference.</param>
    /// <param name="Location">Where it is declared.</param>
    private sealed record DeclaredParameter(OpenApiParameter? Target, string? Description, ElementLocation Location);
}
