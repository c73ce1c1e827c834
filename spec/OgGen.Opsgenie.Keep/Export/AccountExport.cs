using System.Collections.Concurrent;
using System.Globalization;
using OgGen.Opsgenie.Keep.Files;
using OgGen.Opsgenie.Keep.Json;
using OgGen.Opsgenie.Keep.Secrets;

namespace OgGen.Opsgenie.Keep.Export;

/// <summary>
/// One export: reads the lists, then each object of them, and writes a file for each. What cannot be read is noted; the file that an
/// earlier export has written of it stays.
/// </summary>
internal sealed class AccountExport(AccountReader reader, OutputFolder folder, SecretStore secrets, Progress progress)
{
    // The rate limiter decides how fast; this is how many may wait for it.
    private const int AtOnce = 8;

    private readonly ConcurrentBag<Unread> _unread = [];
    private readonly ConcurrentDictionary<string, string> _keyOfFile = new(StringComparer.Ordinal);
    private int _objects;
    private int _lists;

    /// <summary>How many objects were read whole.</summary>
    public int Objects => _objects;

    /// <summary>Whether nothing at all could be read, not even a list.</summary>
    public bool IsFailure => _lists == 0;

    /// <summary>What could not be read, in an order that is the same each time.</summary>
    public IReadOnlyList<Unread> Unread
        => [.. _unread
            .OrderBy(static unread => unread.What, StringComparer.Ordinal)
            .ThenBy(static unread => unread.Why, StringComparer.Ordinal)];

    /// <summary>Exports.</summary>
    /// <param name="teams">The ids of the teams; none means all of the account.</param>
    /// <param name="stop">Ends the reading; files that are there are whole.</param>
    /// <exception cref="KeyRefusedException">The service does not know the key.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be written.</exception>
    public async Task RunAsync(IReadOnlyList<string> teams, CancellationToken stop)
    {
        var policies = new Collection("policies", "policy", "id", null);
        await KeepAllAsync(policies, reader.ListPoliciesAsync, reader.GetPolicyAsync, stop).ConfigureAwait(false);
        foreach (string id in teams.Count > 0 ? teams : await KeepTeamsAsync(stop).ConfigureAwait(false))
        {
            string path = $"teams/{FileNames.Of(id)}";
            await KeepAllAsync(
                new Collection($"{path}/channels", "channel", "id", id, HasSecrets: true),
                stop => reader.ListChannelsAsync(id, stop),
                (channel, stop) => reader.GetChannelAsync(id, channel, stop),
                stop).ConfigureAwait(false);
            await KeepAllAsync(
                new Collection($"{path}/actions", "action", "name", id),
                stop => reader.ListActionsAsync(id, stop),
                (action, stop) => reader.GetActionAsync(id, action, stop),
                stop).ConfigureAwait(false);
        }

        folder.Write("not-read.json", StableJson.Write(new JsonList([.. Unread.Select(static unread => new JsonMembers(
            [Member("what", JsonTokens.Of(unread.What)), Member("why", JsonTokens.Of(unread.Why))]))])));
    }

    /// <summary>Lists the teams.</summary>
    /// <returns>Their ids, in the order of the names of their folders.</returns>
    private async Task<IReadOnlyList<string>> KeepTeamsAsync(CancellationToken stop)
    {
        var teams = new Collection("teams", "team", "id", null);
        IReadOnlyList<Row> rows = await ListAsync(teams, reader.ListTeamsAsync, stop).ConfigureAwait(false);
        return [.. rows.Where(static row => row.Key is not null).Select(static row => row.Key!).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Keeps a list and every object of it.</summary>
    private async Task KeepAllAsync(
        Collection collection,
        Func<CancellationToken, Task<RawResponse>> list,
        Func<string, CancellationToken, Task<RawResponse>> get,
        CancellationToken stop)
    {
        IReadOnlyList<Row> rows = await ListAsync(collection, list, stop).ConfigureAwait(false);
        string[] keys = [.. rows.Where(static row => row.Key is not null).Select(static row => row.Key!).Distinct(StringComparer.Ordinal)];
        progress.Begin(collection.Path, keys.Length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(keys, options, async (key, stop) =>
        {
            RawResponse response = await get(key, stop).ConfigureAwait(false);
            Keep(collection, key, response);
            progress.Advance();
        }).ConfigureAwait(false);
    }

    private void Keep(Collection collection, string key, RawResponse response)
    {
        string what = collection.Describe(key);
        string file = collection.FileOf(key);
        if (response.Data is not { } data)
        {
            _unread.Add(new Unread(what, response.Problem!));
        }
        else if (_keyOfFile.GetOrAdd(file, key) != key)
        {
            _unread.Add(new Unread(what, $"its file {file} is that of another object"));
        }
        else
        {
            folder.Write(file, StableJson.Write(collection.HasSecrets ? new SecretMask(secrets, file).Apply(data) : data));
            Interlocked.Increment(ref _objects);
        }
    }

    /// <summary>
    /// Keeps the rows of a list in a file of their own, as they came and with the file of each object: the rows of policies have the order.
    /// </summary>
    private async Task<IReadOnlyList<Row>> ListAsync(
        Collection collection, Func<CancellationToken, Task<RawResponse>> list, CancellationToken stop)
    {
        RawResponse response = await list(stop).ConfigureAwait(false);
        if (response.Data is not JsonList found)
        {
            _unread.Add(new Unread(collection.Describe(), response.Problem ?? "the data is no list"));
            return [];
        }

        _lists++;
        var rows = new List<Row>();
        for (int i = 0; i < found.Items.Count; i++)
        {
            string? key = collection.KeyOf(found.Items[i]);
            rows.Add(new Row(key, found.Items[i]));
            if (key is null)
            {
                string number = (i + 1).ToString(CultureInfo.InvariantCulture);
                _unread.Add(new Unread(collection.Describe(), $"row {number} has no {collection.KeyMember} to ask for it"));
            }
        }

        // Policies are in the order in which they apply; of the others the order says nothing, and need not be the same each time.
        IEnumerable<Row> sorted = collection.IsOrdered
            ? rows
            : rows.OrderBy(row => row.Key is null ? "" : collection.FileOf(row.Key), StringComparer.Ordinal);
        rows = [.. sorted];
        IEnumerable<JsonPiece> listed = rows.Select((row, index) => Listed(collection, row, index));
        folder.Write($"{collection.Path}.json", StableJson.Write(new JsonList([.. listed])));
        return rows;
    }

    private JsonMembers Listed(Collection collection, Row row, int index)
    {
        string? file = row.Key is null ? null : collection.FileOf(row.Key);
        string name = row.Key is null ? index.ToString(CultureInfo.InvariantCulture) : FileNames.Of(row.Key);
        JsonPiece piece = collection.HasSecrets ? new SecretMask(secrets, $"{collection.Path}.json/{name}").Apply(row.Piece) : row.Piece;
        JsonMember kept = new("row", JsonTokens.Of("row"), piece);
        return new JsonMembers(file is null ? [kept] : [Member(collection.LinkName, JsonTokens.Of(file)), kept]);
    }

    private static JsonMember Member(string name, ReadOnlyMemory<byte> token) => new(name, JsonTokens.Of(name), new JsonScalar(token));

    private sealed record Row(string? Key, JsonPiece Piece);
}
