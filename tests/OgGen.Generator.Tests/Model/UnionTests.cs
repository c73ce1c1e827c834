using System.Globalization;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>A class has one base: which union has a variant, and what becomes of the others.</summary>
[TestClass]
public sealed class UnionTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";
    private const string Variants = "    A: { type: object, properties: { kind: { type: string }, sort: { type: string } } }\n    B: { type: object, properties: { kind: { type: string }, sort: { type: string } } }\n    C: { type: object, properties: { kind: { type: string }, sort: { type: string } } }\n";

    private const string Base = "    Animal: { type: object, required: [kind, name], discriminator: { propertyName: kind }, properties: { kind: { type: string }, name: { type: string }, legs: { type: integer } } }\n";

    [TestMethod]
    public void A_variant_that_an_inner_union_has_as_well_makes_the_outer_one_a_choice()
    {
        IReadOnlyDictionary<string, string> files = Generate(Union("Outer", "A", "Inner") + Union("Inner", "A", "B") + Variants);

        Assert.Contains("abstract partial class Inner ", files["Sample.Inner.g.cs"]);
        Assert.Contains("partial class A : Inner", files["Sample.A.g.cs"]);
        Assert.Contains("class Outer : json::ApiChoice", files["Sample.Outer.g.cs"]);
    }

    [TestMethod]
    public void The_first_union_that_names_a_variant_has_it()
    {
        IReadOnlyDictionary<string, string> files = Generate(Union("First", "A", "B") + Union("Second", "B", "C") + Variants);

        Assert.Contains("partial class B : First", files["Sample.B.g.cs"]);
        Assert.Contains("class Second : json::ApiChoice", files["Sample.Second.g.cs"]);
        Assert.Contains("partial class C : json::ApiModel", files["Sample.C.g.cs"]);
    }

    [TestMethod]
    public void A_union_may_be_a_variant_of_a_union()
    {
        IReadOnlyDictionary<string, string> files = Generate(Union("Outer", "A", "Inner") + Union("Inner", "B", "C").Replace("propertyName: kind", "propertyName: sort", StringComparison.Ordinal) + Variants);

        Assert.Contains("abstract partial class Inner : Outer", files["Sample.Inner.g.cs"]);
        Assert.Contains("class UnknownInner : Inner", files["Sample.Inner.g.cs"]);
        Assert.Contains("partial class C : Inner", files["Sample.C.g.cs"]);
    }

    [TestMethod]
    public void An_inner_union_with_the_same_discriminator_makes_the_outer_one_a_choice_by_the_values_of_both()
    {
        string outer = Generate(Union("Outer", "A", "Inner") + Union("Inner", "B", "C") + Variants)["Sample.Outer.g.cs"];

        Assert.Contains("class Outer : json::ApiChoice", outer);
        Assert.Contains("Constants = [new(\"kind\", [\"A\"])]", outer);
        Assert.Contains("Constants = [new(\"kind\", [\"B\", \"C\"])]", outer);
    }

    [TestMethod]
    [DataRow("wings: { type: integer }", null)]
    [DataRow("wings: { type: integer }", "wings: { type: integer }")]
    public void A_base_has_its_own_members_and_none_that_its_heirs_happen_to_share(string one, string? other)
    {
        IReadOnlyDictionary<string, string> files = Generate(Base + Heir("Bird", one) + (other is null ? "" : Heir("Bat", other)));

        Assert.Contains("public required string Name { get; set; }", files["Sample.Animal.g.cs"]);
        Assert.Contains("public long? Legs { get; set; }", files["Sample.Animal.g.cs"]);
        Assert.DoesNotContain("Wings", files["Sample.Animal.g.cs"]);
        Assert.Contains("public long? Wings { get; set; }", files["Sample.Bird.g.cs"]);
        Assert.DoesNotContain("public long? Legs", files["Sample.Bird.g.cs"]);
    }

    [TestMethod]
    public void A_member_that_an_heir_has_otherwise_is_each_heir_s_own()
    {
        IReadOnlyDictionary<string, string> files = Generate(Base + Heir("Bird", "legs: { type: integer, format: int32 }") + Heir("Bat", "wings: { type: integer }"));

        Assert.DoesNotContain("Legs", files["Sample.Animal.g.cs"]);
        Assert.Contains("public int? Legs { get; set; }", files["Sample.Bird.g.cs"]);
        Assert.Contains("public long? Legs { get; set; }", files["Sample.Bat.g.cs"]);
    }

    [TestMethod]
    public void A_member_that_a_base_requires_and_only_its_heir_describes_is_the_base_s_too()
        => Assert.Contains("public required string Sound { get; set; }", Generate(Base.Replace("required: [kind, name]", "required: [kind, name, sound]", StringComparison.Ordinal) + Heir("Bird", "sound: { type: string }"))["Sample.Animal.g.cs"]);

    [TestMethod]
    public void A_base_with_a_number_is_a_choice_of_those_whose_number_the_document_says()
    {
        string numbered = Base.Replace("kind: { type: string }", "kind: { type: integer }", StringComparison.Ordinal);
        IReadOnlyDictionary<string, string> told = Generate(numbered + Heir("Bird", "kind: { type: integer, enum: [1] }") + Heir("Bat", "wings: { type: integer }"));
        IReadOnlyDictionary<string, string> untold = Generate(numbered + Heir("Bat", "wings: { type: integer }"));

        Assert.Contains("class Animal : json::ApiChoice", told["Sample.Animal.g.cs"]);
        Assert.Contains("implicit operator Animal(Bat value)", told["Sample.Animal.g.cs"]);
        Assert.Contains("Constants = [new(\"kind\", [\"1\"])]", told["Sample.Animal.g.cs"]);
        Assert.Contains("sealed partial class Animal : json::ApiModel", untold["Sample.Animal.g.cs"]);
    }

    [TestMethod]
    public void A_merge_patch_of_such_a_base_has_three_states_in_its_heirs()
    {
        string numbered = Base.Replace("kind: { type: string }", "kind: { type: integer }", StringComparison.Ordinal);
        const string patch = "paths: { /animals: { patch: { operationId: change, requestBody: { content: { application/merge-patch+json: { schema: { $ref: '#/components/schemas/Animal' } } } }, responses: { '204': { description: Done. } } } } }";

        IReadOnlyDictionary<string, string> files = Generate(numbered + Heir("Bird", "kind: { type: integer, enum: [1] }"), patch);

        Assert.Contains("public api::Optional<long> Legs { get; set; }", files["Sample.Bird.g.cs"]);
    }

    [TestMethod]
    public void A_base_with_a_number_is_no_class_of_a_union_above_it()
    {
        IReadOnlyDictionary<string, string> files = Generate(
            Union("Outer", "A", "Animal") + Variants + Base.Replace("properties: { kind: { type: string }", "properties: { kind: { type: string }, sort: { type: integer }", StringComparison.Ordinal).Replace("propertyName: kind", "propertyName: sort", StringComparison.Ordinal)
            + Heir("Bird", "sort: { type: integer, enum: [1] }"));

        Assert.Contains("class Outer : json::ApiChoice", files["Sample.Outer.g.cs"]);
        Assert.Contains("class Animal : json::ApiChoice", files["Sample.Animal.g.cs"]);
    }

    [TestMethod]
    public void Alternatives_of_which_there_is_one_are_that_one_and_nothing_stands_above_it()
    {
        IReadOnlyDictionary<string, string> files = Generate(Union("Only", "A") + Variants + "    Holder: { type: object, properties: { only: { $ref: '#/components/schemas/Only' } } }\n");

        Assert.DoesNotContain("Sample.Only.g.cs", files.Keys);
        Assert.Contains("public A? Only { get; set; }", files["Sample.Holder.g.cs"]);
    }

    [TestMethod]
    public void A_choice_within_a_choice_begins_like_what_it_may_be()
    {
        string file = GenerateCycles(
            "    Outer: { oneOf: [{ $ref: '#/components/schemas/Scalar' }, { $ref: '#/components/schemas/Animal' }, { $ref: '#/components/schemas/Ring' }, { type: array, items: {} }] }\n"
            + "    Scalar: { anyOf: [{ type: boolean }, { type: integer }] }\n"
            + "    Ring: { anyOf: [{ type: string }, { $ref: '#/components/schemas/Back' }] }\n"
            + "    Back: { anyOf: [{ type: boolean }, { $ref: '#/components/schemas/Ring' }] }\n"
            + Base.Replace("kind: { type: string }", "kind: { type: integer }", StringComparison.Ordinal) + Heir("Bird", "kind: { type: integer, enum: [1] }"), cycles: 2)["Sample.Outer.g.cs"];

        Assert.Contains(
            "        new(gen::JsonKinds.Number | gen::JsonKinds.Boolean),\n        new(gen::JsonKinds.Object),\n        new(gen::JsonKinds.String | gen::JsonKinds.Boolean),\n        new(gen::JsonKinds.Array),\n",
            file);
    }

    [TestMethod]
    public void Choices_that_are_nothing_but_each_other_begin_like_no_value()
    {
        IReadOnlyDictionary<string, string> files = GenerateCycles(
            "    S: { oneOf: [{ $ref: '#/components/schemas/S2' }, { $ref: '#/components/schemas/T' }] }\n    S2: { oneOf: [{ $ref: '#/components/schemas/S' }, { $ref: '#/components/schemas/T' }] }\n"
            + "    T: { oneOf: [{ $ref: '#/components/schemas/S' }, { $ref: '#/components/schemas/S2' }] }\n",
            cycles: 6);

        Assert.IsTrue(new[] { "S", "S2", "T" }.All(name => files[$"Sample.{name}.g.cs"].Contains("        new(gen::JsonKinds.None),\n        new(gen::JsonKinds.None),\n", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Unions_that_name_each_other_end_and_compile()
        => GenerateCycles(Union("One", "A", "Two") + Union("Two", "B", "One") + Variants, cycles: 2);

    /// <summary>A variant with one value, one with several of its own, and one with several among those of the base.</summary>
    [TestMethod]
    public void A_discriminator_that_an_enumeration_types_has_that_type_in_every_class()
    {
        IReadOnlyDictionary<string, string> files = Generate("""
                Animal:
                  type: object
                  required: [kind]
                  discriminator:
                    propertyName: kind
                    mapping:
                      cat: '#/components/schemas/Cat'
                      dog: '#/components/schemas/Dog'
                      hound: '#/components/schemas/Dog'
                      finch: '#/components/schemas/Bird'
                      robin: '#/components/schemas/Bird'
                  properties: { kind: { type: string, enum: [cat, dog, hound, finch, robin, fish] } }
                Cat: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { kind: { type: string, enum: [cat] } } }] }
                Dog: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { kind: { type: string, enum: [dog, hound] } } }] }
                Bird: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { wings: { type: integer } } }] }

            """);

        Assert.Contains("public abstract AnimalKind Kind { get; }", files["Sample.Animal.g.cs"]);
        Assert.Contains("public UnknownAnimal(AnimalKind kind)", files["Sample.Animal.g.cs"]);
        Assert.Contains("public sealed override AnimalKind Kind => \"cat\";", files["Sample.Cat.g.cs"]);
        foreach (string several in new[] { "Dog", "Bird" })
        {
            Assert.Contains($"public {several}(AnimalKind kind)", files[$"Sample.{several}.g.cs"]);
            Assert.Contains("public override AnimalKind Kind => _discriminator ?? \"\";", files[$"Sample.{several}.g.cs"]);
        }
    }

    private static string Heir(string name, string member)
        => $"    {name}: {{ allOf: [{{ $ref: '#/components/schemas/Animal' }}, {{ type: object, properties: {{ {member} }} }}] }}\n";

    private static string Union(string name, params string[] variants)
        => $"    {name}: {{ oneOf: [{string.Join(", ", variants.Select(static variant => $"{{ $ref: '#/components/schemas/{variant}' }}"))}], discriminator: {{ propertyName: kind }} }}\n";

    /// <summary>The files of schemas of which some lead back to themselves by way of unions alone, each reported as a warning.</summary>
    private static IReadOnlyDictionary<string, string> GenerateCycles(string schemas, int cycles) => Generate(schemas, "paths: {}", cycles);

    private static IReadOnlyDictionary<string, string> Generate(string schemas, string paths = "paths: {}", int cycles = 0)
    {
        GeneratorDriver driver = GeneratorHarness.Driver([Declared.Of(Head.Replace("paths: {}", paths, StringComparison.Ordinal) + schemas)]).RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);
        Diagnostic[] warnings = [.. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        Assert.HasCount(cycles, warnings, string.Join('\n', warnings.AsEnumerable()));
        Assert.IsTrue(Array.TrueForAll(warnings, static warning => warning.GetMessage(CultureInfo.InvariantCulture).Contains("leads back to", StringComparison.Ordinal)));
        Assert.AreEqual("", string.Join('\n', output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
        return new GeneratorRun(driver).Files;
    }
}
