using System.Globalization;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>A class has one base: which union has a variant, and what becomes of the others.</summary>
[TestClass]
public sealed class UnionTests
{
    private const string Variants = """
        A: { type: object, properties: { kind: { type: string }, sort: { type: string } } }
        B: { type: object, properties: { kind: { type: string }, sort: { type: string } } }
        C: { type: object, properties: { kind: { type: string }, sort: { type: string } } }
        """;

    private const string Base = """
        Animal:
          type: object
          required: [kind, name]
          discriminator: { propertyName: kind }
          properties: { kind: { type: string }, name: { type: string }, legs: { type: integer } }
        """;

    [TestMethod]
    public void A_variant_that_an_inner_union_has_as_well_makes_the_outer_one_untagged()
    {
        CompiledDocument document = Compile(Union("Outer", "A", "Inner"), Union("Inner", "A", "B"), Variants);

        Assert.IsInstanceOfType<UnionModel>(document.Types["Inner"]);
        Assert.AreEqual("Inner", Class(document, "A").BaseName);
        Assert.IsInstanceOfType<UntaggedUnionModel>(document.Types["Outer"]);
    }

    [TestMethod]
    public void The_first_union_that_names_a_variant_has_it()
    {
        CompiledDocument document = Compile(Union("First", "A", "B"), Union("Second", "B", "C"), Variants);

        Assert.AreEqual("First", Class(document, "B").BaseName);
        Assert.IsInstanceOfType<UntaggedUnionModel>(document.Types["Second"]);
        Assert.IsNull(Class(document, "C").BaseName);
    }

    [TestMethod]
    public void A_union_may_be_a_variant_of_a_union()
    {
        CompiledDocument document = Compile(Union("Outer", "A", "Inner"), Union("Inner", "B", "C", discriminator: "sort"), Variants);

        Assert.AreEqual("Outer", ((UnionModel)document.Types["Inner"]).BaseName);
        Assert.AreEqual("Inner", ((UnionModel)document.Types["Inner"]).Unknown.BaseName);
        Assert.AreEqual("Inner", Class(document, "C").BaseName);
    }

    [TestMethod]
    public void An_inner_union_with_the_same_discriminator_makes_the_outer_one_untagged_with_the_values_of_both()
    {
        CompiledDocument document = Compile(Union("Outer", "A", "Inner"), Union("Inner", "B", "C"), Variants);

        CollectionAssert.AreEqual(new[] { "kind: A", "kind: B, C" }, ConstantsOf(document, "Outer"));
    }

    [TestMethod]
    [DataRow("wings: { type: integer }", null)]
    [DataRow("wings: { type: integer }", "wings: { type: integer }")]
    public void A_base_has_its_own_members_and_none_that_its_derived_types_happen_to_share(string one, string? other)
    {
        CompiledDocument document = Compile(Base, Derived("Bird", one), other is null ? "" : Derived("Bat", other));

        var animal = (UnionModel)document.Types["Animal"];
        CollectionAssert.AreEqual(new[] { "name", "legs" }, animal.Properties.Select(static member => member.JsonName).ToArray());
        Assert.AreEqual(MemberAccess.Required, animal.Properties[0].Access);
        Assert.AreEqual(MemberAccess.Optional, animal.Properties[1].Access);
        CollectionAssert.AreEqual(new[] { "wings" }, OwnMembersOf(document, "Bird"));
    }

    [TestMethod]
    public void A_member_that_a_derived_type_redefines_belongs_to_each_derived_type()
    {
        CompiledDocument document = Compile(
            Base, Derived("Bird", "legs: { type: integer, format: int32 }"), Derived("Bat", "wings: { type: integer }"));

        Assert.DoesNotContain("legs", ((UnionModel)document.Types["Animal"]).Properties.Select(static member => member.JsonName));
        Assert.AreEqual("Int32", document.TypeOf("Bird", "legs"));
        Assert.AreEqual("Int64", document.TypeOf("Bat", "legs"));
        Assert.Contains("legs", OwnMembersOf(document, "Bird"));
        Assert.Contains("legs", OwnMembersOf(document, "Bat"));
    }

    [TestMethod]
    public void A_member_that_a_base_requires_and_only_its_derived_type_describes_is_the_base_s_too()
    {
        string noisy = Base.Replace("required: [kind, name]", "required: [kind, name, sound]", StringComparison.Ordinal);

        CompiledDocument document = Compile(noisy, Derived("Bird", "sound: { type: string }"));

        PropertyModel sound = ((UnionModel)document.Types["Animal"]).Properties.Single(static member => member.JsonName == "sound");
        Assert.AreEqual(MemberAccess.Required, sound.Access);
        Assert.AreEqual("String", CompiledDocument.NameOf(sound.Type));
    }

