using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>The results of methods, and how responses are read.</summary>
internal static class ResultEmitter
{
    private const string Task = "tasks::Task";

    public static string? Doc(ResultModel result)
    {
        string? general = General(result);
        return result.Description.Length == 0 ? general : general is null ? result.Description : result.Description + " " + general;
    }

    /// <summary>The documentation of a kind of result.</summary>
    private static string? General(ResultModel result) => result.Kind switch
    {
        ResultKind.Nothing => null,
        ResultKind.Stream => "The body of the response, read while it arrives. Dispose it: it holds the connection.",
        ResultKind.JsonSequence => "The values of the response, read while they arrive. The request is sent by enumerating.",
        ResultKind.Events => "The events of the response, read while they arrive. The request is sent by enumerating.",
        _ when result.MayBeEmpty => "The body of the response; null where it has none.",
        _ => null,
    };

    /// <summary>The type of the whole response.</summary>
    public static string Response(ResultModel result)
    {
        string? returned = Returned(result);
        string?[] arguments = [result.IsSequence ? $"api::ApiSequence<{returned}>" : returned, result.HeadersName];
        return "api::ApiResponse" + (result.HeadersName is null ? "" : "WithHeaders") + Arguments(arguments);
    }

    /// <summary>The method that returns the result alone.</summary>
    public static void PrintMethod(CodeWriter writer, OperationModel operation, string parameters)
    {
        string name = operation.Name;
        string? returned = Returned(operation.Result);
        if (operation.Result.IsSequence)
        {
            string call = GroupEmitter.Arguments(operation, "cancellationToken");
            writer.Write($"public virtual generic::IAsyncEnumerable<{returned}> {name}Async({parameters})");
            writer.Indented(
                $"=> gen::ApiSequences.EnumerateAsync<{returned}>(async cancellationToken => await "
                    + $"{name}WithResponseAsync({call}).ConfigureAwait(false), cancellationToken);");
            return;
        }

        string response = $"{name}WithResponseAsync({GroupEmitter.Arguments(operation, "cancellationToken")})";
        writer.Write($"public virtual {(returned is null ? Task : $"{Task}<{returned}>")} {name}Async({parameters})");
        writer.Indented(returned is null ? $"=> {response};" : $"=> TakeValue({response});");
    }

    /// <summary>The expression that sends the request.</summary>
    public static string Send(OperationModel operation)
    {
        ResultModel result = operation.Result;
        string typed = Arguments(result.Type is { } type ? TypeText.Arguments(type) : null, result.HeadersName);
        string method = (result.Method, result.Type) switch
        {
            (SendMethod.Text, _) => "SendForTextAsync" + typed,
            (SendMethod.Stream, _) => "SendForStreamAsync" + typed,
            (SendMethod.Sequence, _) => "SendForSequenceAsync" + typed,
            (SendMethod.Events, _) => "SendForEventsAsync" + typed,
            (SendMethod.Model, { } model) => $"SendForModelAsync<{TypeText.Name(model)}>",
            (SendMethod.List, ListRef list) => $"SendForListAsync<{TypeText.Name(list.Item)}>",
            _ => "SendAsync" + typed,
        };
        return $"Pipeline.{method}({operation.RequestLocal}, cancellationToken)";
    }

    private static string? Returned(ResultModel result) => result.Returned is { } type ? TypeText.Name(type) : null;

    /// <summary>The type arguments that there are.</summary>
    private static string Arguments(params string?[] names)
        => string.Join(", ", names.OfType<string>()) is { Length: > 0 } list ? $"<{list}>" : "";
}
