using System.Runtime.CompilerServices;
using System.Text;

namespace OgGen.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with those that were accepted: <c>Snapshots/{document}/{hint name}.verified.cs</c>, the names that
/// Verify uses. What differs is written beside them as <c>.received.cs</c>. To accept all of it:
/// <code>OGGEN_ACCEPT_SNAPSHOTS=1 dotnet test --project tests/OgGen.Generator.Tests</code>
/// and build again.
/// </summary>
internal static class Snapshots
{
    private const string Variable = "OGGEN_ACCEPT_SNAPSHOTS";
    private const string Advice = $"If that is what you want: {Variable}=1 dotnet test --project tests/OgGen.Generator.Tests";

    /// <summary>Fails with a report if a file is missing, additional or different.</summary>
    public static void Verify(string document, IReadOnlyDictionary<string, string> files)
    {
        string folder = Folder(document);
        Dictionary<string, string> received = files.ToDictionary(
            static file => VerifiedName(file.Key), static file => file.Value, StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Accept(folder, received);
            return;
        }

        IReadOnlyDictionary<string, string> verified = Resources.Folder("snapshots/" + document);
        string report = Report(verified, received);
        if (report.Length > 0)
        {
            WriteReceived(folder, verified, received);
            Assert.Fail($"{report}\n{Advice}");
        }
    }

    /// <summary>Fails with a report if a table, <c>Architecture/{name}.verified.md</c>, is another one than what was accepted.</summary>
    public static void VerifyTable(string name, string text) => VerifyText(Folder("../Architecture"), name, ".verified.md", text);

    /// <summary>The same for a page of the documentation that a test writes, <c>docs/{name}.md</c>.</summary>
    public static void VerifyPage(string name, string text) => VerifyText(Folder("../../../docs"), name, ".md", text);

    private static void VerifyText(string folder, string name, string extension, string text)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(Path.Combine(folder, name + extension), text);
            return;
        }

        string verified = Normalized(Resources.Folder("tables").GetValueOrDefault(name + extension, ""));
        if (verified != text)
        {
            if (Directory.Exists(folder))
            {
                File.WriteAllText(Path.Combine(folder, name + ".received.md"), text);
            }

            Assert.Fail($"{LineDifference.Of(verified, text)}\n{Advice}");
        }
    }

    /// <summary>What differs, in lines; empty if nothing does.</summary>
    public static string Report(IReadOnlyDictionary<string, string> verified, IReadOnlyDictionary<string, string> received)
    {
        var report = new StringBuilder();
        foreach (string name in verified.Keys.Concat(received.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            bool wasThere = verified.TryGetValue(name, out string? before);
            bool isThere = received.TryGetValue(name, out string? after);
            if (!wasThere || !isThere)
            {
                report.Append(wasThere ? "Missing: " : "Additional: ").Append(name).Append('\n');
            }
            else if (Normalized(before!) != Normalized(after!))
            {
                report.Append("Different: ").Append(name).Append('\n').Append(LineDifference.Of(Normalized(before!), Normalized(after!)));
            }
        }

        return report.ToString();
    }

    private static string VerifiedName(string hintName) => hintName[..^".cs".Length] + ".verified.cs";

    // A checkout on Windows may have given the accepted files CRLF.
    private static string Normalized(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static void Accept(string folder, Dictionary<string, string> received)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }

        foreach ((string name, string text) in received)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    private static void WriteReceived(string folder, IReadOnlyDictionary<string, string> verified, Dictionary<string, string> received)
    {
        if (!Directory.Exists(Path.GetDirectoryName(folder)))
        {
            // The tests run away from their sources.
            return;
        }

        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in received)
        {
            if (!verified.TryGetValue(name, out string? before) || Normalized(before) != Normalized(text))
            {
                File.WriteAllText(Path.Combine(folder, name.Replace(".verified.", ".received.", StringComparison.Ordinal)), text);
            }
        }
    }

    private static string Folder(string document, [CallerFilePath] string thisFile = "")
        => Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(thisFile))!, "Snapshots", document);
}
