namespace OgGen.Generator.Tests.Support;

/// <summary>What a keyword does, by the differences between what comes of a document with it and of one without it.</summary>
/// <param name="ChangesCode">Whether the code differs, comments aside.</param>
/// <param name="ChangesComments">Whether the comments differ.</param>
/// <param name="Warnings">The ids of the warnings and errors that only the document with the keyword has.</param>
/// <param name="Infos">The same for information.</param>
/// <param name="Checked">The ids of the diagnostics that only a value that breaks a rule brings.</param>
/// <param name="Unsupported">Whether both documents have the diagnostic that what stands around the keyword is not supported.</param>
internal sealed record Effect(
    bool ChangesCode,
    bool ChangesComments,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Infos,
    IReadOnlyList<string> Checked,
    bool Unsupported)
{
    private const string UnsupportedId = "OGG006";

    /// <summary>Whether neither the code nor the comments nor the diagnostics show the keyword.</summary>
    public bool IsNone => Print() == "ignored";

    /// <param name="without">The document without the keyword, or with another value.</param>
    /// <param name="with">The document with it.</param>
    /// <param name="wrong">A document in which its value breaks a rule; null where there is none.</param>
    public static Effect Of(string without, string with, string? wrong)
    {
        Generated before = Generated.From(without);
        Generated after = Generated.From(with);
        HashSet<Generated.Message> known = [.. before.Warnings, .. before.Infos];
        Generated? broken = wrong is null ? null : Generated.From(wrong);
        return new Effect(
            ChangesCode: !before.HasCodeOf(after),
            ChangesComments: !before.HasTextOf(after),
            Warnings: New(after.Warnings, known),
            Infos: New(after.Infos, known),
            Checked: broken is null ? [] : New(broken.Warnings.Concat(broken.Infos), [.. known, .. after.Warnings, .. after.Infos]),
            Unsupported: new[] { before, after }.All(static one => one.Warnings.Any(static warning => warning.Id == UnsupportedId)));
    }

    /// <summary>The state as a cell of a table says it.</summary>
    public string Print()
        => ChangesCode ? With("used", Warnings)
            : ChangesComments ? With("comment", Warnings)
            : Warnings.Count + Infos.Count > 0 ? With("reported", Warnings.Concat(Infos))
            : Checked.Count > 0 ? With("checked", Checked)
            : Unsupported ? With("reported", [UnsupportedId])
            : "ignored";

    private static string With(string state, IEnumerable<string> ids) => string.Join(' ', [state, .. ids]);

    private static string[] New(IEnumerable<Generated.Message> messages, HashSet<Generated.Message> known)
        => [.. messages.Where(one => !known.Contains(one)).Select(static one => one.Id).Distinct().Order(StringComparer.Ordinal)];
}
