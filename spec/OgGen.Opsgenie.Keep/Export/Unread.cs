namespace OgGen.Opsgenie.Keep.Export;

/// <summary>Something that could not be read.</summary>
/// <param name="What">Which object or list.</param>
/// <param name="Why">Why not.</param>
internal sealed record Unread(string What, string Why);
