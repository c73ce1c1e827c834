using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>Makes a document that fails as small as it goes while it still fails in the same way.</summary>
internal static class Minimizer
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <param name="document">The document.</param>
    /// <param name="fails">Whether a smaller one fails as well.</param>
    /// <param name="attempts">How many are tried.</param>
    public static Declared Run(Declared document, Func<Declared, bool> fails, int attempts = 600)
    {
        if (Parse(document) is { } tree)
        {
            Declared asJson = Write(document, tree);
            if (fails(asJson))
            {
                return OfTree(asJson, fails, attempts);
            }
        }

        return OfText(document, fails, attempts);
    }

    private static Declared OfTree(Declared document, Func<Declared, bool> fails, int attempts)
    {
        Declared best = document;
        for (bool isSmaller = true; isSmaller && attempts > 0;)
        {
            isSmaller = false;

            // From the top down: a member that goes takes everything below with it.
            for (int i = 1; attempts > 0; i++)
            {
                JsonObject candidate = Parse(best)!;
                if (Tree.Nodes(candidate).ElementAtOrDefault(i) is not { } node)
                {
                    break;
                }

                Tree.Remove(node);
                attempts--;
                if (fails(Write(best, candidate)))
                {
                    best = Write(best, candidate);
                    isSmaller = true;
                    i--;
                }
            }
        }

        return best;
    }

    private static Declared OfText(Declared document, Func<Declared, bool> fails, int attempts)
    {
        string text = document.Text!;
        for (int length = text.Length / 2; length > 0; length /= 2)
        {
            for (int at = 0; at + length <= text.Length && attempts > 0; attempts--)
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

    private static Declared Write(Declared document, JsonObject tree)
        => document with { Path = "/spec/case.json", Text = tree.ToJsonString(s_indented) };

    private static JsonObject? Parse(Declared document)
    {
        try
        {
            return (document.Path.EndsWith(".json", StringComparison.Ordinal)
                ? JsonNode.Parse(document.Text!)
                : YamlTree.Parse(document.Text!, [], CancellationToken.None)) as JsonObject;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Not even a tree, or one with two members of one name, or the reader itself is what fails: the text is cut instead.
            return null;
        }
    }
}
