using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>How the answer is read, and what the methods return.</summary>
internal static class ResultEmitter
{
    private const string Task = "tasks::Task";

    public static string? Doc(ResultModel result) => result.Kind switch
    {
        ResultKind.Nothing => null,
        ResultKind.Stream => "The body of the answer, read while it arrives. Dispose it: it holds the connection.",
        ResultKind.JsonSequence => "The values of the answer, read while they arrive. The request is sent by enumerating.",
        ResultKind.Events => "The events of the answer, read while they arrive. The request is sent by enumerating.",
        _ when result.MayBeEmpty => "The body of the answer; null where it has none.",
        _ => "The body of the answer.",
    };

    /// <summary>The type of the whole answer.</summary>
    public static string Response(ResultModel result)
        => result.Name is not { } name ? "api::ApiResponse"
            : $"api::ApiResponse<{(result.IsSequence ? $"api::ApiSequence<{name}>" : name)}>";

    /// <summary>The method that returns the result alone.</summary>
    public static void PrintMethod(CodeWriter writer, OperationModel operation, string parameters, string arguments)
    {
        string name = operation.Name;
        if (operation.Result.IsSequence)
        {
            string call = arguments.Substring(0, arguments.Length - "cancellationToken".Length) + "token";
            writer.Write($"public virtual generic::IAsyncEnumerable<{operation.Result.Name}> {name}Async({parameters})");
            writer.Indented($"=> api::ApiSequence.EnumerateAsync<{operation.Result.Name}>(async token => await {name}WithResponseAsync({call}).ConfigureAwait(false), cancellationToken);");
            return;
        }

        string response = $"{name}WithResponseAsync({arguments})";
        writer.Write($"public virtual {(operation.Result.Name is { } result ? $"{Task}<{result}>" : Task)} {name}Async({parameters})");
        writer.Indented(operation.Result.Name is null ? $"=> {response};" : $"=> ValueOf({response});");
    }

    /// <summary>The expression that sends the request.</summary>
    public static string Send(ResultModel result)
    {
        string typed = result.Type is { } type ? $"<{type.Name}, {type.Codec}>" : "";
        string method = result.Kind switch
        {
            ResultKind.Text => "SendForTextAsync",
            ResultKind.Stream => "SendForStreamAsync",
            ResultKind.JsonSequence => "SendForSequenceAsync" + typed,
            ResultKind.Events => "SendForEventsAsync" + typed,
            _ => "SendAsync" + typed,
        };
        return $"Pipeline.{method}(request, cancellationToken)";
    }
}
