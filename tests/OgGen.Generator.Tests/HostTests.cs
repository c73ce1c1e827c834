using System.Diagnostics;
using System.Reflection;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests;

/// <summary>The oldest compiler that we support, the newest and that of the SDK: the same documents give the same bytes.</summary>
[TestClass]
public sealed class HostTests
{
    // As long as a busy machine may take; a run takes a few seconds.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    private static readonly Declared[] s_documents = [.. TestDocuments.All.Select(static document => document with { Client = "" })];

    [TestMethod]
    public void Roslyn_4_8_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        string host = typeof(HostTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "OldHost").Value!;

        string printed = Dotnet(
        [
            host,
            folder.Path,
            typeof(ApiClient).Assembly.Location,
            .. Write(folder).SelectMany(static pair => new[] { pair.Path, pair.Namespace }),
        ]);

        Assert.AreEqual("4.8.0.0", printed.Trim());
        AssertSame(Read(folder.Path));
    }

    [TestMethod]
    public void The_SDK_s_own_compiler_gives_the_same_bytes()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        string[] compilers =
        [
            .. Directory.EnumerateDirectories(Path.Combine(root, "sdk"))
                .Select(static sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
                .Where(File.Exists),
        ];
        Assert.IsNotEmpty(compilers);

        foreach (string compiler in compilers)
        {
            using var folder = new TemporaryFolder();
            Dotnet([compiler, "/noconfig", "@" + WriteResponseFile(folder)]);

            // Below a folder for the assembly of the generator, and one for its class.
            AssertSame(Read(Path.Combine(folder.Path, "generated", "OgGen", typeof(OpenApiClientGenerator).FullName!)));
        }
    }

    private static void AssertSame(Dictionary<string, string> files)
    {
        IReadOnlyDictionary<string, string> expected = GeneratorHarness.Run(s_documents).Files;
        Assert.AreEqual("", Snapshots.Report(expected, files));
        CollectionAssert.AreEquivalent(expected.ToArray(), files.ToArray());
    }

    /// <summary>What `dotnet build` hands to the compiler for a project with these documents.</summary>
    private static string WriteResponseFile(TemporaryFolder folder)
    {
        string generator = Path.GetDirectoryName(typeof(OpenApiClientGenerator).Assembly.Location)!;
        (string Path, string Namespace)[] documents = Write(folder);
        string config = folder.Write("project.globalconfig", "is_global = true\n" + string.Concat(documents.Select(static document => $"""

            [{document.Path}]
            build_metadata.AdditionalFiles.OgGenSpec = true
            build_metadata.AdditionalFiles.OgGenNamespace = {document.Namespace}

            """)));
        string code = folder.Write("Program.cs", "");
        return folder.Write("project.rsp", string.Join('\n',
        [
            "/nostdlib",
            "/target:library",
            "/nologo",
            "/warnaserror",
            $"\"/out:{Path.Combine(folder.Path, "Consumer.dll")}\"",
            .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll")
                .Append(typeof(ApiClient).Assembly.Location)
                .Where(static path => !path.EndsWith(".Native.dll", StringComparison.Ordinal))
                .Select(static path => $"\"/reference:{path}\""),
            .. new[] { "OgGen.dll", "Microsoft.OpenApi.dll", "YamlDotNet.dll" }.Select(
                name => $"\"/analyzer:{Path.Combine(generator, name)}\""),
            .. documents.Select(static document => $"\"/additionalfile:{document.Path}\""),
            $"\"/analyzerconfig:{config}\"",
            $"\"/generatedfilesout:{Directory.CreateDirectory(Path.Combine(folder.Path, "generated")).FullName}\"",
            $"\"{code}\"",
        ]));
    }

    private static (string Path, string Namespace)[] Write(TemporaryFolder folder)
        => [.. s_documents.Select(document => (folder.Write(Path.GetFileName(document.Path), document.Text!), document.Namespace))];

    private static Dictionary<string, string> Read(string folder)
        => Directory.EnumerateFiles(folder, "*.g.cs")
            .ToDictionary(static path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

    private static string Dotnet(IEnumerable<string> arguments)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using Process process = Process.Start(
            new ProcessStartInfo(dotnet, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{arguments.First()} did not end within {s_limit}");
        }

        Assert.AreEqual(0, process.ExitCode, output.Result + errors.Result);
        return output.Result;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("oggen-").FullName;

        public string Write(string name, string text)
        {
            string path = System.IO.Path.Combine(Path, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
