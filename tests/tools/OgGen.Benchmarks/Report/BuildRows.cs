using System.Globalization;

namespace OgGen.Benchmarks.Report;

/// <summary>What a build with a generated client takes, and how large its assembly is.</summary>
internal static class BuildRows
{
    public static async IAsyncEnumerable<ReportRow> AllAsync()
    {
        await Command.RunAsync(Documents.Root, "dotnet", "build", "spec", "-c", "Release", "-v", "quiet");
        var client = new FileInfo(Path.Combine(Documents.Root, "spec/bin/Release/net10.0/OgGen.Opsgenie.dll"));
        yield return new ReportRow("assembly of the Opsgenie client", "≤ 155 KB", Kilobytes(client.Length), "");
        if (Documents.Large is not { } large)
        {
            yield break;
        }

        using var project = new UserProject(large);
        UserBuild build = await project.BuildAsync();
        yield return new ReportRow(
            "`dotnet build` of GitHub's client, cold",
            "≤ 17 s, compiler ≤ 1.1 GB, 0 warnings, assembly ≤ 7.7 MB",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{build.Seconds:0.0} s, compiler {build.CompilerPeak / 1e9:0.00} GB, {build.Warnings} warnings of the compiler, "
                    + $"assembly {build.AssemblyLength / 1e6:0.0} MB"),
            "published: Kiota, mended by hand, csc alone 24 s and 0.74 GB; AutoSDK 255 s and 6 GB");
    }

    private static string Kilobytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} KB");
}
