using Microsoft.CodeAnalysis;

namespace OgGen.Generator.Diagnostics;

/// <summary>The diagnostics that users see. Each has a page of its own in this folder.</summary>
internal static class Descriptors
{
    public const string Unreadable = "OGG001";
    public const string Invalid = "OGG002";
    public const string UnresolvedReference = "OGG003";
    public const string DuplicateKey = "OGG004";
    public const string UndeclaredPathParameter = "OGG005";
    public const string Unsupported = "OGG006";
    public const string SkippedOperation = "OGG007";
    public const string BadOption = "OGG008";
    public const string NoRuntime = "OGG009";
    public const string OldRuntime = "OGG010";
    public const string BadDiscriminator = "OGG011";
    public const string NoServer = "OGG012";
    public const string OldLanguage = "OGG013";
    public const string BadDefault = "OGG014";
    public const string BadExample = "OGG015";
    public const string DuplicateOperationId = "OGG016";
    public const string NoOperationId = "OGG017";
    public const string UnusedPathParameter = "OGG018";
    public const string ConflictingAllOf = "OGG019";
    public const string MixedEnum = "OGG020";
    public const string Renamed = "OGG021";
    public const string MoreProblems = "OGG022";
    public const string BadExtension = "OGG023";
    public const string UnmatchedFilter = "OGG024";
    public const string BeyondLimit = "OGG030";
    public const string InternalError = "OGG099";

    private const string Category = "OpenAPI";

    private static readonly Dictionary<string, DiagnosticDescriptor> s_all = new DiagnosticDescriptor[]
    {
        Make(Unreadable, DiagnosticSeverity.Error, "The document cannot be read", "{0}"),
        Make(Invalid, DiagnosticSeverity.Warning, "The document does not follow the OpenAPI specification", "{0}"),
        Make(UnresolvedReference, DiagnosticSeverity.Error, "A reference leads nowhere", "{0}{1}"),
        Make(
            DuplicateKey,
            DiagnosticSeverity.Warning,
            "A key stands twice",
            "The key '{0}' stands twice in one object; the last one counts"),
        Make(
            UndeclaredPathParameter,
            DiagnosticSeverity.Warning,
            "A path parameter is not declared",
            "The path '{0}' has a variable '{1}' that no parameter declares; it becomes a required string"),
        Make(Unsupported, DiagnosticSeverity.Warning, "A construct is not supported", "{0}"),
        Make(SkippedOperation, DiagnosticSeverity.Error, "An operation is skipped", "No correct call can be generated: {0}{1}"),
        Make(
            BadOption, DiagnosticSeverity.Error, "An option of OpenApiSpec is wrong", "The option '{0}' has the value '{1}', which is {2}"),
        Make(
            NoRuntime,
            DiagnosticSeverity.Error,
            "The runtime is missing",
            "The generated client needs a reference to the package OgGen.Runtime"),
        Make(
            OldRuntime,
            DiagnosticSeverity.Error,
            "The runtime does not fit the generator",
            "The generated client needs OgGen.Runtime with contract version {0}, and the referenced one has version {1}; reference "
                + "packages of one version"),
        Make(BadDiscriminator, DiagnosticSeverity.Warning, "A discriminator does not fit its union", "{0}"),
        Make(NoServer, DiagnosticSeverity.Warning, "A server has no usable address", "The server address '{0}' is not used: {1}"),
        Make(
            OldLanguage,
            DiagnosticSeverity.Error,
            "The C# version is too old",
            "The generated client needs C# {0}, and the project is compiled as C# {1}; nothing is generated until LangVersion is {0} or "
                + "later"),
        Make(BadDefault, DiagnosticSeverity.Warning, "A default does not fit its schema", "The default does not fit its schema: {0}"),
        Make(BadExample, DiagnosticSeverity.Info, "An example does not fit its schema", "The example does not fit its schema: {0}"),
        Make(
            DuplicateOperationId,
            DiagnosticSeverity.Warning,
            "An operationId stands twice",
            "The operationId '{0}' is that of {1} too; the method of this operation is {2}"),
        Make(
            NoOperationId,
            DiagnosticSeverity.Info,
            "An operation has no operationId",
            "Operations without an operationId: {0}, this one first; their methods are named after their paths"),
        Make(
            UnusedPathParameter,
            DiagnosticSeverity.Warning,
            "A path parameter is not used in its path",
            "The path '{0}' has no variable '{1}'; the path parameter is left out"),
        Make(ConflictingAllOf, DiagnosticSeverity.Warning, "The subschemas of an allOf contradict each other", "{0}"),
        Make(
            MixedEnum,
            DiagnosticSeverity.Info,
            "The values of an enumeration are not of one type",
            "The values of the enumeration are {0}"),
        Make(Renamed, DiagnosticSeverity.Info, "A name is taken", "The name {0} is taken {2}; this is {1}"),
        Make(MoreProblems, DiagnosticSeverity.Warning, "There is more to report", "{0} more diagnostics are not shown; errors come first"),
        Make(BadExtension, DiagnosticSeverity.Warning, "An extension cannot be used", "{0}"),
        Make(UnmatchedFilter, DiagnosticSeverity.Warning, "A filter matches nothing", "The filter {0} has '{1}', and {2}"),
        Make(BeyondLimit, DiagnosticSeverity.Error, "A limit is exceeded", "There are more than {0} {1}; the rest is left out"),
        Make(
            InternalError,
            DiagnosticSeverity.Error,
            "The generator failed",
            "The generator failed on this document, which is a bug of OgGen; please report it with the document: {0}"),
    }.ToDictionary(static descriptor => descriptor.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<DiagnosticDescriptor> All => s_all.Values;

    /// <summary>The diagnostics that have a location in a document. The others are about the project.</summary>
    public static IEnumerable<DiagnosticDescriptor> OfDocuments
        => All.Where(static descriptor => descriptor.Id is not (NoRuntime or OldRuntime or OldLanguage));

    /// <summary>
    /// Whether an error is only a warning in a third-party document: the client compiles and works without the affected element.
    /// </summary>
    public static bool IsMilderForThirdParties(string id) => id is UnresolvedReference or SkippedOperation;

    public static DiagnosticDescriptor Of(string id) => s_all[id];

    // RS2008 wants release tracking files, RS1033 and others want sentence forms: a test compares each descriptor with its page instead.
    private static DiagnosticDescriptor Make(string id, DiagnosticSeverity severity, string title, string message)
        => new(id, title, message, Category, severity, isEnabledByDefault: true);
}
