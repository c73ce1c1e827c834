using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace OgGen.Docs.Tests.Programs;

/// <summary>Runs a compiled section: a program from its first statement, a class of tests by its tests.</summary>
internal static class PageRun
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <returns>What was printed, line by line.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(Assembly assembly)
    {
        TextWriter console = Console.Out;
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetOut(output);
        try
        {
            await Task.Run(() => InvokeAsync(assembly)).WaitAsync(s_limit);
        }
        finally
        {
            Console.SetOut(console);
        }

        return [.. output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>Whether a line is what a page says; an ellipsis in the page stands for anything.</summary>
    public static bool Fits(string line, string expected)
        => Regex.IsMatch(line, "^" + string.Join(".*", expected.Split('…').Select(Regex.Escape)) + "$");

    private static async Task InvokeAsync(Assembly assembly)
    {
        if (assembly.EntryPoint is { } main)
        {
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], CultureInfo.InvariantCulture);
            return;
        }

        IEnumerable<MethodInfo> methods = assembly.GetExportedTypes().SelectMany(static type => type.GetMethods());
        foreach (MethodInfo test in methods.Where(static method => method.IsDefined(typeof(TestMethodAttribute))))
        {
            object? instance = Activator.CreateInstance(test.DeclaringType!);
            object? result = test.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [], CultureInfo.InvariantCulture);
            await (result as Task ?? Task.CompletedTask);
        }
    }
}
