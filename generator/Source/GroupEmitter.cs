using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>The operations of one group: thin methods over the runtime.</summary>
internal static class GroupEmitter
{
    private const string Task = "tasks::Task";
    private const string Token = "CancellationToken cancellationToken = default";

    public static void Print(CodeWriter writer, GroupModel group, string access)
    {
        writer.Doc(group.Doc).Write(TypeHeader.Generated);
        writer.Open($"{access} partial class {group.Name} : api::ApiGroup");
        writer.Write($$"""
            internal {{group.Name}}(gen::ApiPipeline pipeline)
                : base(pipeline)
            {
            }

            /// <summary>For mocking: overrides are all that such an instance can do.</summary>
            protected {{group.Name}}()
            {
            }
            """);
        foreach (OperationModel operation in group.Operations)
        {
            PrintOperation(writer, operation, group.DefaultsOwner);
        }

        writer.Close();
    }

    private static void PrintOperation(CodeWriter writer, OperationModel operation, string? defaultsOwner)
    {
        string parameters = Parameters(operation);
        string separator = parameters.Length > 0 ? ", " : "";
        ResultModel result = operation.Result;

        if (operation.DeclaresField)
        {
            PrintField(writer.Blank(), operation, defaultsOwner);
        }

        PrintDoc(writer.Blank(), operation, ResultEmitter.Doc(result));
        ResultEmitter.PrintMethod(writer, operation, parameters + separator + Token);

        writer.Blank().Write($"/// <inheritdoc cref=\"{operation.Name}Async\"/>");
        PrintObsolete(writer, operation);
        writer.Open(
            $"public virtual {Task}<{ResultEmitter.Response(result)}> {operation.Name}WithResponseAsync({parameters}{separator}{Token})");
        PrintRequest(writer, operation);
        writer.Write($"return {ResultEmitter.Send(operation)};");
        writer.Close();

        if (operation.Poll is not null)
        {
            PrintWait(
                writer.Blank(),
                operation,
                parameters + separator,
                result.Returned is { } returned ? $"{Task}<{TypeText.Name(returned)}>" : Task);
        }
    }

    private static void PrintField(CodeWriter writer, OperationModel operation, string? defaultsOwner)
    {
        string[] options = [.. Options(operation)];
        writer.Add($"private static readonly api::ApiOperation {operation.FieldName} = new(");
        writer.Add($"{CSharpText.Parts(operation.Id)}, {CSharpText.Parts(operation.HttpMethod)}, {CSharpText.Parts(operation.Route)}");
        if (defaultsOwner is not null)
        {
            writer.Add($", {defaultsOwner}.{ClientEmitter.Defaults}");
        }

        writer.Add($")");
        if (options.Length == 0)
        {
            writer.Write(";");
        }
        else if (options.Length == 1)
        {
            writer.Write($" {{ {options[0]} }};");
        }
        else
        {
            writer.Blank().Write("{").Indented(string.Join(",\n", options) + ",").Write("};");
        }
    }

    /// <summary>The options of an operation beside its name, method and route.</summary>
    private static IEnumerable<string> Options(OperationModel operation)
    {
        if (operation.Result.Accept != "application/json")
        {
            yield return $"Accept = {CSharpText.Literal(operation.Result.Accept)}";
        }

        if (operation.Result.MayBeEmpty)
        {
            yield return "MayBeEmpty = true";
        }

        if (operation.Result.IsRedirect)
        {
            yield return "ReturnsRedirect = true";
        }

        if (operation.HasNotModified)
        {
            yield return "ReturnsNotModified = true";
        }

        if (operation.Result.Member is { } member)
        {
            yield return $"ResultMember = {CSharpText.Literal(member)}";
        }

        foreach (string option in OptionsEmitter.Options(operation))
        {
            yield return option;
        }

        if (operation.Server is { } server)
        {
            yield return $"Server = {ServersEmitter.Expression(server)}";
        }

        if (operation.BasePath is { } basePath)
        {
            yield return $"BasePath = {CSharpText.Literal(basePath)}";
        }

        if (operation.Poll is { } poll)
        {
            yield return $"Poll = new({OptionsEmitter.Number(poll.Status)}, {CSharpText.Literal(poll.Header)}, "
                + $"{CSharpText.Literal(poll.Value)})";
        }
    }

