namespace OgGen;

/// <summary>
/// Stands for an exception whose text repeats a secret, or whose <see cref="Exception.Data"/> may hold one: its type, its message and its
/// whole text, with <c>***</c> instead.
/// </summary>
/// <param name="type">The type of the exception.</param>
/// <param name="message">Its message, masked.</param>
/// <param name="text">All that it prints, masked.</param>
/// <param name="inner">The masked cause.</param>
internal sealed class MaskedException(Type type, string message, string text, Exception? inner) : Exception($"{type}: {message}", inner)
{
    /// <summary>The name of the type of the exception.</summary>
    public string TypeName { get; } = type.ToString();

    /// <inheritdoc/>
    public override string ToString() => text;
}
