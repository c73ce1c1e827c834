using System.Globalization;
using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>
/// The options that operations may have in common: printed with the client, or with the operation that has them otherwise.
/// </summary>
internal static class OptionsEmitter
{
    /// <summary>What an operation has otherwise than the client says.</summary>
    public static IEnumerable<string> Options(OperationModel operation)
    {
        if (operation.Own.HasFlag(OwnOptions.RequestIdHeader))
        {
            yield return $"RequestIdHeader = {TextOrNull(operation.RequestIdHeader)}";
        }

        if (operation.Own.HasFlag(OwnOptions.RetryAfterHeader))
        {
            yield return $"RetryAfterHeader = {TextOrNull(operation.RetryAfterHeader)}";
        }

        if (operation.Own.HasFlag(OwnOptions.Errors))
        {
            yield return $"Errors = {Errors(operation.Errors)}";
        }

        if (operation.Own.HasFlag(OwnOptions.Security))
        {
            yield return $"Security = {(operation.Security is { } security ? Security(security) : "null")}";
        }
    }

    /// <summary>What most operations have in common.</summary>
    public static IEnumerable<string> Options(OperationDefaults defaults)
    {
        if (defaults.RequestIdHeader is { } requestId)
        {
            yield return $"RequestIdHeader = {CSharpText.Literal(requestId)}";
        }

        if (defaults.RetryAfterHeader is { } retryAfter)
        {
            yield return $"RetryAfterHeader = {CSharpText.Literal(retryAfter)}";
        }

        if (defaults.Errors.Count > 0)
        {
            yield return $"Errors = {Errors(defaults.Errors)}";
        }

        if (defaults.Security is { } security)
        {
            yield return $"Security = {Security(security)}";
        }
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string TextOrNull(string? text) => text is null ? "null" : CSharpText.Literal(text);

    private static string Errors(EquatableArray<ErrorReaderModel> readers) => $"[{string.Join(", ", readers.Select(ErrorReader))}]";

    private static string Security(EquatableArray<EquatableArray<string>> alternatives)
        => $"[{string.Join(", ", alternatives.Select(static schemes => $"[{string.Join(", ", schemes.Select(CSharpText.Literal))}]"))}]";

    private static string ErrorReader(ErrorReaderModel reader) => reader switch
    {
        StatusErrorReader one => $"gen::ApiErrorReader.Create<{one.TypeName}>({string.Join(", ", one.Statuses.Select(Number))})",
        RangeErrorReader range => $"gen::ApiErrorReader.Create<{TypeText.Arguments(range.Type)}>({Statuses(range)})",
        _ => throw new ArgumentException($"{reader.GetType().Name} is no reader of errors.", nameof(reader)),
    };

    private static string Statuses(RangeErrorReader error)
        => error.From == 0 ? "" : error.From == error.To ? Number(error.From) : Number(error.From) + ", " + Number(error.To);
}
