using System.Text.Json;
using BenchmarkDotNet.Running;
using OgGen.Benchmarks;
using OgGen.Benchmarks.Json;
using OgGen.Benchmarks.Report;

switch (args)
{
    case ["cold", string path, "--json"]:
        Console.Write(JsonSerializer.Serialize(ColdRun.Once(path)));
        return 0;
    case ["cold", string path]:
        Console.Write(ColdRun.Of(path));
        return 0;
    case ["keystroke", string path]:
        Console.Write(await KeystrokeRun.OfAsync(path));
        return 0;
    case ["visible", string path]:
        Console.Write(await KeystrokeRun.OfVisibleAsync(path));
        return 0;
    case ["unions"]:
        Console.Write(UnionReadingRun.Run());
        return 0;
    case ["rows", _, ..]:
        await ReportRun.PrintAsync(args[1..]);
        return 0;
    case ["all"]:
        await ReportRun.RunAsync(readme: null);
        return 0;
    case ["all", "--readme", string readme]:
        await ReportRun.RunAsync(readme);
        return 0;
    case [] or ["help"]:
        await Console.Error.WriteLineAsync("""
            all [--readme FILE]  everything below, whole builds and NativeAOT too; writes the table of a page
            cold FILE        one run of the generator on a document, in a process that has done nothing before
            keystroke FILE   an edit of C# beside a document, in processor time: for a machine that has other work
            visible FILE     the same beside the SDK's generators, which see the generated files or do not
            unions           how fast unions are read, in processor time: the documents and values of the property test
            rows GROUP …     some of the table: json, peers (clients of Kiota, NSwag and Refit), generator, allocation, builds,
                             earlier (by turns with the packages of an earlier version, in the folder OGGEN_EARLIER), aot
            --filter '*'     all benchmarks; see BenchmarkDotNet for other arguments

            OGGEN_CORPUS names a folder with documents of other people; without it only our own are measured.
            """);
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
