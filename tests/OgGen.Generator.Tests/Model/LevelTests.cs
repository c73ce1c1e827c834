using System.Globalization;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>Which class inherits from which, in unions by inheritance of several levels, and what is reported.</summary>
[TestClass]
public sealed class LevelTests
{
    private const string Vehicle =
        "Vehicle: { type: object, required: [ kind ], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }";
    private const string Car =
        "Car: { allOf: [ { $ref: '#/components/schemas/Vehicle' }, { type: object, properties: { doors: { type: integer } } } ] }";

    [TestMethod]
    [DataRow("required: [ doors ]", "the member 'doors'")]
    [DataRow("properties: { doors: { type: string } }", "the member 'doors'", DisplayName = "another type")]
    public void A_type_that_has_a_member_otherwise_is_no_class_below_and_that_is_reported(string change, string expected)
    {
        CompiledDocument document = Compile(
            Vehicle, Car, $"Taxi: {{ allOf: [ {{ $ref: '#/components/schemas/Car' }}, {{ type: object, {change} }} ] }}");

        Assert.AreEqual("Vehicle", ((ObjectModel)document.Types["Taxi"]).BaseName);
        DiagnosticInfo report = document.Diagnostics.Single(static one => one.Id == Descriptors.Unsupported);
        StringAssert.StartsWith(report.Arguments[0], $"'Taxi' has {expected} otherwise than 'Car'");
    }

    [TestMethod]
    [DataRow("Vehicle", "Car", "Electric", "Lithium")]
    [DataRow("Lithium", "Electric", "Car", "Vehicle")]
    public void A_type_with_another_discriminator_below_a_class_is_no_class_below_and_that_is_reported(params string[] order)
    {
        var schemas = new Dictionary<string, string>
        {
            ["Vehicle"] = Vehicle,
            ["Car"] = Car,
            ["Electric"] =
                "Electric: { allOf: [ { $ref: '#/components/schemas/Car' }, { type: object, required: [ cell ], properties: { cell: { "
                    + "type: string } } } ], discriminator: { propertyName: cell } }",
            ["Lithium"] = "Lithium: { allOf: [ { $ref: '#/components/schemas/Electric' } ] }",
        };

        CompiledDocument document = Compile([.. order.Select(name => schemas[name])]);

        Assert.AreEqual(("Vehicle", "Electric"), (((UnionModel)document.Types["Electric"]).BaseName, BaseOf(document, "Lithium")));
        DiagnosticInfo report = document.Diagnostics.Single();
        Assert.AreEqual((Descriptors.Unsupported, 6 + Array.IndexOf(order, "Electric")), (report.Id, report.Line));
        Assert.AreEqual(
            "'Electric' has the discriminator 'cell' below 'Car', of which it is made; its classes inherit from 'Vehicle' alone, and "
                + "cannot be used as a 'Car'",
            report.Arguments[0]);
    }

    [TestMethod]
    public void A_type_with_another_discriminator_below_the_union_is_not_reported()
        => Assert.IsEmpty(Compile(
            Vehicle,
            "Electric: { allOf: [ { $ref: '#/components/schemas/Vehicle' }, { type: object, required: [ cell ], properties: { cell: { "
                + "type: string } } } ], discriminator: { propertyName: cell } }",
            "Lithium: { allOf: [ { $ref: '#/components/schemas/Electric' } ] }").Diagnostics);

    [TestMethod]
    public void The_next_type_above_is_the_base_where_the_nearest_cannot_be()
    {
        CompiledDocument document = Compile(
            Vehicle,
            Car,
            "Taxi: { allOf: [ { $ref: '#/components/schemas/Car' }, { type: object, properties: { licence: { type: string } } } ] }",
            "Limousine: { allOf: [ { $ref: '#/components/schemas/Taxi' }, { type: object, required: [ licence ] } ] }");

        Assert.AreEqual(("Vehicle", "Car", "Car"), (BaseOf(document, "Car"), BaseOf(document, "Taxi"), BaseOf(document, "Limousine")));
        Assert.HasCount(1, document.Diagnostics);
    }

    [TestMethod]
    public void A_member_may_be_called_like_a_class_of_the_family()
    {
        CompiledDocument document = Compile(
            Vehicle,
            "Car: { allOf: [ { $ref: '#/components/schemas/Vehicle' }, { type: object, properties: { taxi: { type: string }, car: { type: "
                + "string } } } ] }",
            "Taxi: { allOf: [ { $ref: '#/components/schemas/Car' } ] }");

        Assert.AreEqual("Car", BaseOf(document, "Taxi"));
    }

