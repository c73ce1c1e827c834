using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>The type of the servers: a static for each, or a method where the address has variables.</summary>
internal static class ServersEmitter
{
    public static void Print(CodeWriter writer, ServersModel model, string access)
    {
        writer.Element("summary", $"The servers of {model.ClientName}.").Write(TypeHeader.Generated);
        writer.Open($"{access} sealed partial class {model.Name} : api::ApiServer");
        writer.Write($$"""
            private {{model.Name}}(string url)
                : base(url)
            {
            }

            private {{model.Name}}(system::Uri baseAddress)
                : base(baseAddress)
            {
            }
            """);
        foreach (ServerModel server in model.Servers)
        {
            writer.Blank().Doc(server.Doc);
            if (server.Variables.Count == 0)
            {
                writer.Write($"public static {model.Name} {server.Name} {{ get; }} = new({CSharpText.Literal(server.Parts[0].Text)});");
            }
            else
            {
                PrintMethod(writer, model, server);
            }
        }

        if (model is { HasDefault: true, First: { } first })
        {
            writer.Blank().Write($"/// <summary>The first server of the document: <see cref=\"{first.Name}\"/>.</summary>");
            writer.Write($"public static {model.Name} Default => {first.Name}{(first.Variables.Count > 0 ? "()" : "")};");
        }

        writer.Blank().Write("/// <summary>The names of the servers that a client is made for.</summary>");
        writer.Write(
            $"public static generic::IReadOnlyList<string> Names {{ get; }} = "
                + $"[{string.Join(", ", Selectable(model).Select(static server => CSharpText.Literal(server.Name)))}];");
        PrintFind(writer, model);
        writer.Blank().Write($$"""
            /// <summary>Another address, such as a proxy or an emulator; it serves all operations.</summary>
            /// <exception cref="system::ArgumentException">The address is neither https nor of this machine, or has a user, a query or a fragment.</exception>
            public static {{model.Name}} Custom(system::Uri baseAddress) => new(baseAddress);
            """);
        writer.Close();
    }

    /// <summary>The expression for a server.</summary>
    public static string Expression(ServerRef server) => $"{server.TypeName}.{server.MemberName}{(server.IsMethod ? "()" : "")}";

    private static IEnumerable<ServerModel> Selectable(ServersModel model) => model.Servers.Where(static server => !server.IsOfOperations);

    /// <summary>By name, for configuration files.</summary>
    private static void PrintFind(CodeWriter writer, ServersModel model)
    {
        writer.Blank()
            .Write(
                "/// <summary>The server of a name, without regard to case, where its variables have their defaults; null where none has "
                    + "it.</summary>");
        writer.Open($"public static {model.Name}? Find(string name)");
        writer.Write("system::ArgumentNullException.ThrowIfNull(name);");
        foreach (ServerModel server in Selectable(model))
        {
            writer.Write($$"""
                if (name.Equals({{CSharpText.Literal(server.Name)}}, system::StringComparison.OrdinalIgnoreCase))
                {
                    return {{server.Name}}{{(server.Variables.Count > 0 ? "()" : "")}};
                }
                """).Blank();
        }

        writer.Write("return null;").Close();
    }

    private static void PrintMethod(CodeWriter writer, ServersModel model, ServerModel server)
    {
        foreach (ServerVariable variable in server.Variables)
        {
            writer.Element("param", variable.Doc.Text, $" name=\"{variable.ParameterName.Name}\"");
        }

        string parameters = string.Join(
            ", ",
            server.Variables.Select(
                static variable => $"string {variable.ParameterName.Escaped} = {CSharpText.Literal(variable.Default)}"));
        string url = string.Join(
            " + ",
            server.Parts.Select(
                part => part.Variable is { } variable ? Check(server, variable, part.Part) : CSharpText.Literal(part.Text)));
        writer.Write("/// <exception cref=\"system::ArgumentException\">A value is none that the server has.</exception>");
        writer.Write($"public static {model.Name} {server.Name}({parameters}) => new({url});");
    }

    private static string Check(ServerModel server, Identifier parameterName, AddressPart part)
    {
        ServerVariable variable = server.Variables.First(candidate => candidate.ParameterName == parameterName);
        string allowed = variable.Allowed.Count == 0 ? "" : $", [{string.Join(", ", variable.Allowed.Select(CSharpText.Literal))}]";
        return $"CheckVariable({CSharpText.Literal(parameterName.Name)}, {parameterName.Escaped}, {EnumText.Of(part)}, "
            + $"{CSharpText.Literal(variable.Default)}{allowed})";
    }
}
