using System.Reflection;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests;

/// <summary>The list of hostile cases, 97 of them, and what has to come of each.</summary>
[TestClass]
public sealed class CaseListTests
{
    /// <summary>
    /// From S01 on: the outcomes that a case has to have tests of. Behind a stroke, outcomes that its variations may have as well; one
    /// stands there alone where the list leaves the choice.
    /// </summary>
    private const string List = """
        R R E E E E E E E E
        E R R R |DE D E E D|E D
        D E |DE DE D D D D|E R D
        D|E DE R |DE D|E E DE DE D|E R|E
        R R E R R R E R R |ER
        R E E E E E D|E E|R DE D
        D|E DE E D|F D D D E F F
        F F D|EF E D F|E D DE D D
        D F E R|D F|E F E D E E
        E |DE |DE E E E E
        """;

    private static readonly string[] s_demanded = List.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    [TestMethod]
    public void Each_case_has_tests_of_its_outcomes_and_of_no_other()
    {
        ILookup<int, char> tested = Tests().ToLookup(static test => CaseName.Of(test)!.Number, static test => CaseName.Of(test)!.Outcome);

        Assert.HasCount(97, s_demanded);
        Assert.IsEmpty(s_demanded.Select((demanded, i) => Fault(i + 1, demanded, tested[i + 1])).OfType<string>());
    }

    [TestMethod]
    public void A_case_without_a_test_or_with_another_outcome_is_found()
    {
        Assert.IsNotNull(Fault(1, "R", []));
        Assert.IsNotNull(Fault(1, "R", "RE"));
        Assert.IsNotNull(Fault(1, "DE", "D"));
        Assert.IsNotNull(Fault(1, "D|E", "E"));
        Assert.IsNotNull(Fault(1, "|DE", ""));
        Assert.IsNull(Fault(1, "D|E", "DE"));
        Assert.IsNull(Fault(1, "|DE", "E"));
    }

    [TestMethod]
    public void Each_case_is_judged_by_what_comes_of_it()
        => Assert.IsEmpty(
            Tests()
                .Where(static test => !test.DeclaringType!.IsSubclassOf(typeof(HostileCases)) && CaseName.Of(test)!.Number != 94)
                .Select(static test => test.Name));

    private static string? Fault(int number, string demanded, IEnumerable<char> tested)
    {
        string[] outcomes = demanded.Split('|');
        char[] missing = [.. outcomes[0].Except(tested)];
        char[] surplus = [.. tested.Except(demanded)];
        return missing.Length > 0 || surplus.Length > 0 || !tested.Any()
            ? $"S{number:00}: {demanded}, tested are {string.Concat(tested.Distinct())}"
            : null;
    }

    private static IEnumerable<MethodInfo> Tests()
        => typeof(CaseListTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static method => method.IsDefined(typeof(TestMethodAttribute)) && CaseName.Of(method) is not null);
}
