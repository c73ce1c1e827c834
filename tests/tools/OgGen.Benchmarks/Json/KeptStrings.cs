using System.Text.Json;
using Opsgenie;

namespace OgGen.Benchmarks.Json;

/// <summary>The strings of <see cref="PolicyList"/> that a model keeps; the others are constants of enumerations.</summary>
internal static class KeptStrings
{
    private static readonly string[] s_members = ["id", "name", "policyDescription", "expectedValue"];

    /// <summary>Whether a token is such a string, for each token of a text.</summary>
    public static bool[] TokensOf(ReadOnlySpan<byte> json)
    {
        List<bool> keeps = [];
        string? member = null;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            keeps.Add(reader.TokenType == JsonTokenType.String && s_members.Contains(member));
            member = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
        }

        return [.. keeps];
    }

    /// <summary>Whether a token is a value that is a string, for each token of a text.</summary>
    public static bool[] StringsOf(ReadOnlySpan<byte> json)
    {
        List<bool> isString = [];
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            isString.Add(reader.TokenType == JsonTokenType.String);
        }

        return [.. isString];
    }

    /// <summary>Those of a policy as the client has read it.</summary>
    public static IEnumerable<string> Of(Policy policy)
    {
        IEnumerable<string?> conditions = policy.Filter is MatchAllConditionsFilter filter
            ? filter.Conditions.Select(static condition => condition.ExpectedValue)
            : [];
        return new[] { policy.Id, policy.Name, policy.PolicyDescription }.Concat(conditions).OfType<string>();
    }
}
