using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Docs.Tests.Programs;

namespace OgGen.Docs.Tests;

/// <summary>The table of types, row by row: a required property of the schema has the type in C#.</summary>
[TestClass]
public sealed class TypeTableTests
{
    [TestMethod]
    public void Each_schema_of_the_table_has_the_type_beside_it()
    {
        string[][] rows = [.. Repository.Read("docs/document-to-csharp.md").Rows("Types")];
        string[] members = [.. rows.Select(static (_, index) => $"p{index}")];
        string properties = string.Join("\n", rows.Select((row, index) => $"        p{index}: {Flow(row[0].Trim('`'))}"));
        string document = $"""
            openapi: 3.1.0
            info: {"{"} title: Bookshop, version: '1' {"}"}
            servers: [ {"{"} url: 'https://bookshop.example' {"}"} ]
            paths: {"{}"}
            components:
              schemas:
                Row:
                  type: object
                  required: [{string.Join(", ", members)}]
                  properties:
            {properties}
            """;

        MetadataReference[] references = [.. GeneratedClient.Surroundings, GeneratedClient.Of(document).Reference];
        INamedTypeSymbol type = CSharpCompilation.Create("Types", [], references).GetTypeByMetadataName("Bookshop.Row")!;

        Assert.IsGreaterThan(10, rows.Length);
        foreach ((string[] row, int index) in rows.Select(static (row, index) => (row, index)))
        {
            var property = (IPropertySymbol)type.GetMembers($"P{index}").Single();
            Assert.AreEqual(row[1].Trim('`'), property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), row[0]);
        }
    }

    /// <summary>A schema in one line, as YAML has it.</summary>
    private static string Flow(string schema) => schema == "{}" ? schema : $"{{ {schema} }}";
}
