using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>A project of a user in a folder of its own.</summary>
internal sealed record User(string Folder)
{
    /// <summary>A document without a mistake.</summary>
    public const string Api = """
        openapi: 3.0.3
        info: { title: Demo, version: '1' }
        servers: [ { url: 'https://demo.example.com' } ]
        paths:
          /red: { get: { operationId: getRed, tags: [ red ], responses: { '204': { description: Done. } } } }
        """;

    public string Name { get; init; } = "Case";

    public string Extension { get; init; } = "csproj";

    public string Frameworks { get; init; } = "net10.0";

    public string OutputType { get; init; } = "Exe";

    public string[] Packages { get; init; } = ["OgGen"];

    public string Assets { get; init; } = "none";

    public string Items { get; init; } = "";

    public string Rest { get; init; } = "";

    public string Program { get; init; } = "";

    public static User Of(string name)
    {
        var user = new User(Workplace.Create(name));
        Folders.Write(user.Folder, "api.yaml", Api);
        return user;
    }

    public DotNet Build(params string[] more)
    {
        string property = Frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        string packages = string.Concat(
            Packages.Select(id => $"""<PackageReference Include="{id}" Version="{PackedFeed.Version}" PrivateAssets="{Assets}" />"""));
        Folders.Write(Folder, $"{Name}.{Extension}", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <{property}>{Frameworks}</{property}>
                <OutputType>{OutputType}</OutputType>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              </PropertyGroup>
              <ItemGroup>{packages}{Items}</ItemGroup>
              {Rest}
            </Project>
            """);
        if (Extension == "csproj")
        {
            Folders.Write(Folder, "Program.cs", Program + (OutputType == "Library" ? "" : "return;\n"));
        }

        return DotNet.Run(Folder, ["build", "--verbosity", "quiet", .. more]);
    }

    /// <summary>The namespaces of the clients that were generated.</summary>
    public string[] Namespaces()
        => [.. Directory.EnumerateFiles(Path.Combine(Folder, "obj"), "*Client.g.cs", SearchOption.AllDirectories)
            .Select(static file => File.ReadLines(file)
                .First(static line => line.StartsWith("namespace ", StringComparison.Ordinal))["namespace ".Length..]
                .TrimEnd(';'))
            .Distinct()];
}
