using OgGen;
using OgGen.Opsgenie.Emulator;
using Opsgenie;

namespace Quickstart;

/// <summary>
/// What a user sees when the service refuses: one exception with the status, the parsed body and the request id, never with the key.
/// </summary>
internal sealed class ErrorScenario(OpsgenieClient client, OpsgenieEmulator emulator, Report report)
{
    private const string WrongKey = "00000000-not-a-key-of-this-account";

    public async Task RunAsync()
    {
        report.Section("Errors: as a program catches them");
        await WrongKeyAsync();
        await ReadOnlyKeyAsync();
        await InvalidPolicyAsync();
    }

    private async Task WrongKeyAsync()
    {
        using var stranger = new OpsgenieClient(WrongKey, emulator.Address);
        ApiException<ErrorResponse>? error = await CatchAsync(() => stranger.Policies.ListAsync());
        report.Check("status", 401, error?.Status);
        report.Check("message", "Could not authenticate", error?.Error.Message);
        report.Check("the key is nowhere in it", false, error?.ToString().Contains(WrongKey, StringComparison.Ordinal));
        Show("Policies.ListAsync", "with a wrong key", error);
    }

    private async Task ReadOnlyKeyAsync()
    {
        using var reader = new OpsgenieClient(emulator.ReadOnlyApiKey, emulator.Address);
        ApiException<ErrorResponse>? error = await CatchAsync(() => reader.Policies.CreateAsync(PolicySamples.AutoClose("not allowed")));
        report.Check("status", 403, error?.Status);
        report.Check("code", 40301, error?.Error.Code);
        Show("Policies.CreateAsync", "with a read-only key", error);
    }

    private async Task InvalidPolicyAsync()
    {
        var policy = new ValueBasedDeduplicationPolicy { Name = "", Enabled = true, Count = 1 };
        ApiException<ErrorResponse>? error = await CatchAsync(() => client.Policies.CreateAsync(policy));
        report.Check("status", 422, error?.Status);
        report.Check("field errors", "count, name", string.Join(", ", (error?.Error.Errors ?? []).Keys.Order(StringComparer.Ordinal)));
        report.Check("request id present", true, !string.IsNullOrEmpty(error?.RequestId));
        Show("Policies.CreateAsync", "with two fields that break rules", error);
    }

    private void Show(string call, string subject, ApiException<ErrorResponse>? error)
    {
        report.Row(call, subject, $"{error?.Status} {error?.Error.Message}");
        report.Note(error?.Message ?? "no error");
        foreach ((string field, string text) in error?.Error.Errors ?? [])
        {
            report.Note($"{field}: {text}");
        }
    }

    /// <summary>The error of a call; null if there was none.</summary>
    private static async Task<ApiException<ErrorResponse>?> CatchAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (ApiException<ErrorResponse> exception)
        {
            return exception;
        }
    }
}
