using System.Runtime.CompilerServices;

namespace OgGen.Benchmarks;

/// <summary>The documents that are measured.</summary>
internal static class Documents
{
    private static readonly string[] s_ofCorpus =
    [
        "swagger-petstore__openapi.yaml",
        "hydra__api.json",
        "Radarr__openapi.json",
        "spotify-web-api__fixed-spotify-open-api.yml",
        "adyen-openapi__CheckoutService-v71.json",
    ];

    /// <summary>The flagship document, and, where the corpus is there, one of 13 MB.</summary>
    public static IEnumerable<string> All => Corpus is null ? ["opsgenie.yaml"] : ["opsgenie.yaml", "octokit__api.github.com.json"];

    /// <summary>The document of 13 MB; null where the corpus is not there.</summary>
    public static string? Large => Corpus is null ? null : PathOf("octokit__api.github.com.json");

    /// <summary>The documents that other generators take too.</summary>
    public static IEnumerable<string> Peers => Corpus is null ? ["opsgenie.yaml"] : ["opsgenie.yaml", .. s_ofCorpus];

    /// <summary>The root of the clone that this was built in.</summary>
    public static string Root => Repository();

    private static string? Corpus => Environment.GetEnvironmentVariable("OGGEN_CORPUS");

    public static string PathOf(string name)
        => name == "opsgenie.yaml" ? Path.Combine(Repository(), "spec", name) : Path.Combine(Corpus!, name);

    private static string Repository([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(thisFile, "../../../.."));
}
