using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OgGen.Docs.Tests.Markdown;

namespace OgGen.Docs.Tests.Programs;

/// <summary>
/// The C# of one section of a page as a program: its blocks one after the other, with the usings that the page shows and those that the SDK
/// adds to every project, and no others.
/// </summary>
internal sealed class PageProgram
{
    private static readonly string[] s_sdkUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] s_webUsings =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private readonly string _text;

    private PageProgram(string text, bool isProgram, IReadOnlyList<string> expected)
    {
        _text = text;
        IsProgram = isProgram;
        Expected = expected;
    }

    /// <summary>Whether it has statements to run; else it only declares types.</summary>
    public bool IsProgram { get; }

    /// <summary>What it prints, line by line: the comments that begin with an arrow (<c>// → text</c>).</summary>
    public IReadOnlyList<string> Expected { get; }

    /// <param name="page">The page.</param>
    /// <param name="section">The section.</param>
    /// <param name="adapt">Puts what is here in place of what the page only names, such as the address of a service.</param>
    public static PageProgram Of(Page page, Section section, Func<string, string> adapt)
    {
        CompilationUnitSyntax[] shared =
            [.. page.Sections.TakeWhile(static part => part.Level == 1).SelectMany(static part => part.Of("csharp")).Select(Parse)];
        CompilationUnitSyntax[] own = [.. section.Of("csharp").Select(block => Parse(block with { Text = adapt(block.Text) }))];
        bool isWeb = own.Any(static unit => unit.DescendantTokens().Any(static token => token.ValueText is "builder" or "WebApplication"));
        IEnumerable<string> shown = shared.Concat(own).SelectMany(static unit => unit.Usings)
            .Select(static directive => directive.ToString().Trim());
        IEnumerable<string> added = s_sdkUsings.Concat(isWeb ? s_webUsings : []).Select(static name => $"using {name};");
        MemberDeclarationSyntax[] members = [.. own.SelectMany(static unit => unit.Members)];
        GlobalStatementSyntax[] statements = [.. members.OfType<GlobalStatementSyntax>()];
        string text = string.Join('\n', added.Concat(shown).Distinct()) + "\n{0}\n"
            + string.Concat(statements.Select(Text)) + string.Concat(members.Except(statements).Select(Text));
        string[] expected =
        [
            .. section.Of("csharp").SelectMany(static block => block.Text.Split('\n'))
                .Select(static line => line.Split("// → "))
                .Where(static parts => parts.Length == 2)
                .Select(static parts => parts[1].TrimEnd()),
        ];
        return new PageProgram(text, statements.Length > 0, expected);
    }

    /// <summary>Whether a block is more than usings.</summary>
    public static bool HasCode(Block block) => Parse(block).Members.Count > 0;

    /// <summary>The text of the program.</summary>
    /// <param name="given">What it uses and does not declare.</param>
    public string TextWith(string given) => _text.Replace("{0}", given, StringComparison.Ordinal);

    private static CompilationUnitSyntax Parse(Block block) => CSharpSyntaxTree.ParseText(block.Text + "\n").GetCompilationUnitRoot();

    private static string Text(SyntaxNode node) => node.ToFullString();
}
