using Microsoft.OpenApi;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>The documentation comments of types and their members.</summary>
/// <param name="unions">The unions, with the kind of type of each schema.</param>
/// <param name="links">The generated types and methods that descriptions may name.</param>
/// <param name="describe">Describes a JSON pointer, with its file if that is not the document.</param>
internal sealed class SchemaDocs(UnionPlan unions, DocLinks links, Func<string, string> describe)
{
    /// <summary>
    /// The description of a component that is longer than this, in characters, is not repeated at every member of its type.
    /// </summary>
    private const int LongDocumentation = 40;

    /// <summary>The comment of a type.</summary>
    /// <param name="node">Its schema.</param>
    /// <param name="isDescribed">Whether the schema's description is the type's, and not that of one of the members that have it.</param>
    public DocModel OfType(SchemaNode node, bool isDescribed)
    {
        (string summary, string remarks) = DocText.Split(isDescribed ? node.Schema.Description ?? node.Schema.Title ?? "" : "");
        string location = "Schema: " + DocText.Literal(describe(node.Pointer));
        DocModel doc = new DocModel(summary, remarks).And(isDescribed ? node.Schema.ExternalDocs : null);
        if (string.Join(" ", SchemaRules.Of(node.Schema)) is { Length: > 0 } rules)
        {
            doc = doc.And(rules);
        }

        return links.In(summary.Length > 0 ? doc.And(location) : doc with { Summary = location });
    }

    /// <summary>The schema itself, or the component that it refers to.</summary>
    public IOpenApiSchema Target(SchemaNode node)
        => node.Component is { } component && unions.Schemas.Components.TryGetValue(component, out SchemaNode target)
            ? target.Schema
            : node.Schema;

    /// <summary>The comment of a property.</summary>
    /// <param name="node">Its schema.</param>
    /// <param name="type">Its type.</param>
    /// <param name="preset">The only value that it can have.</param>
    public DocModel OfProperty(SchemaNode node, TypeRef type, PresetModel? preset)
    {
        IOpenApiSchema schema = node.Schema;
        IOpenApiSchema target = Target(node);
        if (schema.Description is null
            && node.Component is not null
            && type is ModelRef model
            && target.Description is { Length: > LongDocumentation })
        {
            return new DocModel("") { InheritedFrom = links.To(model.Name) };
        }

        (string summary, string remarks) = DocText.Split(schema.Description ?? target.Description ?? schema.Title ?? "");

        // A generated type has the rules of its schema in its own comment.
        List<string> limits = type is ModelRef ? [] : SchemaRules.Of(target);
        AddText("Always", preset is null ? null : DocText.Code(preset.Value));
        AddText("Default:", JsonConstant.IsNull(schema.Default) ? null : DocText.Code(schema.Default!.ToJsonString()));
        if (target.ReadOnly || schema.ReadOnly)
        {
            limits.Add("Set by the service; not sent in requests.");
        }
        else if (target.WriteOnly || schema.WriteOnly)
        {
            limits.Add("Sent in requests; responses do not have it.");
        }

        // Editors show the summary only, so it has the limits of a member without a description.
        string facts = string.Join(" ", limits);
        DocModel doc = summary.Length > 0
            ? (facts.Length > 0 ? new DocModel(summary, remarks).And(facts) : new DocModel(summary, remarks))
            : new DocModel(facts);
        doc = doc.And(schema.ExternalDocs);
        return links.In(doc.Summary.Length > 0 ? doc : new DocModel(doc.Remarks));

        void AddText(string text, string? limit)
        {
            if (limit is not null)
            {
                limits.Add(text + " " + limit + ".");
            }
        }
    }
}
