using System.Globalization;

namespace OgGen.Benchmarks.Report;

/// <summary>
/// What a user's build takes, by turns with an earlier version of the packages: so that it counts on a machine that is slower than the one
/// of the targets, or that has other work.
/// </summary>
/// <remarks>The targets are what the version of 615ce11 took on the machine on which they were set, and what is asked for there.</remarks>
internal static class EarlierVersionRows
{
    /// <summary>The variable that names a folder with the packages of the earlier version, OgGen and OgGen.Runtime.</summary>
    private const string Variable = "OGGEN_EARLIER";

    public static async IAsyncEnumerable<ReportRow> AllAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } packages)
        {
            await Console.Error.WriteLineAsync($"No earlier version to compare with: {Variable} names no folder with its packages.");
            yield break;
        }

        string others = string.Join(", ", Directory.GetFiles(packages, "*.nupkg").Select(Path.GetFileNameWithoutExtension).Order());
        yield return await GeneratorRowAsync("the built-in", "≤ 0.70 × time (0.35 s of 0.50 s)", Documents.PathOf("opsgenie.yaml"));
        if (Documents.Large is not { } large)
        {
            yield break;
        }

        yield return await GeneratorRowAsync("GitHub's", "≤ 0.65 × time (1.4 s of 2.15 s)", large);
        Turns<UserBuild> builds = await Turns<UserBuild>.TakeAsync(3, large, packages, static project => project.BuildAsync());
        yield return new ReportRow(
            "`dotnet build` of GitHub's client, cold, by turns",
            "≤ 0.79 × time (17 s of 21.4 s)",
            builds.Compare(static build => build.Seconds, "0.0 s"),
            others);
        yield return new ReportRow(
            "the compiler's peak in it; the assembly, by turns",
            "≤ 0.92 × (1.1 GB of 1.19 GB); ≤ 7.7 MB",
            builds.Compare(static build => build.CompilerPeak / 1e9, "0.00 GB")
                + "; " + builds.Compare(static build => build.AssemblyLength / 1e6, "0.00 MB"),
            others);

        async Task<ReportRow> GeneratorRowAsync(string which, string target, string document)
        {
            Turns<double> seconds = await Turns<double>.TakeAsync(
                7, document, packages, static project => project.GeneratorSecondsAsync());
            return new ReportRow(
                $"the generator on {which} document, cold, in the compiler, by turns",
                target,
                seconds.Compare(static seconds => seconds, "0.00 s"),
                others);
        }
    }

    /// <summary>What both versions took, each of some times.</summary>
    private sealed record Turns<T>(List<T> Now, List<T> Before)
    {
        public static async Task<Turns<T>> TakeAsync(int count, string document, string packages, Func<UserProject, Task<T>> take)
        {
            using var now = new UserProject(document);
            using var before = new UserProject(document, packages);
            var turns = new Turns<T>([], []);
            for (int i = 0; i < count; i++)
            {
                turns.Now.Add(await take(now));
                turns.Before.Add(await take(before));
            }

            return turns;
        }

        /// <summary>The medians of a measure, and their ratio.</summary>
        public string Compare(Func<T, double> measure, string format)
        {
            double now = Median.Of(Now.Select(measure));
            double before = Median.Of(Before.Select(measure));
            string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
            return $"{Number(now / before, "0.00")} × ({Number(now, format)} against {Number(before, format)})";
        }
    }
}
