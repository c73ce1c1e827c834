using System.Text.Json;
using OgGen.Opsgenie.Keep.Json;
using Opsgenie;
using OpsgenieTeamsClient = Opsgenie.Teams.OpsgenieTeamsClient;
using TeamsError = Opsgenie.Teams.ErrorResponse;

namespace OgGen.Opsgenie.Keep.Export;

/// <summary>
/// Reads an account through the typed clients, and takes of each response what came and not what was understood: a body that does not fit
/// the document is as good as any other.
/// </summary>
internal sealed class AccountReader : IDisposable
{
    private static readonly ApiCallOptions s_keepRawBody = new() { KeepRawBody = true };

    private readonly OpsgenieClient _client;
    private readonly OpsgenieTeamsClient _teams;
    private readonly OpsgenieClient _keeping;
    private readonly OpsgenieTeamsClient _keepingTeams;

    public AccountReader(ApiCredential credential, Uri address, ApiClientOptions options)
    {
        _client = new OpsgenieClient(credential, address, options);
        _teams = new OpsgenieTeamsClient(credential, address, options);
        _keeping = _client.With(s_keepRawBody);
        _keepingTeams = _teams.With(s_keepRawBody);
    }

    public Task<RawResponse> ListPoliciesAsync(CancellationToken stop)
        => ReadAsync(async () => await _keeping.Policies.ListWithResponseAsync(stop).ConfigureAwait(false));

    public Task<RawResponse> GetPolicyAsync(string id, CancellationToken stop)
        => ReadAsync(async () => await _keeping.Policies.GetWithResponseAsync(id, stop).ConfigureAwait(false));

    public Task<RawResponse> ListTeamsAsync(CancellationToken stop)
        => ReadAsync(async () => await _keepingTeams.Teams.ListWithResponseAsync(stop).ConfigureAwait(false));

    public Task<RawResponse> ListChannelsAsync(string teamId, CancellationToken stop)
        => ReadAsync(async () => await _keeping.ActionChannels.ListWithResponseAsync(teamId, stop).ConfigureAwait(false));

    public Task<RawResponse> GetChannelAsync(string teamId, string id, CancellationToken stop)
        => ReadAsync(async () => await _keeping.ActionChannels.GetWithResponseAsync(id, teamId, stop).ConfigureAwait(false));

    public Task<RawResponse> ListActionsAsync(string teamId, CancellationToken stop)
        => ReadAsync(async () => await _keeping.Actions.ListWithResponseAsync(teamId, stop).ConfigureAwait(false));

    public Task<RawResponse> GetActionAsync(string teamId, string name, CancellationToken stop)
        => ReadAsync(async () => await _keeping.Actions.GetWithResponseAsync(name, teamId, stop).ConfigureAwait(false));

    public void Dispose()
    {
        _client.Dispose();
        _teams.Dispose();
    }

    /// <exception cref="KeyRefusedException">The service does not know the key.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    private static async Task<RawResponse> ReadAsync(Func<Task<ApiResponse>> call)
    {
        try
        {
            ApiResponse response = await call().ConfigureAwait(false);
            return Data(response.RawBody!.Value);
        }
        catch (ApiResponseFormatException e)
        {
            // Its message quotes the body, which may hold secrets of a channel.
            return Data(e.Body);
        }
        catch (ApiException e) when (e.Status == 401)
        {
            throw new KeyRefusedException(e);
        }
        catch (ApiException e)
        {
            return new RawResponse(null, Describe(e));
        }
        catch (ArgumentException e)
        {
            // An id such as ".." never leaves this process.
            return new RawResponse(null, $"it cannot be asked for: {e.Message}");
        }
    }

    private static RawResponse Data(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonPieces.Read(body) is JsonMembers envelope && envelope.Find("data") is { } data
                ? new RawResponse(data, null)
                : new RawResponse(null, "the response has no data");
        }
        catch (JsonException)
        {
            return new RawResponse(null, body.IsEmpty ? "the response is empty" : "the response is not JSON");
        }
    }

    /// <summary>Without the id of the request and without times, so that the list of two runs with the same problem is the same.</summary>
    private static string Describe(ApiException e) => e switch
    {
        { Status: { } status, ErrorBody: ErrorResponse error } => $"the service answered {status}: {error.Message}",
        { Status: { } status, ErrorBody: TeamsError error } => $"the service answered {status}: {error.Message}",
        ApiConnectionException or ApiTimeoutException => e.Message,
        { Status: { } status } => $"the service answered {status}",
        _ => e.Message,
    };
}
