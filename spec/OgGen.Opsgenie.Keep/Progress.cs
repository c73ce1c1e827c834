using System.Globalization;

namespace OgGen.Opsgenie.Keep;

/// <summary>One line that says how far the export is; nothing where nobody watches. Safe for several threads at once.</summary>
/// <param name="target">Where the line goes; <see langword="null"/> where that is no terminal.</param>
internal sealed class Progress(TextWriter? target)
{
    private readonly object _gate = new();
    private string _what = "";
    private int _total;
    private int _done;
    private int _width;

    /// <summary>Begins another list.</summary>
    public void Begin(string what, int total)
    {
        lock (_gate)
        {
            (_what, _total, _done) = (what, total, 0);
            Show();
        }
    }

    /// <summary>Counts an object.</summary>
    public void Advance()
    {
        lock (_gate)
        {
            _done++;
            Show();
        }
    }

    /// <summary>Takes the line away.</summary>
    public void End()
    {
        lock (_gate)
        {
            target?.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }

    private void Show()
    {
        if (target is null)
        {
            return;
        }

        // The names of teams are file names here, so nothing of the service can steer the terminal.
        string line = string.Create(CultureInfo.InvariantCulture, $"{_what}: {_done} of {_total}");
        target.Write($"\r{line.PadRight(_width)}");
        _width = line.Length;
    }
}
