using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>Which files know a keyword, by what they do with it: where to look when its meaning changes.</summary>
internal static class KeywordTable
{
    /// <summary>The table as Markdown, one line for each keyword.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="conformance">The program that makes samples and calls from a document, without the generator's own code.</param>
    public static string Print(CodeBase generator, CodeBase conformance)
    {
        var keywords = new SpecKeywords(generator);
        ILookup<string, string> read = Join(
            Constants(generator.Files.Where(static file => file.Folder == "Document" && !IsCheck(file) && !IsGrammar(file))),
            Properties(generator.Files.Where(static file => file.Folder is "Document" or "Schemas" or "Planning" or "Building")));
        ILookup<string, string> check = Constants(generator.Files.Where(IsCheck));
        ILookup<string, string> special = Constants(generator.Files.Where(IsComparison));
        ILookup<string, string> sample = Constants(conformance.Files);
        string[] comparing = [.. generator.Files.Where(IsComparison).Select(Name)];

        var text = new StringBuilder("""
            # The keywords of OpenAPI, and the files that know them

            Computed from the symbols of the code; `KeywordTests` compares it. A file reads a keyword if it refers to its property of
            Microsoft.OpenApi, or in `Document/` has its name as a string. It checks a keyword if it does so in `Document/Checks`, and
            samples it if it does so in `tests/tools/OgGen.Conformance`. Types are compared by all keywords of their schemas, known or not; a
            star marks those with a rule of their own. A file prints a keyword if it refers to a member of the model that carries it,
            which `KeywordCarriers` lists. A string that is spelled like a keyword counts as one.

            | keyword | of | read | check | compare | print | sample |
            | --- | --- | --- | --- | --- | --- | --- |

            """);
        foreach (string keyword in keywords.All)
        {
            string[] compare = keywords.ObjectsWith(keyword).Contains("Schema")
                ? [.. comparing.Select(file => special[keyword].Contains(file) ? file + "*" : file)]
                : [];
            string[][] columns =
            [
                [.. keywords.ObjectsWith(keyword)], [.. read[keyword]], [.. check[keyword]], compare,
                [.. Printers(generator, keyword)], [.. sample[keyword]],
            ];
            text.Append("| `").Append(keyword).Append("` |");
            foreach (string[] column in columns)
            {
                text.Append(' ').AppendJoin(", ", column.Distinct().Order(StringComparer.Ordinal)).Append(column.Length > 0 ? " |" : "|");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Keywords of the specification without an entry in the list of what carries them.</summary>
    public static IReadOnlyList<string> WithoutEntry(CodeBase code)
        => [.. new SpecKeywords(code).All.Where(static keyword => !KeywordCarriers.Members.ContainsKey(keyword))];

    /// <summary>Entries of that list that are of no keyword, or that name a member that the model does not have.</summary>
    public static IReadOnlyList<string> WrongEntries(CodeBase code)
    {
        HashSet<string> keywords = [.. new SpecKeywords(code).All];
        HashSet<string> members =
        [
            .. code.Files.Where(static file => file.Folder == "Model")
                .SelectMany(static file => file.DeclaredTypes)
                .SelectMany(static type => type.GetMembers())
                .Select(Described),
        ];
        return
        [
            .. from entry in KeywordCarriers.Members
               where !keywords.Contains(entry.Key)
               select $"'{entry.Key}' is no keyword",
            .. from entry in KeywordCarriers.Members
               from member in entry.Value
               where !members.Contains(member)
               select $"'{entry.Key}' is carried by {member}, which the model does not have",
        ];
    }

    private static IEnumerable<string> Printers(CodeBase code, string keyword)
        => from file in code.Files
           where file.Folder == "Source"
           let carriers = KeywordCarriers.Members.GetValueOrDefault(keyword, [])
           where file.References.Any(reference => carriers.Contains(Described(reference.Symbol)))
           select Name(file);

    private static string Described(ISymbol symbol) => $"{symbol.ContainingType?.Name}.{symbol.Name}";

    private static bool IsCheck(CodeFile file) => file.Path.StartsWith("Document/Checks/", StringComparison.Ordinal);

    private static bool IsGrammar(CodeFile file) => file.Path == "Document/SpecGrammar.cs";

    /// <summary>What compares schemas goes through all their keywords and asks the grammar what each holds.</summary>
    private static bool IsComparison(CodeFile file)
        => file.Folder == "Schemas"
            && file.References.Any(static one => one.Symbol is IMethodSymbol { Name: "Child", ContainingType.Name: "SpecGrammar" });

    private static string Name(CodeFile file) => Path.GetFileNameWithoutExtension(file.Path);

    /// <summary>The files with a string constant, by its value.</summary>
    private static ILookup<string, string> Constants(IEnumerable<CodeFile> files)
        => (from file in files
            from text in file.Nodes.OfType<LiteralExpressionSyntax>().Select(static literal => literal.Token.Value as string)
                .Concat(file.References.Select(static reference => (reference.Symbol as IFieldSymbol)?.ConstantValue as string))
            where text is not null
            select (text, Name(file)))
            .ToLookup(static pair => pair.text, static pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The files that refer to a property of Microsoft.OpenApi, by the keyword that it stands for.</summary>
    private static ILookup<string, string> Properties(IEnumerable<CodeFile> files)
        => (from file in files
            from property in file.References.Select(static reference => reference.Symbol).OfType<IPropertySymbol>()
            from keyword in SpecKeywords.KeywordsOf(property)
            select (keyword, Name(file)))
            .ToLookup(static pair => pair.keyword, static pair => pair.Item2, StringComparer.Ordinal);

    private static ILookup<string, string> Join(ILookup<string, string> first, ILookup<string, string> second)
        => first.Concat(second)
            .SelectMany(static group => group.Select(file => (group.Key, File: file)))
            .ToLookup(static pair => pair.Key, static pair => pair.File, StringComparer.Ordinal);
}