    private static void PrintDoc(CodeWriter writer, OperationModel operation, string? returns, bool isPolled = false)
    {
        writer.Doc(operation.Doc);
        foreach (ArgumentModel argument in operation.Signature)
        {
            if (argument.Doc.Text.Length > 0)
            {
                writer.Element("param", argument.Doc.Text, $" name=\"{argument.Name.Name}\"", operation.Doc.Links);
            }
        }

        if (isPolled)
        {
            writer.Write("/// <param name=\"pollOptions\">How often to ask, and for how long.</param>");
        }

        if (returns is not null)
        {
            writer.Element("returns", returns, links: operation.Doc.Links);
        }

        foreach (FailureDoc failure in operation.Failures)
        {
            writer.Element("exception", failure.Text, $" cref=\"{Exception(failure)}\"", operation.Doc.Links);
        }

        if (!operation.Failures.Any(static failure => failure is { IsRateLimit: false, TypeName: null }))
        {
            writer.Write("/// <exception cref=\"api::ApiException\"/>");
        }

        PrintObsolete(writer, operation);
    }

    private static string Exception(FailureDoc failure)
        => failure.IsRateLimit ? "api::ApiRateLimitException"
            : failure.TypeName is { } type ? $"api::ApiException{{{type}}}"
            : "api::ApiException";

    private static void PrintObsolete(CodeWriter writer, OperationModel operation)
    {
        if (operation.IsDeprecated)
        {
            writer.Write("[system::Obsolete]");
        }
    }

    private static void PrintRequest(CodeWriter writer, OperationModel operation)
    {
        foreach (ArgumentModel argument in operation.Signature)
        {
            if (argument.IsChecked)
            {
                string name = argument.Name.Escaped == argument.Name.Name ? "" : $", {CSharpText.Literal(argument.Name.Name)}";
                writer.Write($"system::ArgumentNullException.ThrowIfNull({argument.Name.Escaped}{name});");
            }
        }

        writer.Write($"var {operation.RequestLocal} = new gen::ApiRequest({operation.FieldName});");
        ParameterEmitter.Print(writer, operation);
        if (operation.Body is { } body)
        {
            BodyEmitter.Print(writer, body, operation.RequestLocal);
        }
    }

    private static void PrintWait(CodeWriter writer, OperationModel operation, string parameters, string result)
    {
        PrintDoc(
            writer,
            operation with { Doc = new DocModel($"Calls `{operation.Name}Async` until the response is no longer \"not yet\".") },
            "The body of the response.",
            isPolled: true);
        writer.Write($"public virtual {result} {operation.Name}AndWaitAsync({parameters}api::ApiPollOptions? pollOptions = null, {Token})");
        writer.Indented(
            $"=> Pipeline.PollAsync({operation.FieldName}, pollOptions, cancellationToken => "
                + $"{operation.Name}Async({Arguments(operation, "cancellationToken")}), cancellationToken);");
    }

    /// <summary>What a method of an operation passes on to another one: its own parameters, and a cancellation token.</summary>
    public static string Arguments(OperationModel operation, string token)
        => string.Join(", ", operation.Signature.Select(static argument => argument.Name.Escaped).Append(token));

    private static string Parameters(OperationModel operation)
        => string.Join(
            ", ",
            operation.Signature.Select(static argument => $"{TypeText.Name(argument.Type)} {argument.Name.Escaped}{Default(argument)}"));

    private static string Default(ArgumentModel argument)
        => !argument.IsOptional ? "" : argument.Default is { } text ? " = " + CSharpText.Literal(text) : " = null";
}
