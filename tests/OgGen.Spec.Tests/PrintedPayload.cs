using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

internal enum PayloadKind
{
    Request,
    Answer,

    /// <summary>A field that the documentation prints alone, as an example of its shape.</summary>
    Field,
}

/// <summary>A payload as the vendor's documentation prints it, mistakes included (the files in Printed).</summary>
internal sealed record PrintedPayload(string Page, string Name, PayloadKind Kind, JsonObject Value)
{
    // The list of policies has a comma after its last row.
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true };

    public static IReadOnlyList<PrintedPayload> All { get; } =
        [.. Read("Policy API", "policy-api.txt"), .. Read("Actions API", "actions-api.txt")];

    /// <summary>
    /// The places where an example differs from what is printed, as JSON pointers in ordinal order.
    /// </summary>
    public static IEnumerable<string> Differences(JsonNode? printed, JsonNode? example, string pointer = "")
    {
        if (printed is JsonObject left && example is JsonObject right)
        {
            IEnumerable<string> members = left.Select(p => p.Key).Union(right.Select(p => p.Key)).Order(StringComparer.Ordinal);
            return members.SelectMany(member =>
                left.ContainsKey(member) && right.ContainsKey(member)
                    ? Differences(left[member], right[member], $"{pointer}/{member}")
                    : [$"{pointer}/{member}"]);
        }

        if (printed is JsonArray before && example is JsonArray after && before.Count == after.Count)
        {
            return before.Zip(after).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{pointer}/{i}"));
        }

        return JsonNode.DeepEquals(printed, example) ? [] : [pointer];
    }

    private static IEnumerable<PrintedPayload> Read(string page, string resource)
    {
        string text = SpecDocument.ReadResource(resource).ReplaceLineEndings("\n");
        foreach (string part in text.Split("\n=== ").Skip(1))
        {
            int end = part.IndexOf('\n', StringComparison.Ordinal);
            string[] head = part[..end].Split(" | ");
            string body = part[end..].Trim();

            // Some fields are printed without braces around them: "duration": { … }
            string json = body.StartsWith('{') ? body : "{" + body + "}";
            PayloadKind kind = Enum.Parse<PayloadKind>(head[1], ignoreCase: true);
            yield return new(page, head[0], kind, JsonNode.Parse(json, documentOptions: Lenient)!.AsObject());
        }
    }
}
