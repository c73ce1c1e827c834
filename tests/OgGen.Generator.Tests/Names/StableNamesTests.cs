using System.Text.Json.Nodes;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Names;

/// <summary>Over generated documents: what is added, removed or moved changes nothing that belongs to another owner.</summary>
[TestClass]
public sealed class StableNamesTests
{
    private const int Documents = 40;

    [TestMethod]
    public void An_operation_that_is_added_or_removed_changes_no_name_and_no_file_of_another_owner()
        => AssertNone(static (document, _) => StableNames.ChangesByOperations(document, Compile));

    [TestMethod]
    public void An_operation_that_is_moved_changes_no_name_and_no_file()
        => AssertNone(static (document, random) => StableNames.ChangesByOrderOfOperations(document, random, Compile));

    [TestMethod]
    public void The_order_of_components_changes_no_name_and_no_file()
        => AssertNone(static (document, random) => StableNames.ChangesByOrderOfComponents(document, random, Compile));

    [TestMethod]
    public void Types_that_the_shortest_of_all_places_names_are_found()
        => Assert.IsNotEmpty(
            Seeds.SelectMany(static seed => StableNames.ChangesByOperations(
                GeneratedDocument.Of(seed), static document => Compile(NamedByShortest(document)))).Take(1));

    [TestMethod]
    public void Types_that_the_first_operation_names_are_found()
        => Assert.IsNotEmpty(Seeds.SelectMany(
            static seed => StableNames.ChangesByOrderOfOperations(
                GeneratedDocument.Of(seed), new Random(seed), static document => Compile(NamedByFirst(document)))).Take(1));

    [TestMethod]
    public void Types_that_are_named_by_the_order_of_components_are_found()
        => Assert.IsNotEmpty(Seeds.SelectMany(
            static seed => StableNames.ChangesByOrderOfComponents(
                GeneratedDocument.Of(seed), new Random(seed), static document => Compile(Numbered(document)))).Take(1));

    [TestMethod]
    public void Generated_documents_share_types_have_collisions_and_are_not_all_alike()
    {
        CompiledDocument[] documents = [.. Enumerable.Range(0, Documents).Select(static seed => Compile(GeneratedDocument.Of(seed)))];

        Assert.IsTrue(
            documents.Any(static document =>
                document.Renamed.Any(static renamed => renamed.Holder.StartsWith("by '#/paths/", StringComparison.Ordinal))));
        Assert.IsTrue(documents.All(static document => document.Operations.Count == 6));
        Assert.HasCount(Documents, documents.Select(static document => string.Join(' ', document.TypeNames)).Distinct());
    }

    private static IEnumerable<int> Seeds => Enumerable.Range(0, Documents);

    private static CompiledDocument Compile(JsonObject document) => CompiledDocument.Of(document.ToJsonString());

    private static void AssertNone(Func<JsonObject, Random, IEnumerable<string>> changes)
    {
        for (int seed = 0; seed < Documents; seed++)
        {
            JsonObject document = GeneratedDocument.Of(seed);
            string[] found = [.. changes(document, new Random(seed))];
            Assert.IsEmpty(found, $"Document {seed}: {string.Join('\n', found.Take(20))}\n{document.ToJsonString()}");
        }
    }

    /// <summary>As inline schemas were named before: those that are equal are one type, which the shortest place names.</summary>
    private static JsonObject NamedByShortest(JsonObject document)
        => Named(document, static ids => ids.OrderBy(static id => id.Length).ThenBy(static id => id, StringComparer.Ordinal).First());

    private static JsonObject NamedByFirst(JsonObject document) => Named(document, static ids => ids.First());

    private static JsonObject Named(JsonObject document, Func<IEnumerable<string>, string> choose)
    {
        JsonObject named = document.DeepClone().AsObject();
        var places =
            from operation in GeneratedDocument.OperationsOf(named)
            from schema in Enumerations(operation.Operation)
            group (Id: operation.Operation["operationId"]!.GetValue<string>(), Schema: schema) by schema.ToJsonString();
        foreach (var same in places.ToArray())
        {
            string name = choose(same.Select(static place => place.Id)) + "Kind";
            foreach ((_, JsonObject schema) in same)
            {
                schema["x-oggen-name"] = name;
            }
        }

        return named;
    }

    private static IEnumerable<JsonObject> Enumerations(JsonNode? node) => node switch
    {
        JsonObject schema when schema["enum"] is not null => [schema],
        JsonObject map => map.SelectMany(static member => Enumerations(member.Value)),
        JsonArray list => list.SelectMany(Enumerations),
        _ => [],
    };

    private static JsonObject Numbered(JsonObject document)
    {
        JsonObject numbered = document.DeepClone().AsObject();
        int number = 0;
        foreach (JsonNode? schema in numbered["components"]!["schemas"]!.AsObject().Select(static component => component.Value))
        {
            foreach (JsonNode? member in (schema!["properties"] as JsonObject ?? []).Select(static property => property.Value)
                .Where(static member => member!["enum"] is not null))
            {
                member!["x-oggen-name"] = "Inline" + (++number);
            }
        }

        return numbered;
    }
}
