using Microsoft.OpenApi;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>The comments of groups: the descriptions of their tags.</summary>
internal sealed class GroupDocs(OpenApiDocument document, DocLinks links)
{
    private readonly TagTree _tags = new(document);

    public DocModel Of(GroupPlan group)
    {
        OpenApiTag? tag = _tags.Find(_tags.GroupOf(group.Operations[0].Node.Operation));
        bool isDescribed = tag?.Summary is { Length: > 0 } || tag?.Description is { Length: > 0 };
        DocModel doc = isDescribed
            ? DocText.Of(tag!.Summary ?? tag.Description, tag.Summary is null ? null : tag.Description)
            : new DocModel($"The operations of {DocText.Literal(group.Text)}.");
        string[] parents = _tags.Chain(tag?.Name ?? "").Skip(1).Select(parent => _tags.Find(parent)?.Summary ?? parent).ToArray();
        return links.In(
            (parents.Length == 0 ? doc : doc.And("Part of " + string.Join(", which is part of ", parents) + ".")).And(tag?.ExternalDocs));
    }
}
