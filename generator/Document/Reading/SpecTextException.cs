using System.Globalization;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document.Reading;

/// <summary>Thrown for a text that is neither JSON nor YAML, or exceeds a limit.</summary>
internal sealed class SpecTextException(string message, int line, int column) : Exception(message)
{
    public Problem ToProblem() => new(Descriptors.Unreadable, "", Message) { Position = (Math.Max(line, 0), Math.Max(column, 0)) };

    public static SpecTextException Limit(string what, int limit, int line, int column)
        => new($"The document has more than {limit.ToString("N0", CultureInfo.InvariantCulture)} {what}", line, column);
}
