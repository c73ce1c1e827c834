using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>
/// A mistake in a long document is an error at its line and column, printed by an ordinary build with the packed generator.
/// </summary>
[TestClass]
public sealed class PlaceTests
{
    private const string Typo = "#/components/schemas/Ordr700";

    [TestMethod]
    public void A_typing_error_in_a_reference_of_a_long_document_is_printed_with_its_line_and_column()
    {
        string folder = Workplace.Create("places");
        string yaml = Yaml();
        string json = Json();
        Folders.Write(folder, "long.yaml", yaml);
        Folders.Write(folder, "long.json", json);
        Folders.Write(folder, "Places.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="OgGen" Version="{PackedFeed.Version}" />
                <OpenApiSpec Include="long.yaml" Namespace="LongYaml" />
                <OpenApiSpec Include="long.json" Namespace="LongJson" />
              </ItemGroup>
            </Project>
            """);

        DotNet run = DotNet.Run(folder, "build", "--verbosity", "quiet");

        Assert.AreNotEqual(0, run.ExitCode, run.Output);
        AssertPrinted(run, Path.Combine(folder, "long.yaml"), yaml, "$ref:");
        AssertPrinted(run, Path.Combine(folder, "long.json"), json, "\"$ref\":");

        // Those two, and nothing that follows from them.
        Assert.HasCount(
            2, Regex.Matches(run.Output, ": error ").Select(match => Line(run.Output, match.Index)).Distinct().ToArray(), run.Output);
    }

    private static void AssertPrinted(DotNet run, string file, string document, string key)
    {
        Assert.IsGreaterThan(3_000, document.Count(static c => c == '\n'));
        int typo = document.IndexOf(Typo, StringComparison.Ordinal);
        int line = document.AsSpan(0, typo).Count('\n') + 1;
        int column = document.LastIndexOf(key, typo, StringComparison.Ordinal) - document.LastIndexOf('\n', typo);

        Assert.Contains($"{file}({line},{column}): error OGG003: ", run.Output);
        Assert.Contains(Typo, run.Output);
    }

    private static string Line(string text, int index) => text[(text.LastIndexOf('\n', index) + 1)..text.IndexOf('\n', index)];

    /// <summary>Schemas that refer to each other, one of them wrongly.</summary>
    private static string Yaml()
    {
        var text = new StringBuilder("""
            openapi: 3.0.3
            info: { title: Long, version: '1' }
            paths: {}
            components:
              schemas:

            """);
        for (int i = 0; i < 1_000; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"    Order{i}:\n      type: object\n      properties:\n        next: {{ $ref: '{Target(i)}' }}\n");
        }

        return text.ToString();
    }

    private static string Json()
    {
        var text = new StringBuilder(
            "{ \"openapi\": \"3.0.3\", \"info\": { \"title\": \"Long\", \"version\": \"1\" }, \"paths\": {}, \"components\": { "
                + "\"schemas\": {\n");
        for (int i = 0; i < 1_000; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  \"Order{i}\": {{\n    \"type\": \"object\",\n    \"properties\": {{ \"next\": {{ \"$ref\": \"{Target(i)}\" }} }}\n  "
                    + $"}}{(i < 999 ? "," : "")}\n");
        }

        return text.Append("} } }\n").ToString();
    }

    private static string Target(int i) => i == 699 ? Typo : $"#/components/schemas/Order{(i + 1) % 1_000}";
}
