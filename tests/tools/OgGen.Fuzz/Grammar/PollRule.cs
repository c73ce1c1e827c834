using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>What says that an answer is not there yet (<c>x-oggen-poll</c>).</summary>
internal static class PollRule
{
    public static JsonObject Make(GrammarState state)
    {
        var poll = new JsonObject { ["status"] = state.Pick(200, 202, 404, 429) };
        if (!state.Chance(4))
        {
            poll["header"] = state.Chance(2) ? "X-State" : state.Name().Replace(' ', '-');
            poll["value"] = state.Name();
        }

        return poll;
    }
}
