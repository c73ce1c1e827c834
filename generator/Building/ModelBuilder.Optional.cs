using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>
/// Three states: in a merge patch a member that is absent is left alone, and one that is null is removed. Only the types that a
/// merge patch or an extension asks for have them, as everywhere else a plain member is easier to use.
/// </content>
internal sealed partial class ModelBuilder
{
    private const string MergePatch = "application/merge-patch+json";

    /// <summary>The components and inline types that a merge patch reaches.</summary>
    private readonly HashSet<object> _patched = [];

    private void MarkPatches(IEnumerable<OperationAt> operations)
    {
        foreach (OperationAt at in operations)
        {
            foreach (KeyValuePair<string, IOpenApiMediaType> content in at.Operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            {
                if (MediaTypeText.Essence(content.Key) == MergePatch && content.Value.Schema is { } schema)
                {
                    MarkPatch(new SchemaNode(schema, at.Pointer, at.Owner));
                }
            }
        }
    }

    private void MarkPatch(SchemaNode at)
    {
        if (at.Component is { } component)
        {
            if (_schemas.Components.TryGetValue(component, out SchemaNode target) && _patched.Add(component))
            {
                foreach ((string variant, _) in _unions.TryGetValue(component, out UnionPlan? union) ? union.Variants : [])
                {
                    MarkPatch(new SchemaNode(new OpenApiSchemaReference(variant, _document), target.Pointer, target.Owner));
                }

                if (_choicesOfHeirs.TryGetValue(component, out List<SchemaNode>? heirs))
                {
                    heirs.ForEach(MarkPatch);
                }

                MarkChildren(target);
            }
        }
        else if (!_inlineTypes.TryGetValue(_structure.Of(at.Schema), out InlineType? type) || _patched.Add(type))
        {
            MarkChildren(at);
        }
    }

    private void MarkChildren(SchemaNode at)
    {
        if (at.Component is not null)
        {
            MarkPatch(at);
            return;
        }

        switch (_schemas.KindOf(at.Schema))
        {
            case SchemaKind.Object:
                ObjectShape shape = _schemas.Flatten(at);
                foreach (SchemaNode member in shape.Members.Select(static member => member.Schema).Concat(shape.Extra).ToArray())
                {
                    MarkPatch(member);
                }

                break;
            case SchemaKind.List when at.Schema.Items is { } items:
                MarkPatch(at.Member("items", items));
                break;
            case SchemaKind.Map when _schemas.MapValue(at) is { } value:
                MarkPatch(value);
                break;
            case SchemaKind.Alias:
                MarkPatch(_schemas.AliasTarget(at));
                break;
            case SchemaKind.Choice:
                foreach (SchemaNode variant in _schemas.Variants(at))
                {
                    MarkPatch(variant);
                }

                break;
        }
    }

    /// <summary>Whether absent is something else than null for the members of an object; and whether null is one of their values in any case.</summary>
    private (bool IsThreeState, bool IsPatch) StatesOf(SchemaNode at, string? component)
    {
        bool isPatch = component is not null ? _patched.Contains(component) : _inlineTypes.TryGetValue(_structure.Of(at.Schema), out InlineType? type) && _patched.Contains(type);
        return (isPatch || at.Schema.Flag(Extensions.Optional), isPatch);
    }
}
