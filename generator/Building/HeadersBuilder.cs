using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the types of response headers.</summary>
internal sealed class HeadersBuilder(TypeResolver resolver, NamePlan names, Problems problems)
{
    /// <summary>The types of operations, each once, in the order of their names.</summary>
    public EquatableArray<HeadersModel> Build(IEnumerable<HeaderSetPlan> sets)
        => sets.GroupBy(static set => (set.Owner, set.Key))
            .Select(static same => same.First())
            .Select(set => Build(names.Headers[(set.Owner, set.Key)], set))
            .OrderBy(static set => set.Name, StringComparer.Ordinal)
            .ToEquatable();

    private HeadersModel Build(string name, HeaderSetPlan set)
    {
        var members = new NameScope([name], never: ReservedNames.Headers);
        return new HeadersModel
        {
            Name = name,
            Headers = set.Headers.Select(header => BuildHeader(header, set.Pointer, members)).ToEquatable(),
        };
    }

    private HeaderModel BuildHeader(HeaderPlan header, string pointer, NameScope members)
    {
        TypeRef? type = header.Schema is { } schema ? resolver.Resolve(schema) : null;
        string wanted = CSharpName.Pascal(header.Header.Text(SpecExtensions.Name) ?? header.Name, "Header");
        return new HeaderModel
        {
            Name = members.Assign(wanted, "Header", pointer, problems),
            HeaderName = header.Name,
            Type = type is null || type == TypeResolver.String ? null : ResultBuilder.ReadOnly(type),
            Form = header.Form,
            Doc = DocOf(header),
            IsDeprecated = header.Header.Deprecated,
        };
    }

    private static DocModel DocOf(HeaderPlan header)
    {
        DocModel doc = DocText.Of(header.Header.Description ?? header.Schema?.Schema.Description).Or($"The header `{header.Name}`.");
        List<string> facts = header.Schema is { } schema ? SchemaRules.Of(schema.Schema) : [];
        if (header.Header.Required)
        {
            facts.Add("The service always sends it.");
        }

        return facts.Count == 0 ? doc : doc.And(string.Join(" ", facts));
    }
}
