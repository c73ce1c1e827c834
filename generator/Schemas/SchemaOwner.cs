namespace OgGen.Generator.Schemas;

/// <summary>
/// The owner of an inline schema: the components, an operation or a webhook. Types of inline schemas are shared within one owner
/// only, so that additions elsewhere do not change their names.
/// </summary>
/// <param name="Key">The JSON pointer of the operation or webhook; empty for the components, which are one owner.</param>
internal readonly record struct SchemaOwner(string Key)
{
    /// <summary>The owner of all schemas below <c>components</c>.</summary>
    public static SchemaOwner Components { get; } = new("");

    /// <summary>The owner of equal schemas with one name in the document (<c>x-oggen-name</c>), whatever their location.</summary>
    public static SchemaOwner Named(string name) => new("name " + name);

    public bool IsComponents => Key.Length == 0;
}
