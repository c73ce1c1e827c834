using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using OgGen.Benchmarks.Peers.Calls;
using OgGen.Generator;

namespace OgGen.Benchmarks;

/// <summary>The comparison of <see cref="KeystrokeBenchmarks"/> by turns, for a machine that has other work.</summary>
internal static class KeystrokeRun
{
    public static async Task<string> OfAsync(string path)
    {
        (Typing generator, Typing empty) = Typing.Both(path);
        IReadOnlyList<Cost> costs = await Rounds.MeasureAsync(generator.Type, empty.Type);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{generator.Files.Length} files; an edit of C#: {costs[0].Time / 1e6:N2} ms, with an empty generator {costs[1].Time / 1e6:N2} "
                + $"ms, ratio {costs[0].Time / costs[1].Time:N2} (processor time)\n");
    }

    /// <summary>
    /// The same beside the SDK's generators, which see the files on one side and do not on the others: what the generators take, and what
    /// they take with the first question to the compilation that they make, which an editor asks after each edit.
    /// </summary>
    public static async Task<string> OfVisibleAsync(string path)
    {
        Host.Document document = Host.Document.Read(path);
        ISourceGenerator[] others = SdkGenerators.Load();
        var hidden = new Typing(new OpenApiClientGenerator(), document, "false", others);
        (string Name, Typing Typing)[] sides =
        [
            ("visible", new Typing(new OpenApiClientGenerator(), document, "true", others)),
            ("hidden", hidden),
            ("empty generator", new Typing(new SameFiles(hidden.Files), document, "false", others)),
        ];
        var report = new StringBuilder();
        report.Append(
            CultureInfo.InvariantCulture, $"{hidden.Files.Length} files beside {others.Length} generators of the SDK, in processor time\n");
        foreach (bool asks in new[] { false, true })
        {
            report.Append(asks ? "an edit of C#, and a type of the compilation\n" : "an edit of C#\n");
            IReadOnlyList<Cost> costs = await Rounds.MeasureAsync(
                [.. sides.Select(side => (Func<object>)(() => asks ? Asked(side.Typing) : side.Typing.Type()))]);
            foreach (((string name, _), Cost cost) in sides.Zip(costs))
            {
                report.Append(
                    CultureInfo.InvariantCulture, $"  {name,-16}{cost.Time / 1e6,7:N2} ms {cost.Time / costs[1].Time,7:N2} × hidden\n");
            }
        }

        return report.ToString();
    }

    private static INamedTypeSymbol Asked(Typing typing)
        => typing.Type().GetTypeByMetadataName("C") ?? throw new InvalidOperationException("The class that is edited is missing.");
}
