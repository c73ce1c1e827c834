using System.Runtime.ExceptionServices;
using OgGen.Frameworks.Tests.Harness;

namespace OgGen.Frameworks.Tests;

/// <summary>
/// Servers of other people's frameworks: the client is generated from the document that the server gives of itself, and calls it.
/// </summary>
[TestClass]
public sealed class FrameworkTests
{
    public static IEnumerable<object[]> Documents => Frameworks.Here.Select(static framework => new object[] { framework.Name });

    public static IEnumerable<object[]> Calls => Frameworks.Here.SelectMany(static framework => framework
        .Calls(new Uri("http://127.0.0.1"), new ApiClientOptions())
        .Select(call => new object[] { framework.Name, call.Name }));

    [AssemblyInitialize]
    public static void Say_what_is_left_out(TestContext context)
    {
        foreach (FrameworkCase framework in Frameworks.All.Except(Frameworks.Here))
        {
            Console.WriteLine($"{framework.Name}: SKIPPED, {framework.Program.Missing}; nothing was called");
        }
    }

    [AssemblyCleanup]
    public static Task Stop_the_servers() => FrameworkServer.StopAllAsync();

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public async Task The_document_is_the_one_that_the_running_server_gives(string name)
    {
        FrameworkCase framework = Of(name);
        string given = await framework.DownloadAsync();
        if (Accepting.IsOn)
        {
            await File.WriteAllTextAsync(framework.File, given);
            return;
        }

        if (given != await framework.ReadAsync())
        {
            await File.WriteAllTextAsync(Path.ChangeExtension(framework.File, ".received.json"), given);
            Assert.Fail($"The server gives another document than {name}.json: it is beside it now. {Accepting.Advice}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Calls))]
    public async Task A_call_gives_back_what_was_sent(string name, string call)
    {
        FrameworkRun run = await FrameworkRun.OfAsync(Of(name));

        if (run.Failures.TryGetValue(call, out Exception? failure))
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public async Task Every_operation_of_the_document_is_called(string name)
    {
        FrameworkRun run = await FrameworkRun.OfAsync(Of(name));

        CollectionAssert.AreEquivalent(run.Operations.ToList(), run.Called.ToList());
    }

    [TestMethod]
    public async Task The_table_of_the_page_is_what_was_tried()
    {
        var rows = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (FrameworkCase framework in Frameworks.All)
        {
            rows.Add(framework.Name, framework.Program.Missing is null ? await TriedTable.RowAsync(framework) : null);
        }

        string before = TriedTable.Read();
        string page = TriedTable.Page(before, rows, TriedTable.Limits(Frameworks.All));
        if (Accepting.IsOn)
        {
            TriedTable.Write(page);
            return;
        }

        Assert.AreEqual(page, before, Accepting.Advice);
    }

    private static FrameworkCase Of(string name) => Frameworks.Here.Single(framework => framework.Name == name);
}
