using Microsoft.OpenApi;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Assigns the names of all types.</summary>
/// <remarks>
/// Of two types that request the same name, the first gets it, in this order: the client, components, unknown variants, groups, inline
/// schemas, response headers, servers, credentials. NAMING.md has the rules.
/// </remarks>
internal static class TypeNamer
{
    public static NamePlan Name(
        OpenApiDocument document,
        UnionPlan unions,
        OperationPlan operations,
        TypePlan types,
        ServerPlan servers,
        SecurityPlan security,
        SpecOptions options,
        Problems problems)
    {
        var names = new NameScope([], never: ReservedNames.Types, avoided: ImplicitTypes.Names);
        string client = NameClient(document, options, names, problems);
        string stem = client.EndsWith("Client", StringComparison.Ordinal) && client.Length > "Client".Length
            ? client.Substring(0, client.Length - "Client".Length)
            : client;
        string resolver = names.Assign(stem + "Json", "", "/info", problems);
        Dictionary<string, string> components = NameComponents(unions, names, problems);
        Dictionary<string, string> unknown = unions.Unions.Keys.ToDictionary(
            static union => union,
            union => names.Assign("Unknown" + components[union], "Model", unions.Schemas.Components[union].Pointer, problems),
            StringComparer.Ordinal);
        Dictionary<string, string> groups = operations.Groups.ToDictionary(
            static group => group.Key, group => NameGroup(group, names, problems), StringComparer.Ordinal);
        Dictionary<TypeKey, string> inline = types.Types.ToDictionary(static type => type.Key, type => NameInline(type, names, problems));
        Dictionary<(SchemaOwner Owner, string Key), string> headers = NameHeaders(operations, stem, names, problems);
        string wantedServers = Extensions.Text(document.Extensions, SpecExtensions.Name) is { } named
            ? Named(CSharpName.Pascal(named, stem + "Server"), "Server")
            : stem + "Server";

        // The client and its groups name servers where their own members hide types of the same name.
        // A type cannot have the name of one of its members either.
        bool isHidden = ReservedNames.Client.Contains(wantedServers)
            || ReservedNames.ServersType.Contains(wantedServers)
            || operations.Groups.Any(group => group.PropertyName == wantedServers);
        string assignedServers = isHidden ? wantedServers + "Servers" : wantedServers;
        return new NamePlan
        {
            Client = client,
            Stem = stem,
            Resolver = resolver,
            Components = components,
            Unknown = unknown,
            Discriminators = unions.Unions.Keys.ToDictionary(
                static union => union,
                union => NameDiscriminator(union, unions, ClassesOf(union).Select(component => components[component]), problems),
                StringComparer.Ordinal),
            Groups = groups,
            Types = inline,
            Headers = headers,
            Servers = servers.Servers.Count == 0 ? null : names.Assign(wantedServers, assignedServers, "Servers", "/servers", problems),
            ServerMembers = NameServers(servers, wantedServers, problems),
            Credentials = security.Credentials.Count == 0
                ? null
                : names.Assign(stem + "Credential", "", "/components/securitySchemes", problems),
        };

        // A union, its variants, and theirs where they are unions.
        IEnumerable<string> ClassesOf(string component)
            => unions.Unions.TryGetValue(component, out PlannedUnion? union)
                ? union.Variants.SelectMany(variant => ClassesOf(variant.Component)).Prepend(component)
                : [component];
    }

    /// <summary>The requested name of the client: the project's, else that of the document with <c>Client</c>.</summary>
    public static string WantedClientName(OpenApiDocument document, SpecOptions options)
    {
        string title = Named(CSharpName.Pascal(document.Info?.Title ?? "", "Api"), "Api");
        return options.Client.Length > 0 ? options.Client : title.EndsWith("Client", StringComparison.Ordinal) ? title : title + "Client";
    }

    private static string NameClient(OpenApiDocument document, SpecOptions options, NameScope names, Problems problems)
    {
        if (options.Client.Length > 0)
        {
            // A type cannot have the name of one of its members.
            string wanted = ReservedNames.Client.Contains(options.Client) ? options.Client + "Client" : options.Client;
            return names.Assign(options.Client, wanted, "", "/info", problems, isExplicit: true);
        }

        return names.Assign(WantedClientName(document, options), "", "/info/title", problems);
    }

