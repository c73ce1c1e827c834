using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>Builds the type of the servers.</summary>
internal static class ServersBuilder
{
    /// <summary>The type of the servers; null where there is none with an address.</summary>
    public static ServersModel? Build(ServerPlan plan, NamePlan names, Problems problems)
    {
        if (names.Servers is not { } name)
        {
            return null;
        }

        List<ServerModel> servers = plan.Servers.Select(server => BuildServer(server, names.ServerMembers[server.Node.Key], problems))
            .ToList();
        ServerModel? first = servers.Find(static server => !server.IsOfOperations);
        return new ServersModel
        {
            Name = name,
            ClientName = names.Client,
            Servers = servers.ToEquatable(),
            First = first,
            HasDefault = first is not null && servers.TrueForAll(static server => server.Name != "Default"),
        };
    }

    /// <summary>A server as an expression names it.</summary>
    public static ServerRef Ref(PlannedServer server, NamePlan names)
        => new(names.Servers!, names.ServerMembers[server.Node.Key], IsMethod: PathTemplate.Variable.IsMatch(server.Node.Server.Url ?? ""));

    private static ServerModel BuildServer(PlannedServer planned, string name, Problems problems)
    {
        OpenApiServer server = planned.Node.Server;
        var parameters = new NameScope();
        var variables = new List<ServerVariable>();
        var parts = new List<ServerPart>();
        foreach (TemplatePart part in planned.Node.Template.Parts)
        {
            if (part.Variable is not { } key)
            {
                parts.Add(new ServerPart(part.Text, null, part.Part));
                continue;
            }

            if (variables.Find(known => known.JsonName == key) is not { } variable)
            {
                OpenApiServerVariable declared = server.Variables![key];
                string pointer = Pointers.Child(planned.Node.Pointer + "/variables", key);
                Identifier parameter = CSharpName.Escape(
                    parameters.Assign(CSharpName.Camel(key, "variable"), "Variable", pointer, problems));
                variable = new ServerVariable(parameter, key, declared.Default ?? "", (declared.Enum ?? []).ToEquatable(), DocOf(declared));
                variables.Add(variable);
            }

            parts.Add(new ServerPart("", variable.ParameterName, part.Part));
        }

        return new ServerModel
        {
            Name = name,
            Parts = parts.ToEquatable(),
            Variables = variables.ToEquatable(),
            IsOfOperations = planned.IsOfOperations,
            Doc = DocText.Of(server.Description).Or(DocText.Literal(server.Url!)),
        };
    }

    /// <summary>The description of a variable, and the values of its <c>enum</c>.</summary>
    private static DocModel DocOf(OpenApiServerVariable variable)
    {
        DocModel doc = DocText.Of(variable.Description);
        return variable.Enum is { Count: > 0 } allowed
            ? doc with { Summary = (doc.Summary + " One of " + string.Join(", ", allowed.Select(DocText.Code)) + ".").Trim() }
            : doc;
    }
}
