using System.Reflection;
using Microsoft.CodeAnalysis;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>
/// Cases of the list. The name of a test begins with a case's number and one outcome, and every document of the test has to come to that
/// outcome: <c>E</c> all is generated, <c>R</c> under other names, <c>D</c> something is reported where it stands and the rest is
/// generated,
/// <c>F</c> one error and no code. Each document is tried in JSON and in YAML, unless the test says why not.
/// </summary>
public abstract class HostileCases
{
    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public void Begin() => Outcome.Judged.Clear();

    [TestCleanup]
    public void End()
    {
        if (TestContext.CurrentTestOutcome != UnitTestOutcome.Passed)
        {
            return;
        }

        MethodInfo test = GetType().GetMethod(TestContext.TestName!)!;
        foreach (Examined examined in Outcome.Judged.Where(_ => CaseName.Of(test) is not null))
        {
            Assert.IsTrue(
                CameTo(CaseName.Of(test)!.Outcome, examined),
                "The list demands another outcome "
                    + $"than\n{string.Join('\n', examined.Diagnostics.SelectMany(static list => list))}\n{examined.Files.Count} files");
            string[] notations = [.. examined.Spec.Notations.Select(static notation => Path.GetExtension(notation.Path)).Distinct()];
            Assert.IsTrue(notations.Length > 1 || test.IsDefined(typeof(OneNotationAttribute)), "Only in " + notations[0]);
        }
    }

    internal static bool CameTo(char outcome, Examined examined) => outcome switch
    {
        'E' or 'R' => examined.Files.Count > 0 && !examined.Errors.Any(),
        'D' => examined.Files.Count > 0
            && examined.Diagnostics.All(
                static list => list.Any(static d => d.Severity >= DiagnosticSeverity.Warning && d.Location.GetLineSpan().Path.Length > 0)),
        'F' => examined.Files.Count == 0
            && examined.Diagnostics.All(static list => list.Count(static d => d.Severity == DiagnosticSeverity.Error) == 1),
        _ => false,
    };
}

/// <summary>Why a case is tried in one notation alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OneNotationAttribute(string reason) : Attribute
{
    public string Reason => reason;
}

/// <summary>The number and the outcome in a test's name.</summary>
internal sealed record CaseName(int Number, char Outcome)
{
    /// <summary>Null for tests of something else.</summary>
    public static CaseName? Of(MethodInfo test)
        => test.Name is ['S', >= '0' and <= '9', >= '0' and <= '9', '_', var outcome, '_', ..]
            ? new CaseName(int.Parse(test.Name.AsSpan(1, 2), System.Globalization.CultureInfo.InvariantCulture), outcome)
            : null;
}
