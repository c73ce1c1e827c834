using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Fuzz.Grammar;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>The document of a case.</summary>
/// <param name="Document">The document; its namespace is the case's own.</param>
/// <param name="IsGrammatical">Whether the grammar made it and nothing has changed it since.</param>
internal sealed record FuzzCase(Declared Document, bool IsGrammatical);

/// <summary>
/// Makes the document of a case: half of them follow a grammar, the others are parts of seeds. These are changed a few times, as trees and
/// then as texts; so are some of the first.
/// </summary>
internal sealed class Mutator(Seeds seeds)
{
    /// <summary>Deeper than what is refused, so that splices do not grow without end.</summary>
    private const int MaxDepth = 70;

    /// <summary>The document of a case; the same for the same numbers.</summary>
    public FuzzCase Make(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        bool hasGrammar = random.Next(2) == 0;
        JsonObject document = hasGrammar ? DocumentRule.Make(random) : seeds.Part(random);
        bool isGrammatical = hasGrammar && random.Next(3) > 0;
        int changes = isGrammatical ? 0 : random.Next(1, 5);
        for (int i = 0; i < changes; i++)
        {
            switch (random.Next(10))
            {
                case < 3:
                    TreeMutations.Change(document, random);
                    break;
                case < 4:
                    TreeMutations.Splice(document, seeds.Part(random), random);
                    break;
                default:
                    SchemaMutations.Change(document, random);
                    break;
            }
        }

        bool isYaml = random.Next(2) == 0;
        string text = Tree.Depth(document) > MaxDepth ? "{}" : isYaml ? YamlText.Of(document) : document.ToJsonString();
        if (!isGrammatical && random.Next(5) == 0)
        {
            text = TextMutations.Change(text, random);
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"Case{number}");
        return new FuzzCase(new Declared(isYaml ? "/spec/case.yaml" : "/spec/case.json", text) { Namespace = name }, isGrammatical);
    }
}
