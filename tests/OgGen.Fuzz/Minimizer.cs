using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>Makes a document that fails as small as it goes while it still fails in the same way.</summary>
internal static class Minimizer
{
    private const int MaxAttempts = 600;

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static Declared Run(Declared document, Func<Declared, bool> fails)
    {
        if (Parse(document) is { } tree)
        {
            var asJson = new Declared("/spec/case.json", tree.ToJsonString(s_indented));
            if (fails(asJson))
            {
                return OfTree(tree, fails);
            }
        }

        return OfText(document, fails);
    }

    private static Declared OfTree(JsonObject tree, Func<Declared, bool> fails)
    {
        Declared best = Write(tree);
        int attempts = 0;
        for (bool isSmaller = true; isSmaller && attempts < MaxAttempts;)
        {
            isSmaller = false;

            // From the top down: a member that goes takes everything below with it.
            for (int i = 1; attempts < MaxAttempts; i++)
            {
                JsonObject candidate = Parse(best)!;
                if (Tree.Nodes(candidate).ElementAtOrDefault(i) is not { } node)
                {
                    break;
                }

                Tree.Remove(node);
                attempts++;
                if (fails(Write(candidate)))
                {
                    best = Write(candidate);
                    isSmaller = true;
                    i--;
                }
            }
        }

        return best;
    }

    private static Declared OfText(Declared document, Func<Declared, bool> fails)
    {
        string text = document.Text!;
        int attempts = 0;
        for (int length = text.Length / 2; length > 0; length /= 2)
        {
            for (int at = 0; at + length <= text.Length && attempts < MaxAttempts; attempts++)
            {
                string candidate = text.Remove(at, length);
                if (fails(document with { Text = candidate }))
                {
                    text = candidate;
                }
                else
                {
                    at += length;
                }
            }
        }

        return document with { Text = text };
    }

    private static Declared Write(JsonObject tree) => new("/spec/case.json", tree.ToJsonString(s_indented));

    private static JsonObject? Parse(Declared document)
    {
        try
        {
            return (document.Path.EndsWith(".json", StringComparison.Ordinal) ? JsonNode.Parse(document.Text!) : YamlTree.Parse(document.Text!, [], CancellationToken.None)) as JsonObject;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Not even a tree, or one with two members of one name, or the reader itself is what fails: the text is cut instead.
            return null;
        }
    }
}
