using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>
/// What an operation gets: the decoded variable of the path, the team of the query, and the body; and what becomes of members of the body
/// that no rule knows.
/// </summary>
internal sealed record Call(string Variable, string TeamId, JsonObject Body, string RequestId, UnknownMembers Unknown);

/// <summary>One operation, by its id. <paramref name="Template"/> has at most one variable, written <c>{}</c>.</summary>
internal sealed record Route(string Operation, string Method, string Template, Func<Call, Answer> Handler)
{
    private readonly string[] _template = Template.Split('/');

    public bool NeedsBody { get; init; }

    /// <summary>Channels and actions belong to the team of the query parameter <c>teamId</c>.</summary>
    public bool NeedsTeam { get; init; }

    public bool Writes => Method != "GET";

    public bool Matches(string rawPath, [NotNullWhen(true)] out string? variable)
    {
        variable = "";
        string[] segments = rawPath.Split('/');
        if (segments.Length != _template.Length)
        {
            return false;
        }

        for (int i = 0; i < segments.Length; i++)
        {
            if (_template[i] == "{}" && segments[i].Length > 0)
            {
                variable = Uri.UnescapeDataString(segments[i]);
            }
            else if (_template[i] != segments[i])
            {
                return false;
            }
        }

        return true;
    }
}
