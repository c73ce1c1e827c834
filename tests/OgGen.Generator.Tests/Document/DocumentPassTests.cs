using System.Text.Json.Nodes;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Passes;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Tests.Document;

/// <summary>The passes over a tree stand in an order in which each has what it needs.</summary>
[TestClass]
public sealed class DocumentPassTests
{
    private const string Swagger = """
        {
          "swagger": "2.0", "info": { "title": "T", "version": "1" },
          "paths": { "/a": { "get": { "parameters": [ { "$ref": "#/parameters/P" } ],
              "responses": { "200": { "description": "d", "schema": { "$ref": "#/definitions/A/properties/a" } } } } } },
          "parameters": { "P": { "$ref": "#/parameters/Q" }, "Q": { "$ref": "#/parameters/R" },
              "R": { "name": "r", "in": "query", "type": "string" } },
          "definitions": { "A": { "type": "object", "properties": { "a": { "type": "object", "minLength": "no" } } },
              "B": { "$ref": "#/definitions/C" }, "C": { "allOf": [ { "$ref": "#/definitions/B" } ] } }
        }
        """;

    [TestMethod]
    public void Each_pass_has_what_it_needs_and_the_reader_what_it_wants()
        => Assert.IsEmpty(Missing(DocumentPasses.All));

    [TestMethod]
    public void A_pass_before_one_that_it_needs_is_found()
    {
        DocumentPass[] passes = DocumentPasses.All;
        int[][] orders = [.. Orders(passes.Length).Where(order => Missing([.. order.Select(i => passes[i])]).Count == 0)];

        // Of all orders only those are left that move the repair of keywords before the chains, and the queries of paths before or after
        // what needs them not.
        CollectionAssert.AreEqual(
            new[] { "01234567", "01234657", "01235467", "01324567", "01324657", "01325467" },
            orders.Select(static order => string.Concat(order)).Order(StringComparer.Ordinal).ToArray());
        for (int left = 0; left < passes.Length; left++)
        {
            bool isUseless = passes[left].Gives.Length == 0;
            Assert.AreEqual(isUseless, Missing([.. passes.Where((_, i) => i != left)]).Count == 0, $"Pass {left} is left out.");
        }
    }

    [TestMethod]
    public void What_a_pass_gives_holds_after_it_and_not_before()
    {
        var tree = new DocumentTree(JsonNode.Parse(Swagger)!.AsObject());
        PassInput input = Input();
        var held = new List<TreeProperty>();
        foreach (DocumentPass pass in DocumentPasses.All)
        {
            TreeProperty[] given =
            [
                .. pass.Gives.Where(static property =>
                    property is TreeProperty.RefersToComponents or TreeProperty.HasShortChains or TreeProperty.IsVersion3),
            ];
            Assert.IsFalse(given.Any(property => Holds(property, tree.Root)), $"{string.Join(", ", given)} before the pass that gives it");
            tree = pass.Run(tree, input);
            held.AddRange(given);
            Assert.IsTrue(held.TrueForAll(property => Holds(property, tree.Root)), $"{string.Join(", ", held)} in {tree.Root}");
        }

        Assert.HasCount(3, held);
        Assert.IsTrue(input.Problems.Exists(problem => input.Map.Find(problem.Pointer).Pointer == "/definitions/A/properties/a/minLength"));
    }

    /// <summary>What passes need and do not have, and what is wanted at the end and not there.</summary>
    private static List<string> Missing(DocumentPass[] passes)
    {
        var missing = new List<string>();
        var has = new HashSet<TreeProperty>(DocumentPasses.Parsed);
        for (int i = 0; i < passes.Length; i++)
        {
            missing.AddRange(passes[i].Needs.Where(property => !has.Contains(property)).Select(property => $"{i} needs {property}"));
            has.ExceptWith(passes[i].Ends);
            has.UnionWith(passes[i].Gives);
        }

        return
        [
            .. missing,
            .. DocumentPasses.Wanted.Where(property => !has.Contains(property)).Select(static property => "wanted: " + property),
        ];
    }

    private static IEnumerable<int[]> Orders(int count)
        => count == 0
            ? [[]]
            : Orders(count - 1)
                .SelectMany(
                    order => Enumerable.Range(0, count).Select(at => order.Take(at).Append(count - 1).Concat(order.Skip(at)).ToArray()));

    private static PassInput Input()
    {
        var file = new SpecFile
        {
            Path = "/spec/api.json",
            Text = "",
            Namespace = "",
            Client = "",
            Access = "",
            Tags = default,
            Paths = default,
            Reference = "",
        };
        return new PassInput(new SpecSources(file, default), new SourceMap(file), [], CancellationToken.None);
    }

    private static bool Holds(TreeProperty property, JsonObject root) => property switch
    {
        TreeProperty.RefersToComponents => References(root)
            .All(static reference =>
                reference.Split('/').Length == (reference.StartsWith("#/components/", StringComparison.Ordinal) ? 4 : 3)),
        TreeProperty.HasShortChains => References(root).All(reference => Length(root, reference, 0) < 3)
            && !References(root).Any(static reference => reference.EndsWith("/B", StringComparison.Ordinal)),
        _ => root.ContainsKey("openapi"),
    };

    private static int Length(JsonObject root, string reference, int steps)
        => steps < 10 && reference.Split('/').Skip(1).Aggregate((JsonNode?)root, static (node, token) => node?[token])?["$ref"] is { } next
            ? Length(root, next.GetValue<string>(), steps + 1)
            : steps + 1;

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item =>
            item.SelectMany(static member => member.Key == "$ref" ? [member.Value!.GetValue<string>()] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
