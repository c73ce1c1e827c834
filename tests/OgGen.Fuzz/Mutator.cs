using System.Text.Json.Nodes;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>Makes the document of a case: a part of a seed, changed a few times, as a tree and then as a text.</summary>
internal sealed class Mutator(Seeds seeds)
{
    /// <summary>Deeper than what is refused, so that splices do not grow without end.</summary>
    private const int MaxDepth = 70;

    /// <summary>The document of a case; the same for the same numbers.</summary>
    public Declared Make(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        JsonObject document = seeds.Part(random);
        int changes = random.Next(1, 5);
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
        if (random.Next(5) == 0)
        {
            text = TextMutations.Change(text, random);
        }

        return new Declared(isYaml ? "/spec/case.yaml" : "/spec/case.json", text);
    }
}
