using System.Runtime.CompilerServices;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>A line of C# is read without scrolling.</summary>
[TestClass]
public sealed class LineLengthTests
{
    private static readonly string[] s_generated = ["bin", "obj", "artifacts", "node_modules", "TestResults"];
    private static readonly string[] s_snapshots = [".verified.", ".received."];

    [TestMethod]
    public void No_line_has_more_than_140_columns()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));
        string[] files = [.. Files(root)];

        Assert.IsGreaterThan(500, files.Length, root);
        CodeBase.AssertNone([.. files.SelectMany(file => LineLengthRules.Long(Path.GetRelativePath(root, file), File.ReadAllText(file)))]);
    }

    [TestMethod]
    [DataRow("int a;", 140, false)]
    [DataRow("int a;", 141, true)]
    [DataRow("// a", 141, true)]
    [DataRow("string a = \"a\";", 141, true)]
    public void A_planted_line_is_found(string start, int length, bool isFound)
    {
        string text = $"class P\n{{\n{start.PadRight(length, ' ')[..^1]}/\n}}\n";

        CollectionAssert.AreEqual(
            isFound ? new[] { $"P.cs:3 has {length} columns" } : [], LineLengthRules.Long("P.cs", text).ToArray());
    }

    [TestMethod]
    public void A_line_of_a_literal_of_several_lines_is_text()
    {
        string text = $"class P\n{{\n    string a = \"\"\"\n        {new string('x', 200)}\n        \"\"\";\n}}\n";

        Assert.IsEmpty(LineLengthRules.Long("P.cs", text));
    }

    /// <summary>The sources, without what is generated and the snapshots of it.</summary>
    private static IEnumerable<string> Files(string folder)
        => Directory.EnumerateFiles(folder, "*.cs")
            .Where(static file => !s_snapshots.Any(snapshot => file.Contains(snapshot, StringComparison.Ordinal)))
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(static inner => Path.GetFileName(inner) is var name && name[0] != '.' && !s_generated.Contains(name))
                .SelectMany(Files));

    private static string Here([CallerFilePath] string path = "") => path;
}