    [TestMethod]
    public void A_base_with_a_number_is_an_untagged_union_of_those_whose_number_is_in_the_document()
    {
        CompiledDocument known = Compile(
            Numbered, Derived("Bird", "kind: { type: integer, enum: [1] }"), Derived("Bat", "wings: { type: integer }"));
        CompiledDocument unknown = Compile(Numbered, Derived("Bat", "wings: { type: integer }"));

        CollectionAssert.AreEqual(
            new[] { "Bird", "Bat" }, Cases(known, "Animal").Select(static one => CompiledDocument.NameOf(one.Type)).Take(2).ToArray());
        CollectionAssert.Contains(ConstantsOf(known, "Animal"), "kind: 1");
        Assert.IsInstanceOfType<ObjectModel>(unknown.Types["Animal"]);
    }

    [TestMethod]
    public void A_merge_patch_of_such_a_base_has_optional_values_in_its_derived_types()
    {
        const string Paths = """
            paths:
              /animals:
                patch:
                  operationId: change
                  requestBody: { content: { application/merge-patch+json: { schema: { $ref: '#/components/schemas/Animal' } } } }
                  responses: { '204': { description: Done. } }
            """;

        CompiledDocument document = Compile(Paths, 0, Numbered, Derived("Bird", "kind: { type: integer, enum: [1] }"));

        Assert.AreEqual(
            MemberAccess.OptionalValue, Class(document, "Bird").Properties.Single(static member => member.JsonName == "legs").Access);
    }

    [TestMethod]
    public void A_base_with_a_number_is_no_class_of_a_union_above_it()
    {
        string sorted = Base
            .Replace(
                "properties: { kind: { type: string }",
                "properties: { kind: { type: string }, sort: { type: integer }",
                StringComparison.Ordinal)
            .Replace("propertyName: kind", "propertyName: sort", StringComparison.Ordinal);

        CompiledDocument document = Compile(
            Union("Outer", "A", "Animal"), Variants, sorted, Derived("Bird", "sort: { type: integer, enum: [1] }"));

        Assert.IsInstanceOfType<UntaggedUnionModel>(document.Types["Outer"]);
        Assert.IsInstanceOfType<UntaggedUnionModel>(document.Types["Animal"]);
    }

    [TestMethod]
    public void Alternatives_of_which_there_is_one_are_that_one_and_nothing_stands_above_it()
    {
        CompiledDocument document = Compile(
            Union("Only", "A"), Variants, "Holder: { type: object, properties: { only: { $ref: '#/components/schemas/Only' } } }");

        Assert.DoesNotContain("Only", document.TypeNames);
        Assert.AreEqual("A", document.TypeOf("Holder", "only"));
        Assert.IsNull(Class(document, "A").BaseName);
    }

    [TestMethod]
    public void An_untagged_union_within_another_one_has_the_kinds_of_its_alternatives()
    {
        const string Unions = """
            Outer:
              oneOf:
                - { $ref: '#/components/schemas/Scalar' }
                - { $ref: '#/components/schemas/Animal' }
                - { $ref: '#/components/schemas/Ring' }
                - { type: array, items: {} }
            Scalar: { anyOf: [{ type: boolean }, { type: integer }] }
            Ring: { anyOf: [{ type: string }, { $ref: '#/components/schemas/Back' }] }
            Back: { anyOf: [{ type: boolean }, { $ref: '#/components/schemas/Ring' }] }
            """;

        CompiledDocument document = Compile(
            "paths: {}", cycles: 2, Unions, Numbered, Derived("Bird", "kind: { type: integer, enum: [1] }"));

        CollectionAssert.AreEqual(
            new[] { JsonKinds.Number | JsonKinds.Boolean, JsonKinds.Object, JsonKinds.String | JsonKinds.Boolean, JsonKinds.Array },
            Cases(document, "Outer").Select(static one => one.Kinds).ToArray());
    }

    [TestMethod]
    public void Untagged_unions_that_are_nothing_but_each_other_have_no_kind()
    {
        const string Unions = """
            S: { oneOf: [{ $ref: '#/components/schemas/S2' }, { $ref: '#/components/schemas/T' }] }
            S2: { oneOf: [{ $ref: '#/components/schemas/S' }, { $ref: '#/components/schemas/T' }] }
            T: { oneOf: [{ $ref: '#/components/schemas/S' }, { $ref: '#/components/schemas/S2' }] }
            """;

        CompiledDocument document = Compile("paths: {}", cycles: 6, Unions);

        foreach (string name in new[] { "S", "S2", "T" })
        {
            CollectionAssert.AreEqual(
                new[] { JsonKinds.None, JsonKinds.None }, Cases(document, name).Select(static one => one.Kinds).ToArray(), name);
        }
    }

