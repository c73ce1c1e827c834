namespace OgGen.Generator.Tests.Harness;

/// <summary>The three documents that the tests share: the flagship one, and two of our own that have nothing in common with it.</summary>
internal static class TestDocuments
{
    public static Declared Opsgenie { get; } = Embedded("opsgenie.yaml", "Opsgenie", "OpsgenieClient");

    public static Declared Petstore { get; } = Embedded("petstore.yaml", "Petstore", "PetstoreClient");

    public static Declared Shapes { get; } = Embedded("shapes.json", "Shapes", "");

    /// <summary>In the version that is upgraded before it is read.</summary>
    public static Declared Swagger2 { get; } = Embedded("swagger2.yaml", "Swagger2", "");

    public static IReadOnlyList<Declared> All { get; } = [Opsgenie, Petstore, Shapes];

    /// <summary>Documents that show what becomes of schemas: how they are composed, and what values they have.</summary>
    public static IReadOnlyList<Declared> Schemas { get; } =
    [
        Embedded("composition.yaml", "Composition", ""),
        Embedded("values.yaml", "Values", "ValuesClient"),
        Embedded("keeping.yaml", "Keeping", "KeepingClient"),
    ];

    /// <summary>Documents that show what becomes of operations.</summary>
    public static IReadOnlyList<Declared> Operations { get; } =
    [
        Swagger2,
        .. new[]
        {
            "parameters", "bodies", "answers", "headers", "streams", "servers", "addresses", "sloppy", "requests", "webhooks", "methods",
            "security", "names",
        }
            .Select(static name => Embedded(name + ".yaml", char.ToUpperInvariant(name[0]) + name[1..], "")),
    ];

    /// <summary>A document in several files, and those that it refers to.</summary>
    public static IReadOnlyList<Declared> Several { get; } =
    [
        Embedded("several/api.yaml", "Files", ""),
        Embedded("several/parts/paths.yaml", "", "") with { Reference = "true" },
        Embedded("several/parts/schemas.json", "", "") with { Reference = "true" },
    ];

    public static Declared ByName(string name) => All.Concat(Schemas).Concat(Operations).Single(document => document.Namespace == name);

    private static Declared Embedded(string file, string @namespace, string client)
        => new("/spec/" + file, Resources.Text("documents/" + file)) { Namespace = @namespace, Client = client };
}

/// <summary>The files that the test project embeds.</summary>
internal static class Resources
{
    public static string Text(string name)
    {
        using Stream stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The test project does not embed '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The embedded files below a folder: their paths in it, and their texts.</summary>
    public static IReadOnlyDictionary<string, string> Folder(string folder)
        => typeof(Resources).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .ToDictionary(name => name[(folder.Length + 1)..].Replace('\\', '/'), Text, StringComparer.Ordinal);
}
