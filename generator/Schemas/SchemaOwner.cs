namespace OgGen.Generator.Schemas;

/// <summary>
/// Whose an inline schema is: the components', an operation's or a webhook's. Types of inline schemas are shared within one owner
/// alone, so that nothing that is added elsewhere changes their names.
/// </summary>
/// <param name="Key">The JSON pointer of the operation or webhook; empty for the components, which are one owner.</param>
internal readonly record struct SchemaOwner(string Key)
{
    /// <summary>The owner of all that stands below <c>components</c>.</summary>
    public static SchemaOwner Components { get; } = new("");

    /// <summary>The owner of equal schemas to which the document gives one name (<c>x-oggen-name</c>), wherever they stand.</summary>
    public static SchemaOwner Named(string name) => new("name " + name);

    public bool IsComponents => Key.Length == 0;
}
