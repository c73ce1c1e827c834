namespace OgGen;

/// <summary>
/// Items with a separator between, where nothing can be escaped: an item that holds the separator would be two for the service, so it is
/// refused.
/// </summary>
internal static class ListText
{
    /// <param name="items">The items.</param>
    /// <param name="separator">What stands between them.</param>
    /// <param name="parameter">The name of the parameter, for the message.</param>
    /// <param name="hasNested">Whether an item is a list or an object.</param>
    /// <exception cref="ArgumentException">An item holds the separator; the message does not repeat it.</exception>
    public static string Join(IReadOnlyList<string> items, char separator, string parameter, bool hasNested = false)
    {
        foreach (string item in hasNested ? [] : items)
        {
            Check(item, separator, parameter);
        }

        return string.Join(separator, items);
    }

    /// <param name="members">Names and values, with commas between.</param>
    /// <param name="afterName">What stands between a name and its value.</param>
    /// <param name="parameter">The name of the parameter, for the message.</param>
    /// <param name="hasNested">Whether a value is a list or an object.</param>
    /// <exception cref="ArgumentException">A name or a value holds what ends it; the message does not repeat it.</exception>
    public static string Join(IReadOnlyList<KeyValuePair<string, string>> members, char afterName, string parameter, bool hasNested = false)
    {
        foreach ((string name, string value) in hasNested ? [] : members)
        {
            Check(name, ',', parameter);
            Check(name, afterName, parameter);
            Check(value, ',', parameter);
        }

        return string.Join(',', members.Select(member => member.Key + afterName + member.Value));
    }

    private static void Check(string? item, char separator, string parameter)
    {
        if (item?.Contains(separator, StringComparison.Ordinal) == true)
        {
            string problem = $"A value of the list holds '{separator}', which stands between the values: the service would read two.";
            throw new ArgumentException(problem + " Leave it out, or send one value.", parameter);
        }
    }
}
