using BenchmarkDotNet.Running;
using OgGen.Benchmarks;

switch (args)
{
    case ["cold", string path]:
        Console.Write(ColdRun.Of(path));
        return 0;
    case ["keystroke", string path]:
        Console.Write(KeystrokeRun.Of(path));
        return 0;
    case [] or ["help"]:
        await Console.Error.WriteLineAsync("""
            cold FILE        one run of the generator on a document, in a process that has done nothing before
            keystroke FILE   an edit of C# beside a document, in processor time: for a machine that has other work
            --filter '*'     all benchmarks; see BenchmarkDotNet for other arguments

            OGGEN_CORPUS names a folder with documents of other people; without it only our own are measured.
            """);
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