    private static Dictionary<string, string> NameComponents(UnionPlan unions, NameScope names, Problems problems)
    {
        var components = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, SchemaNode> component in unions.Schemas.Components)
        {
            SchemaKind kind = unions.KindOf(component.Key);
            if (kind >= SchemaKind.Enum)
            {
                string? given = component.Value.Schema.Text(SpecExtensions.Name);
                string wanted = Named(CSharpName.Pascal(given ?? component.Key, "Schema"), "Model");
                components.Add(
                    component.Key,
                    names.Assign(
                        wanted, AsTypeName(wanted, kind), "Model", component.Value.Pointer, problems, isExplicit: given is not null));
            }
        }

        return components;
    }

    private static string NameGroup(GroupPlan group, NameScope names, Problems problems)
    {
        string wanted = Named(group.Key, "Group") + "Client";
        return names.TryReserve(wanted)
            ? wanted
            : names.Assign(wanted, Named(group.Key, "Group") + "Operations", "", group.Pointer, problems);
    }

    /// <summary>
    /// The explicit name, else the suggested one. Where that is in use, the full suggested name, then with a word for the kind of type.
    /// </summary>
    private static string NameInline(PlannedType type, NameScope names, Problems problems)
    {
        (string name, string full) = (Named(type.SuggestedName.Name, "Model"), Named(type.SuggestedName.Full, "Model"));
        string word = type.Kind switch { SchemaKind.UntaggedUnion => "Union", SchemaKind.Enum => "Value", _ => "Model" };
        if (type.Node.Schema.Text(SpecExtensions.Name) is { } given && Named(CSharpName.Pascal(given, name), "Model") is var wanted)
        {
            return names.Assign(wanted, AsTypeName(wanted, type.Kind), word, type.Node.Pointer, problems, isExplicit: true);
        }

        bool isFree = name != full && names.IsFree(name);
        return names.Assign(name, isFree ? name : AsTypeName(full, type.Kind), word, type.Node.Pointer, problems);
    }

    private static Dictionary<(SchemaOwner Owner, string Key), string> NameHeaders(
        OperationPlan operations, string client, NameScope names, Problems problems)
    {
        var headers = new Dictionary<(SchemaOwner Owner, string Key), string>();
        IEnumerable<HeaderSetPlan> sets = operations.Operations.Select(static operation => operation.Headers).OfType<HeaderSetPlan>();
        foreach (HeaderSetPlan set in sets.OrderBy(static set => set.Owner.IsComponents ? 0 : 1)
            .ThenBy(static set => set.Owner.IsComponents ? set.Key : "", StringComparer.Ordinal))
        {
            if (!headers.ContainsKey((set.Owner, set.Key)))
            {
                headers.Add(
                    (set.Owner, set.Key), names.Assign(Named(set.WantedName ?? client, "Model") + "Headers", "", set.Pointer, problems));
            }
        }

        return headers;
    }

    private static Dictionary<string, string> NameServers(ServerPlan servers, string typeName, Problems problems)
    {
        var members = new NameScope([typeName], never: ReservedNames.Servers);
        return servers.Servers.ToDictionary(
            static server => server.Node.Key,
            server => members.Assign(server.WantedName, "Server", server.Node.Pointer, problems),
            StringComparer.Ordinal);
    }

    /// <summary>The property of a discriminator. Each class of the union has it, so no class may have its name.</summary>
    private static string NameDiscriminator(string union, UnionPlan unions, IEnumerable<string> classes, Problems problems)
    {
        var members = new NameScope(classes, never: ReservedNames.Objects);
        string name = CSharpName.Pascal(unions.Unions[union].Discriminator, "Kind");
        return members.Assign(name, "Value", unions.Schemas.Components[union].Pointer + "/discriminator", problems);
    }

    /// <summary>
    /// A name that does not begin with an underscore, as one does whose first character is a digit: a word stands before that.
    /// </summary>
    private static string Named(string name, string word) => name[0] == '_' ? word + name.TrimStart('_') : name;

    /// <summary>Enumerations and untagged unions have a member <c>Value</c>, so none can have that name.</summary>
    private static string AsTypeName(string wanted, SchemaKind kind)
        => wanted == "Value" && kind is (SchemaKind.Enum or SchemaKind.UntaggedUnion) ? "ValueModel" : wanted;
}
