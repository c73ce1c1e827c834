namespace OgGen.Frameworks.Tests.Harness;

/// <summary>Whether the documents and the table are written anew in place of being compared.</summary>
internal static class Accepting
{
    private const string Variable = "OGGEN_ACCEPT_FRAMEWORKS";

    public const string Advice = 
        $"If that is what you want: {Variable}=1 dotnet test --project tests/OgGen.Frameworks.Tests, and build again.";

    public static bool IsOn => Environment.GetEnvironmentVariable(Variable) == "1";
}