    [TestMethod]
    public void Unions_that_name_each_other_end_and_compile()
        => Compile("paths: {}", cycles: 2, Union("One", "A", "Two"), Union("Two", "B", "One"), Variants);

    /// <summary>A variant with one value, one with several of its own, and one with several among those of the base.</summary>
    [TestMethod]
    public void A_discriminator_that_an_enumeration_types_has_that_type_in_every_class()
    {
        const string Typed = """
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
            Dog: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object,
                properties: { kind: { type: string, enum: [dog, hound] } } }] }
            Bird: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { wings: { type: integer } } }] }
            """;

        CompiledDocument document = Compile(Typed);

        var animal = (UnionModel)document.Types["Animal"];
        Assert.AreEqual(("Kind", "AnimalKind"), (animal.Discriminator.Name, animal.Discriminator.EnumName));
        Assert.AreEqual("AnimalKind", animal.Unknown.OpenDiscriminator?.EnumName);
        Assert.AreEqual(new FixedDiscriminator("Kind", "kind", "cat", "AnimalKind"), Class(document, "Cat").FixedDiscriminators.Single());
        Assert.IsNull(Class(document, "Cat").OpenDiscriminator);
        foreach (ObjectModel several in new[] { Class(document, "Dog"), Class(document, "Bird") })
        {
            Assert.IsEmpty(several.FixedDiscriminators, several.Name);
            Assert.AreEqual(("Kind", "AnimalKind"), (several.OpenDiscriminator?.Name, several.OpenDiscriminator?.EnumName), several.Name);
        }
    }

    private static string Numbered => Base.Replace("kind: { type: string }", "kind: { type: integer }", StringComparison.Ordinal);

    private static string Derived(string name, string member)
        => $"{name}: {{ allOf: [{{ $ref: '#/components/schemas/Animal' }}, {{ type: object, properties: {{ {member} }} }}] }}";

    private static string Union(string name, string first, string? second = null, string discriminator = "kind")
    {
        IEnumerable<string> variants = new[] { first, second }.OfType<string>()
            .Select(static variant => $"{{ $ref: '#/components/schemas/{variant}' }}");
        return $"{name}: {{ oneOf: [{string.Join(", ", variants)}], discriminator: {{ propertyName: {discriminator} }} }}";
    }

    private static ObjectModel Class(CompiledDocument document, string name) => (ObjectModel)document.Types[name];

    private static EquatableArray<UntaggedUnionCase> Cases(CompiledDocument document, string name)
        => ((UntaggedUnionModel)document.Types[name]).Cases;

    private static string[] ConstantsOf(CompiledDocument document, string name)
        =>
        [
            .. Cases(document, name).SelectMany(static one => one.Constants)
                .Select(static constant => $"{constant.JsonName}: {string.Join(", ", constant.Values)}"),
        ];

    private static string[] OwnMembersOf(CompiledDocument document, string name)
        => [.. Class(document, name).Properties.Where(static member => !member.IsInherited).Select(static member => member.JsonName)];

    private static CompiledDocument Compile(params string[] schemas) => Compile("paths: {}", 0, schemas);

    /// <summary>The model of a document with these schemas. Its code compiles without a warning.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="cycles">The number of schemas that lead back to themselves through unions alone, each reported as a warning.</param>
    /// <param name="schemas">The component schemas.</param>
    private static CompiledDocument Compile(string paths, int cycles, params string[] schemas)
    {
        string text = Document(paths, schemas);
        _ = GeneratorHarness.Driver([Declared.Of(text)])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);
        Diagnostic[] warnings = [.. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        Assert.HasCount(cycles, warnings, string.Join('\n', warnings.AsEnumerable()));
        Assert.IsTrue(Array.TrueForAll(
            warnings,
            static warning => warning.GetMessage(CultureInfo.InvariantCulture).Contains("leads back to", StringComparison.Ordinal)));
        Assert.AreEqual(
            "", string.Join('\n', output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
        return CompiledDocument.Of(text);
    }

    private static string Document(string paths, params string[] schemas) => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        {{paths}}
        components:
          schemas:
            {{string.Join("\n", schemas).Replace("\n", "\n    ", StringComparison.Ordinal)}}
        """;
}
