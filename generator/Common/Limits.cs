namespace OgGen.Generator.Common;

/// <summary>
/// The limits of one document. Beyond a limit the generator reports a diagnostic; the compiler never hangs or crashes:
/// Roslyn overflows its stack on deep nesting, crashes on 70,000 parameters, and compiles a switch of 5,000 arms for seconds.
/// <c>docs/limits.md</c> states each of them.
/// </summary>
internal static class Limits
{
    /// <summary>Characters of a document.</summary>
    public const int Characters = 128 * 1024 * 1024;

    /// <summary>The nesting of objects and arrays, and of schemas through references.</summary>
    public const int Depth = 64;

    /// <summary>The nesting, through references, of elements that cannot be components, such as path items.</summary>
    public const int InlinedDepth = 16;

    /// <summary>Nodes that are copied because several references lead to an element that cannot be a component.</summary>
    public const int RepeatedNodes = 50_000;

    /// <summary>Characters of one YAML scalar.</summary>
    public const int YamlText = 64 * 1024;

    /// <summary>Nodes that come from YAML aliases.</summary>
    public const int AliasNodes = 5_000;

    /// <summary>
    /// Above this number, nodes that come from aliases may be at most a third of the document: aliases save repetitions,
    /// and a document does not consist of them.
    /// </summary>
    public const int FreeAliasNodes = 1_000;

    /// <summary>Characters of a name in C#; a longer one ends in a hash. Above 1,023 bytes the compiler refuses it (CS7013).</summary>
    public const int Name = 200;

    /// <summary>Characters of a generated file's name; a longer one ends in a hash.</summary>
    public const int HintName = 100;

    /// <summary>Characters of one description that become documentation; the rest is left out.</summary>
    public const int Documentation = 4_096;

    /// <summary>Paths of a document.</summary>
    public const int Paths = 20_000;

    /// <summary>Component schemas of a document.</summary>
    public const int Schemas = 20_000;

    /// <summary>Parameters of an operation. Servers that filter by every field of a table have hundreds.</summary>
    public const int Parameters = 1_000;

    /// <summary>Members of an object.</summary>
    public const int Members = 2_000;

    /// <summary>Members of all component schemas, those that come from <c>allOf</c> counted in each.</summary>
    public const int AllMembers = 300_000;

    /// <summary>Values of an enumeration that have names.</summary>
    public const int EnumValues = 5_000;

    /// <summary>Alternatives of a union, and subschemas of an <c>allOf</c>.</summary>
    public const int Variants = 256;

    /// <summary>Entries of a discriminator's mapping.</summary>
    public const int Mappings = 1_000;

    /// <summary>Characters of all enumerations: the literals of an assembly share 16 MB (CS8103).</summary>
    public const int EnumCharacters = 2 * 1024 * 1024;

    /// <summary>Diagnostics of a document.</summary>
    public const int Diagnostics = 100;
}
