using System.Text.Json;
using OgGen.Conformance.Report;

namespace OgGen.Conformance.Shards;

/// <summary>
/// What a long run has done so far, in a file: a line before each document and a line after it, so that a run goes on where it ended, and a
/// document that ended the process is known.
/// </summary>
internal sealed class RunJournal(string path)
{
    private sealed record Entry(string Name, Row? Row);

    /// <summary>The rows by the name of the document, the last one of each.</summary>
    public IReadOnlyDictionary<string, Row> Rows
        => Entries()
            .Where(static entry => entry.Row is not null)
            .GroupBy(static entry => entry.Name)
            .ToDictionary(static group => group.Key, static group => group.Last().Row!);

    /// <summary>The document that was begun last and has no row since; null where there is none.</summary>
    public string? Unfinished => Entries().LastOrDefault() is { Row: null } last ? last.Name : null;

    public void Begin(string name) => Append(new Entry(name, null));

    public void End(Row row) => Append(new Entry(row.Document.Name, row));

    /// <summary>Takes out the rows that are to be made again.</summary>
    public void Forget(Predicate<Row> isForgotten)
        => File.WriteAllLines(
            path,
            Rows.Values.Where(row => !isForgotten(row))
                .Select(static row => JsonSerializer.Serialize(new Entry(row.Document.Name, row)))
                .ToArray());

    /// <summary>Begins a line of its own, whatever the process left that was ended while it wrote.</summary>
    private void Append(Entry entry) => File.AppendAllText(path, "\n" + JsonSerializer.Serialize(entry) + "\n");

    private IEnumerable<Entry> Entries()
        => (File.Exists(path) ? File.ReadLines(path) : []).Select(Read).OfType<Entry>();

    /// <summary>The entry of a line; null for an empty one, and for one that was not written to its end.</summary>
    private static Entry? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Entry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
