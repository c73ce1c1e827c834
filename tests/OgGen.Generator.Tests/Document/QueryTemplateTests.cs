using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;
using static OgGen.Generator.Tests.Document.References.Given;

namespace OgGen.Generator.Tests.Document;

/// <summary>A template of a query in a path is no part of the path: its variables are parameters of the query.</summary>
[TestClass]
public sealed class QueryTemplateTests
{
    private const string Swagger = """
        swagger: '2.0'
        info: { title: T, version: '1' }
        host: fox.example
        paths:

        """;
    private const string Parameters = "[ { name: name, in: query, type: string }, { name: page, in: query, type: integer } ]";

    [TestMethod]
    [DataRow("/people{?name,page}")]
    [DataRow("/people{?name}{&page}")]
    [DataRow("/people{?page*,name}")]
    public void Declared_parameters_are_those_of_the_query(string path)
    {
        GeneratorRun run = Compiled(Root(Swagger + $$"""
              '{{path}}':
                get:
                  operationId: listPeople
                  parameters: {{Parameters}}
                  responses: { 204: { description: None. } }

            """));

        string client = run.Files["Sample.DefaultClient.g.cs"];
        Assert.Contains("ListPeopleAsync(string? name = null, long? page = null,", client);
        Assert.Contains("\"/people\"", client);
    }

    [TestMethod]
    public void Variables_of_the_path_stay_where_they_are()
    {
        GeneratorRun run = Compiled(Root(Head + """
            paths:
              /people/{id}{?name}:
                get:
                  operationId: getPerson
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: integer } }
                    - { name: name, in: query, schema: { type: string } }
                  responses: { '204': { description: None. } }
            """));

        Assert.Contains("GetPersonAsync(long id, string? name = null,", run.Files["Sample.DefaultClient.g.cs"]);
    }

    [TestMethod]
    [DataRow(Swagger)]
    [DataRow(Head + "paths:\n")]
    public void A_variable_that_is_not_declared_is_an_optional_string_and_a_warning_at_the_path(string head)
    {
        GeneratorRun run = Run(Root(head + """
              '/people{?name}':
                get:
                  operationId: listPeople
                  responses: { 204: { description: None. } }
            """));

        int line = head.Count(static c => c == '\n') + 1;
        Assert.StartsWith(
            $"/spec/api.yaml({line},3): warning {Descriptors.Invalid}: The query of the path has a variable 'name'",
            run.Diagnostics.Single().ToString());
        Assert.Contains("ListPeopleAsync(string? name = null,", run.Files["Sample.DefaultClient.g.cs"]);
    }

    [TestMethod]
    public void Paths_that_differ_in_the_query_alone_are_operations_of_one_path()
    {
        GeneratorRun run = Compiled(Root(Swagger + """
              /people:
                get:
                  operationId: allPeople
                  responses: { 204: { description: None. } }
              '/people{?name}':
                get:
                  operationId: somePeople
                  parameters: [ { name: name, in: query, type: string } ]
                  responses: { 204: { description: None. } }
              '/people{?page}':
                get:
                  operationId: peoplePage
                  parameters: [ { name: page, in: query, type: integer } ]
                  responses: { 204: { description: None. } }
            """));

        string client = run.Files["Sample.DefaultClient.g.cs"];
        Assert.Contains("AllPeopleAsync(CancellationToken", client);
        Assert.Contains("SomePeopleAsync(string? name = null,", client);
        Assert.Contains("PeoplePageAsync(long? page = null,", client);
    }

    [TestMethod]
    public void What_is_reported_in_such_a_path_stands_at_its_place()
    {
        GeneratorRun run = Run(Root(Swagger + """
              '/people{?name}':
                get:
                  operationId: listPeople
                  parameters:
                    - { name: name, in: query, type: integer, default: x }
                  responses: { 204: { description: None. } }
            """));

        Assert.StartsWith($"/spec/api.yaml(9,51): warning {Descriptors.BadDefault}", run.Diagnostics.Single().ToString());
    }
}