    [TestMethod]
    public void A_merge_patch_of_a_middle_type_has_three_states_below_it()
    {
        CompiledDocument document = CompiledDocument.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: { /c: { patch: { operationId: p, requestBody: { content: {
                application/merge-patch+json: { schema: { $ref: '#/components/schemas/Car' } } } }, responses: {
                    '204': { description: None. } } } } }
            components:
              schemas:
                {{Vehicle}}
                {{Car}}
                Taxi: { allOf: [ { $ref: '#/components/schemas/Car' }, { type: object, properties: { licence: { type: string } } } ] }
            """);

        Assert.AreEqual("Car", BaseOf(document, "Taxi"));
        Assert.IsTrue(
            ((ObjectModel)document.Types["Taxi"]).Properties.All(static property => property.Access == MemberAccess.OptionalValue));
    }

    [TestMethod]
    public void A_name_that_the_enumeration_does_not_have_is_reported_where_it_stands()
    {
        CompiledDocument document = Compile(
            "Call: { type: object, discriminator: { propertyName: outer }, properties: { outer: { type: string, enum: [ two-way, plain ] } "
                + "} }",
            "TwoWay: { x-discriminator-value: two-way, allOf: [ { $ref: '#/components/schemas/Call' } ] }",
            "Plain: { allOf: [ { $ref: '#/components/schemas/Call' } ] }");

        DiagnosticInfo report = document.Diagnostics.Single();
        Assert.AreEqual((Descriptors.BadDiscriminator, 8), (report.Id, report.Line));
        StringAssert.StartsWith(report.Arguments[0], "Nothing says which value of 'outer' stands for 'Plain'");
    }

    [TestMethod]
    public void Levels_of_Swagger_are_told_by_their_extensions()
    {
        var document = CompiledDocument.Of("""
            swagger: "2.0"
            info: { title: Calls, version: "1" }
            host: calls.example
            schemes: [ https ]
            paths: {}
            definitions:
              Tracker:
                x-ms-discriminator-value: tracker
                allOf: [ { $ref: "#/definitions/TwoWay" }, { type: object, properties: { key: { type: string } } } ]
              Call:
                type: object
                discriminator: outer
                properties: { outer: { type: string, enum: [ two-way, plain ] } }
              TwoWay:
                x-discriminator-value: two-way
                discriminator: inner
                allOf: [ { $ref: "#/definitions/Call" }, { type: object,
                    properties: { inner: { type: string, enum: [ tracker, none ] } } } ]
            """);

        Assert.IsEmpty(document.Diagnostics, string.Join('\n', document.Diagnostics));
        Assert.AreEqual("two-way", ((UnionModel)document.Types["TwoWay"]).Outer!.Value);
        Assert.AreEqual("Call", ((UnionModel)document.Types["TwoWay"]).BaseName);
        Assert.AreEqual("TwoWay", BaseOf(document, "Tracker"));
        CollectionAssert.AreEqual(new[] { "tracker" }, ((UnionModel)document.Types["TwoWay"]).Variants[0].Keys.ToArray());
    }

    [TestMethod]
    [DataRow("Vehicle", "Car", "Taxi")]
    [DataRow("Taxi", "Car", "Vehicle")]
    [DataRow("Car", "Taxi", "Vehicle")]
    public void The_order_of_the_document_does_not_count_and_all_of_it_compiles(params string[] order)
    {
        var schemas = new Dictionary<string, string>
        {
            ["Vehicle"] = Vehicle,
            ["Car"] =
                "Car: { allOf: [ { $ref: '#/components/schemas/Vehicle' }, { type: object, required: [ kind, doors ], properties: { kind: "
                    + "{ type: string, enum: [ car, auto ] }, doors: { type: integer } }, additionalProperties: { type: string } } ] }",
            ["Taxi"] =
                "Taxi: { allOf: [ { $ref: '#/components/schemas/Car' }, { type: object, required: [ licence ], properties: { kind: { type: "
                    + "string, enum: [ taxi, cab ] }, licence: { type: string } } } ] }",
        };

        string text = Text([.. order.Select(name => schemas[name])]);
        _ = GeneratorHarness.Driver([Declared.Of(text)])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);

        Assert.IsEmpty(
            diagnostics.Where(static one => one.Severity >= DiagnosticSeverity.Warning),
            string.Join('\n', diagnostics.Select(static one => one.GetMessage(CultureInfo.InvariantCulture))));
        Assert.AreEqual("", string.Join('\n', output.GetDiagnostics().Where(static one => one.Severity >= DiagnosticSeverity.Warning)));
        var document = CompiledDocument.Of(text);
        Assert.AreEqual(("Vehicle", "Car"), (BaseOf(document, "Car"), BaseOf(document, "Taxi")));
        Assert.IsEmpty(((ObjectModel)document.Types["Taxi"]).Derived);
    }

    private static string BaseOf(CompiledDocument document, string type) => ((ObjectModel)document.Types[type]).BaseName!;

    private static CompiledDocument Compile(params string[] schemas) => CompiledDocument.Of(Text(schemas));

    private static string Text(string[] schemas) => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        servers: [ { url: 'https://a.example.com' } ]
        paths: {}
        components:
          schemas:
            {{string.Join("\n    ", schemas)}}
        """;
}
