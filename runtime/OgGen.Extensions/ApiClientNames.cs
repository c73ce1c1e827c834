namespace OgGen;

/// <summary>What the options and the <c>HttpClient</c> of a registration are called.</summary>
internal static class ApiClientNames
{
    /// <summary>The type's full name, because options and HTTP clients of all types share one space of names.</summary>
    public static string Of<TClient>(string? name)
        => name is null ? typeof(TClient).FullName! : typeof(TClient).FullName + ":" + name;
}
