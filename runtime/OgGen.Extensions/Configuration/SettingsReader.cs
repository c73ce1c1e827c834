using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace OgGen;

/// <summary>Reads values of a section in the invariant culture and collects what is wrong.</summary>
internal sealed class SettingsReader(IConfiguration section)
{
    public List<string> Errors { get; } = [];

    /// <summary>The whole key of a setting, as configuration files nest it.</summary>
    public static string KeyOf(IConfiguration section, string key)
        => section is IConfigurationSection { Path: { Length: > 0 } path } ? ConfigurationPath.Combine(path, key) : key;

    /// <summary>The message of an exception without the name of its parameter, which means nothing in a configuration file.</summary>
    public static string MessageOf(ArgumentException exception)
    {
        int end = exception.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }

    public void AddError(string key, string problem) => Errors.Add($"{KeyOf(section, key)}: {problem}");

    public string? Text(string key) => section[key];

    /// <summary>The entries of a list, or of one text with commas between, as an environment variable has it.</summary>
    public IReadOnlyList<string>? List(string key)
    {
        string[] entries = [.. section.GetSection(key).GetChildren().Select(static entry => entry.Value).OfType<string>()];
        return entries.Length > 0 ? entries : Text(key)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    public bool? Flag(string key) => Parse<bool>(key, bool.TryParse, "It is neither true nor false.");

    public int? Number(string key)
        => Parse(
            key,
            static (string text, out int value) =>
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
            "It is no whole number.");

    public double? Rate(string key)
        => Parse(
            key,
            static (string text, out double value) =>
                double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value),
            "It is no number.");

    /// <summary>A time as <c>00:00:30</c>. A plain number is refused: .NET would take it for days.</summary>
    public TimeSpan? Time(string key)
        => Parse(
            key,
            static (string text, out TimeSpan value) =>
            {
                value = Timeout.InfiniteTimeSpan;
                return text.Equals("Infinite", StringComparison.OrdinalIgnoreCase)
                    || (text.Contains(':', StringComparison.Ordinal)
                        && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value));
            },
            "It is no time such as 00:00:30, nor Infinite.");

    private delegate bool TryParse<T>(string text, out T value);

    private T? Parse<T>(string key, TryParse<T> parse, string problem)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (parse(text.Trim(), out T value))
        {
            return value;
        }

        AddError(key, problem);
        return null;
    }
}
