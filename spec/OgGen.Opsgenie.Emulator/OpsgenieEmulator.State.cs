using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.State;

namespace OgGen.Opsgenie.Emulator;

/// <content>The state from outside: seeds and snapshots.</content>
public sealed partial class OpsgenieEmulator
{
    /// <summary>
    /// Inserts a policy as if the service had it already: of any type, unknown ones too, with any fields, unchecked. It goes to the end of
    /// its group and is answered whole. Later updates of it are stored as sent, because the service knows the fields that it has answered.
    /// </summary>
    /// <param name="policy">The policy; copied. <c>type</c> is needed; without <c>id</c> it gets one.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException"><c>type</c> is missing, or a policy with this id is there already.</exception>
    public string Seed(JsonObject policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return _dispatcher.Locked(() => _state.Policies.Seed(policy));
    }

    /// <summary>
    /// Inserts a team into the answer of <c>GET /v2/teams</c>, with any fields, unchecked. Teams that own channels or actions, and
    /// <see cref="TeamId"/>, are in it without a seed.
    /// </summary>
    /// <param name="team">The team; copied. Without <c>id</c> it gets one.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException"><c>id</c> is no string, or a team with this id was seeded already.</exception>
    public string SeedTeam(JsonObject team)
    {
        ArgumentNullException.ThrowIfNull(team);
        var copy = (JsonObject)team.DeepClone();
        return _dispatcher.Locked(() =>
        {
            copy["id"] ??= _state.NewId();
            return _state.Teams.Seed(copy);
        });
    }

    /// <summary>
    /// Inserts a channel as if the service had it already: of any type or of none, with any fields or hardly any, unchecked, to the end of
    /// its team. It is answered as it is. Later updates of it keep fields that the emulator does not know.
    /// </summary>
    /// <param name="channel">
    /// The channel; copied. Without <c>id</c> it gets one, without <c>teamId</c> it belongs to <see cref="TeamId"/>.
    /// </param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">
    /// <c>id</c> or <c>teamId</c> is no string, or the team has a channel with this id already.
    /// </exception>
    public string SeedChannel(JsonObject channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return _dispatcher.Locked(() => _state.Channels.Seed(WithTeam(channel, addId: true)));
    }

    /// <summary>
    /// Inserts an action as if the service had it already: with any fields, unchecked, to the end of its team. It is answered as it is, and
    /// its row in the list has only the fields that it has. Later updates of it keep fields that the emulator does not know.
    /// </summary>
    /// <param name="action">The action; copied. <c>name</c> is needed; without <c>teamId</c> it belongs to <see cref="TeamId"/>.</param>
    /// <exception cref="ArgumentException">
    /// <c>name</c> is missing, <c>teamId</c> is no string, or the team has an action with this name already.
    /// </exception>
    public void SeedAction(JsonObject action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _dispatcher.Locked(() => _state.Actions.Seed(WithTeam(action, addId: false)));
    }

    /// <summary>
    /// The whole state as JSON: policies in their order, teams, channels, actions, executions and the team id; a copy, taken between two
    /// requests. It has no keys, settings, faults or recorded requests. Works after disposal too.
    /// </summary>
    public JsonObject TakeSnapshot() => _dispatcher.Locked(() => Snapshot.Take(_state));

    /// <summary>Replaces the whole state, also <see cref="TeamId"/>, by that of a snapshot, between two requests.</summary>
    /// <param name="snapshot">What <see cref="TakeSnapshot"/> returned; copied.</param>
    /// <exception cref="InvalidDataException">It is no snapshot; the message names the place, and the state is as it was.</exception>
    public void Restore(JsonObject snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Action<AccountState> restore = Snapshot.Read(snapshot);
        _dispatcher.Locked(() =>
        {
            restore(_state);
            return true;
        });
    }

    /// <summary>Writes <see cref="TakeSnapshot"/> as UTF-8 JSON. The stream stays open.</summary>
    public Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SnapshotStream.WriteAsync(stream, TakeSnapshot(), cancellationToken);
    }

    /// <summary>Reads what <see cref="SaveAsync"/> wrote, to the end of the stream, and restores it. The stream stays open.</summary>
    /// <exception cref="InvalidDataException">It is no snapshot; the message names the place, and the state is as it was.</exception>
    public async Task LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Restore(await SnapshotStream.ReadAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    private JsonObject WithTeam(JsonObject fields, bool addId)
    {
        var copy = (JsonObject)fields.DeepClone();
        copy["teamId"] ??= _state.TeamId;
        if (addId)
        {
            copy["id"] ??= _state.NewId();
        }

        return copy;
    }
}
