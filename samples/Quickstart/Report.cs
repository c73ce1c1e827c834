using System.Text;

namespace Quickstart;

/// <summary>One member of a model, by its JSON path. Values compare with <see cref="object.Equals(object?)"/>.</summary>
internal readonly record struct Field(string Name, object? Value);

/// <summary>What the user sees: a table of the calls with the number of checks behind each, what differed, and the summary.</summary>
internal sealed class Report(TextWriter output)
{
    private int passed;
    private int failed;
    private int shown;

    public void Title(string text) => output.WriteLine(text);

    public void Section(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
        PrintRow("call", "of", "answer", "checks");
    }

    /// <summary>A row of the table. Its last column counts the checks since the row before.</summary>
    public void Row(string call, string subject, string answer)
    {
        int count = passed + failed;
        PrintRow(call, subject, answer, $"{count - shown}");
        shown = count;
    }

    /// <summary>A line below a row, for what does not fit into a table.</summary>
    public void Note(string text) => output.WriteLine($"      {Printable(text)}");

    /// <summary>Compares. Only a difference is printed at once.</summary>
    public void Check<T>(string what, T expected, T actual)
    {
        if (EqualityComparer<T>.Default.Equals(expected, actual))
        {
            passed++;
            return;
        }

        failed++;
        output.WriteLine($"  FAILED {Printable(what)}: expected {Text(expected)}, got {Text(actual)}");
    }

    /// <summary>Compares field by field. A field that neither side has is no check.</summary>
    public void Check(string what, IReadOnlyList<Field> expected, IReadOnlyList<Field> actual)
    {
        foreach (string name in expected.Concat(actual)
            .Where(static field => field.Value is not null)
            .Select(static field => field.Name)
            .Distinct())
        {
            Check($"{what}, {name}", Find(expected, name), Find(actual, name));
        }

        static object? Find(IReadOnlyList<Field> fields, string name) => fields.FirstOrDefault(field => field.Name == name).Value;
    }

    /// <summary>Prints the summary.</summary>
    /// <returns>The exit code: 0 if every check passed and, with <paramref name="mustCallAll"/>, every operation was called.</returns>
    public int Finish(Operations operations, IEnumerable<(string Method, string Path)> requests, bool mustCallAll)
    {
        int called = operations.Called(requests).Count;
        output.WriteLine();
        output.WriteLine(
            failed == 0
                ? $"{called} of {operations.Count} operations, {passed} checks passed"
                : $"{called} of {operations.Count} operations, {passed} checks passed, {failed} failed");
        return failed > 0 || (mustCallAll && called < operations.Count) ? 1 : 0;
    }

    /// <summary>Reports that a call failed which should not have.</summary>
    /// <returns>The exit code, 1.</returns>
    public int Abort(string message)
    {
        output.WriteLine();
        output.WriteLine($"FAILED {Printable(message)}");
        output.WriteLine($"stopped after {passed} checks that passed and {failed} that failed");
        return 1;
    }

    private void PrintRow(string call, string subject, string answer, string checks) =>
        output.WriteLine($"  {Fit(call, 32)} {Fit(subject, 48)} {Fit(answer, 41)} {checks,6}");

    private static string Text<T>(T value) => value is null ? "nothing" : $"\"{Printable($"{value}")}\"";

    private static string Fit(string text, int width)
    {
        string printable = Printable(text);
        return printable.Length <= width ? printable.PadRight(width) : printable[..(width - 3)] + "...";
    }

    /// <summary>Names in an account are anybody's text: control characters would reach the terminal.</summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            printable.Append(char.IsControl(character) ? '?' : character);
        }

        return printable.ToString();
    }
}
