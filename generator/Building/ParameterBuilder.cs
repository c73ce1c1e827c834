using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the parameters of methods.</summary>
internal sealed class ParameterBuilder(UnionPlan unions, TypeResolver resolver, Problems problems)
{
    /// <summary>The parameters of an operation, in the order of their plans.</summary>
    public List<ParameterModel> Build(PlannedOperation operation, NameScope names)
        => operation.Parameters
            .Select(plan => plan.Parameter is { } parameter ? Build(plan, parameter, names) : BuildUndeclared(plan, names))
            .ToList();

    private ParameterModel Build(ParameterPlan plan, OpenApiParameter parameter, NameScope names)
    {
        (TypeRef type, ParameterShape shape) = TypeOf(plan);
        bool isRequired = parameter.Required || plan.In == ParameterIn.Path;
        bool mayBeLeftOut = isRequired && plan.In != ParameterIn.Path && shape != ParameterShape.Json;
        if (mayBeLeftOut && plan.Schema is { } node && unions.Schemas.AllowsNull(node))
        {
            // A parameter without a value is left out.
            type = TypeResolver.OrNull(type);
        }

        TypeRef written = !isRequired && type.IsValueType ? TypeResolver.OrNull(type) : type;
        string wanted = CSharpName.Camel(parameter.Text(SpecExtensions.Name) ?? plan.Name, "parameter");
        return new ParameterModel
        {
            Name = CSharpName.Escape(names.Assign(wanted, plan.In.ToString(), plan.Pointer, problems)),
            JsonName = plan.Name,
            In = plan.In,
            Shape = shape == ParameterShape.Text && ParameterStyles.IsPlain(parameter, plan.In, written) ? ParameterShape.Plain : shape,
            Type = type,
            Written = written,
            IsRequired = isRequired,
            Style = ParameterStyles.StyleOf(parameter, plan.In, shape),
            Explode = ParameterStyles.ExplodeOf(parameter, plan.In, shape),
            AllowReserved = ParameterStyles.AllowsReserved(parameter, plan.In),
            HasSegments = ParameterStyles.HasSegments(parameter, plan.In, shape),
            Fields = plan.In == ParameterIn.QueryString && parameter.Content is { Count: > 0 } content
                ? FormFields.Of(content.First().Value).ToEquatable()
                : default,
            Doc = DocOf(parameter, plan.Description),
        };
    }

    /// <summary>A variable of the path that the document does not declare: a required string.</summary>
    private ParameterModel BuildUndeclared(ParameterPlan plan, NameScope names) => new()
    {
        Name = CSharpName.Escape(names.Assign(CSharpName.Camel(plan.Name, "parameter"), "Path", plan.Pointer, problems)),
        JsonName = plan.Name,
        In = ParameterIn.Path,
        Shape = ParameterShape.Plain,
        Type = TypeResolver.String,
        Written = TypeResolver.String,
        IsRequired = true,
        Style = null,
        Explode = null,
        Doc = DocModel.None,
    };

    /// <summary>A parameter's type, and how its value is passed.</summary>
    private (TypeRef Type, ParameterShape Shape) TypeOf(ParameterPlan plan)
    {
        // Unresolved references are reported elsewhere.
        if (plan.Schema is not { } node || node.Component is { } component && !unions.Schemas.Components.ContainsKey(component))
        {
            return (TypeResolver.String, ParameterShape.Text);
        }

        (SchemaNode target, SchemaKind kind) = unions.Follow(node);

        // A wildcard media type: a scalar is sent as it is, not as JSON in quotes.
        bool isItself = plan.ContentType is { } any
            && MediaTypes.IsWildcard(any)
            && kind is SchemaKind.Any or SchemaKind.Scalar or SchemaKind.Enum;
        if (plan.ContentType is { } contentType && !isItself)
        {
            if (MediaTypes.IsJson(contentType))
            {
                return (resolver.Resolve(node), ParameterShape.Json);
            }

            if (plan.In != ParameterIn.QueryString || !MediaTypes.IsUrlEncoded(contentType))
            {
                if (!MediaTypes.IsText(contentType))
                {
                    problems.Report(
                        Descriptors.Unsupported,
                        plan.Pointer,
                        $"The content type '{contentType}' of the parameter '{plan.Name}' is not supported; it is a string, sent as it is");
                }

                return (TypeResolver.String, ParameterShape.Text);
            }

            if (kind is SchemaKind.Any or SchemaKind.List)
            {
                // A form has named fields, whatever its schema.
                return (new MapRef(TypeResolver.String), ParameterShape.Value);
            }
        }

        if (plan.In == ParameterIn.QueryString && kind == SchemaKind.List)
        {
            // A query string without a content type has named fields as well.
            return (new MapRef(TypeResolver.String), ParameterShape.Value);
        }

        if (kind == SchemaKind.List && target.Schema.Items is { } items && resolver.ListItem(target) is null)
        {
            string many = unions.Follow(target.Member("items", items)).Kind == SchemaKind.List ? "lists" : "objects";
            problems.Report(
                Descriptors.Unsupported,
                plan.Pointer,
                $"OpenAPI does not say how a list of {many} is written as a parameter; each of them is sent as JSON in '{plan.Name}'");
        }

        return kind switch
        {
            // Any single value is a string in the request.
            SchemaKind.Any => (TypeResolver.String, ParameterShape.Text),
            SchemaKind.Scalar or SchemaKind.Enum => (resolver.Resolve(node), ParameterShape.Text),
            SchemaKind.List when resolver.ListItem(target) is { } item => (new SequenceRef(item), ParameterShape.List),
            _ => (resolver.Resolve(node), ParameterShape.Value),
        };
    }

    private static DocModel DocOf(OpenApiParameter parameter, string? description)
    {
        DocModel doc = DocText.Of(description ?? parameter.Schema?.Description);
        if (parameter.Deprecated)
        {
            doc = doc with { Summary = ("Deprecated. " + doc.Summary).Trim() };
        }

        List<string> facts = parameter.Schema is { } schema ? SchemaRules.Of(schema) : [];
        if (parameter.Schema?.Default is { } standard && !JsonConstant.IsNull(standard))
        {
            // The default is the service's: an omitted parameter is not sent.
            facts.Add($"Default: {DocText.Code(standard.ToJsonString())}.");
        }

        string text = string.Join(" ", facts);
        return text.Length == 0
            ? doc
            : doc with
            {
                Summary = doc.Summary.Length > 0
                    ? doc.Summary.TrimEnd() + (doc.Summary.EndsWith(".", StringComparison.Ordinal) ? " " : ". ") + text
                    : text,
            };
    }
}
