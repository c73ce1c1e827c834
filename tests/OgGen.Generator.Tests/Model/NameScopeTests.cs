using FsCheck;
using FsCheck.Fluent;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Tests.Model;

/// <summary>A scope gives a name away once.</summary>
[TestClass]
public sealed class NameScopeTests
{
    private static readonly Arbitrary<string[]> s_names = Arb.From(
        Gen.Elements("A", "a", "A1", "A2", "A_2", "A12", "AModel", "AModel2", "B", "Known").ArrayOf());

    [TestMethod]
    public void No_two_names_are_the_same_whatever_is_asked_for()
        => Check.QuickThrowOnFailure(Prop.ForAll(s_names, static names => Taken(new NameScope(["Known"]), names) is var taken
            && taken.Distinct(StringComparer.Ordinal).Count() == names.Length && !taken.Contains("Known")));

    [TestMethod]
    public void No_two_names_differ_in_case_alone_where_that_is_asked_for()
        => Check.QuickThrowOnFailure(Prop.ForAll(
            s_names,
            static names => Taken(new NameScope(["known"], ignoreCase: true), names) is var taken
                && taken.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length && !taken.Contains("Known")));

    [TestMethod]
    public void The_property_refutes_a_scope_that_only_counts()
        => Assert.Throws<Exception>(() => Check.QuickThrowOnFailure(Prop.ForAll(s_names, static names =>
        {
            var counts = new Dictionary<string, int>();
            string[] taken =
            [
                .. names.Select(name => (counts[name] = counts.GetValueOrDefault(name) + 1) == 1 ? name : name + counts[name]),
            ];
            return taken.Distinct().Count() == names.Length;
        })));

    [TestMethod]
    public void The_first_one_gets_the_name_the_second_the_suffix_and_later_ones_a_number()
    {
        var scope = new NameScope(["Known"]);

        CollectionAssert.AreEqual(
            new[] { "Pet", "PetModel", "PetModel2", "Item1", "Item1_2", "Known2" },
            new[]
            {
                scope.Assign("Pet", "Model"),
                scope.Assign("Pet", "Model"),
                scope.Assign("Pet", "Model"),
                scope.Assign("Item1"),
                scope.Assign("Item1"),
                scope.Assign("Known"),
            });
    }

    private static string[] Taken(NameScope scope, string[] names) => [.. names.Select(name => scope.Assign(name, "Model"))];
}
