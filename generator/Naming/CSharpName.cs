using System.Globalization;
using System.Text;
using OgGen.Generator.Common;

namespace OgGen.Generator.Naming;

/// <summary>
/// Turns any text into a C# identifier: the only way by which names of a document become names in code.
/// </summary>
/// <remarks>
/// What comes out consists of letters and digits of the basic multilingual plane and underscores, so neither syntax nor
/// invisible characters pass. The same text gives the same name in every culture.
/// </remarks>
internal static class CSharpName
{
    /// <summary>What a text is called that has neither letters nor digits.</summary>
    private static readonly Dictionary<char, string> s_symbols = new()
    {
        ['='] = "Equal", ['!'] = "Not", ['<'] = "Less", ['>'] = "Greater", ['~'] = "Tilde", ['+'] = "Plus", ['-'] = "Minus", ['*'] = "Asterisk",
        ['/'] = "Slash", ['\\'] = "Backslash", ['.'] = "Dot", [','] = "Comma", [':'] = "Colon", [';'] = "Semicolon", ['%'] = "Percent", ['&'] = "And",
        ['|'] = "Or", ['$'] = "Dollar", ['#'] = "Hash", ['@'] = "At", ['^'] = "Caret", ['?'] = "Question", ['_'] = "Underscore",
    };

    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const",
        "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern",
        "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
        "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params",
        "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof",
        "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",

        // Contextual ones that are refused as names of types or in some places.
        "await", "async", "field", "file", "record", "required", "scoped", "var", "dynamic", "nint", "nuint", "notnull",
        "unmanaged", "managed", "partial", "where", "yield", "value", "global", "nameof", "when", "and", "or", "not",
        "with", "init", "get", "set", "add", "remove", "extension", "allows", "__arglist", "__makeref", "__reftype", "__refvalue",
    };

    /// <summary>A name for a type, a member or a namespace part: PascalCase.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="fallback">The name for a text without a single usable character.</param>
    public static string Pascal(string text, string fallback)
    {
        var name = new StringBuilder(text.Length);
        bool isShouted = IsShouted(text, 0, text.Length);
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && (IsWordPart(text[end]) || IsApostrophe(text[end])))
            {
                end++;
            }

            AddWord(name, text, i, end, isShouted);
            i = end + 1;
        }

        return Finish(name.Length > 0 ? name : Symbols(text), fallback);
    }

    /// <summary>A name for a value of an enumeration, or a member: signs count.</summary>
    public static string Value(string text) => text.Length == 0 ? "Empty" : Pascal(SpellSigns(text), "Value");

    /// <summary>A name for a parameter or a local: camelCase. The first word has no capitals: <c>URLPath</c> → <c>urlPath</c>, <c>IDs</c> → <c>ids</c>.</summary>
    public static string Camel(string text, string fallback)
    {
        string pascal = Pascal(text, fallback);
        string first = Words.Of(pascal)[0];
        return first.ToLowerInvariant() + pascal.Substring(first.Length);
    }

    /// <summary>The identifier as it is written: keywords need an @.</summary>
    public static Identifier Escape(string name) => new(name, IsKeyword: s_keywords.Contains(name));

    /// <summary>Whether a text can be written as a namespace.</summary>
    public static bool IsNamespace(string text)
        => text.Length is > 0 and <= 512 && text.Split('.').All(static part => part.Trim('_').Length > 0 && IsIdentifier(part));

    /// <summary>The namespace of a project that is called so, as <c>dotnet new</c> has it: <c>my-app</c> → <c>my_app</c>, <c>3d</c> → <c>_3d</c>.</summary>
    public static string NamespaceOf(string project)
        => string.Join(".", project.Split('.').Where(static part => part.Length > 0).Select(static part =>
            (char.IsDigit(part[0]) ? "_" : "") + string.Concat(part.Select(static c => IsNamePart(c) ? c : '_'))));

    /// <summary>Whether a text is an identifier that this component would produce or keep.</summary>
    public static bool IsIdentifier(string text)
        => text.Length is > 0 and <= Limits.Name && !char.IsDigit(text[0]) && text.All(IsNamePart);

    /// <summary>Adds a word; digits that would run into those before it stay apart: 1.2 is not 12.</summary>
    private static void AddWord(StringBuilder name, string text, int start, int end, bool isShouted)
    {
        isShouted = isShouted || IsShouted(text, start, end);
        bool isFirst = true;
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (IsApostrophe(c))
            {
                // "GitHub's" is one word.
                continue;
            }

            if (isFirst && char.IsDigit(c) && name.Length > 0 && char.IsDigit(name[name.Length - 1]))
            {
                name.Append('_');
            }

            name.Append(isFirst ? char.ToUpperInvariant(c) : isShouted ? char.ToLowerInvariant(c) : c);
            isFirst = false;
        }
    }

    /// <summary>The signs of a text as words. A hyphen is one before a number, at the start, and at the end; else it separates words.</summary>
    private static string SpellSigns(string text)
    {
        if (text.IndexOfAny(['+', '-']) < 0 || !text.Any(IsWordPart))
        {
            return text;
        }

        var spelled = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsSign(text, i))
            {
                spelled.Append(text[i] == '+' ? " Plus " : " Minus ");
            }
            else
            {
                spelled.Append(text[i]);
            }
        }

        return spelled.ToString();
    }

    private static bool IsSign(string text, int i)
    {
        bool isLast = i == text.Length - 1;
        bool isBeforeDigit = !isLast && char.IsDigit(text[i + 1]);
        return text[i] switch
        {
            '+' => i == 0 || isLast || isBeforeDigit,
            '-' when i == 0 => !isLast && IsWordPart(text[1]),
            '-' => isLast || isBeforeDigit && !IsWordPart(text[i - 1]),
            _ => false,
        };
    }

    private static StringBuilder Symbols(string text)
    {
        var name = new StringBuilder();
        foreach (char c in text)
        {
            name.Append(s_symbols.TryGetValue(c, out string? word) ? word : "");
        }

        return name;
    }

    /// <summary>Whether a text, or a word of it, is written in capitals throughout, which then say nothing: NOT_FOUND, but not ID, and not URLPath.</summary>
    private static bool IsShouted(string text, int start, int end)
    {
        int capitals = 0;
        for (int i = start; i < end; i++)
        {
            if (text[i] is >= 'A' and <= 'Z')
            {
                capitals++;
            }
            else if (char.IsLetter(text[i]))
            {
                return false;
            }
        }

        return capitals > 2;
    }

    private static string Finish(StringBuilder name, string fallback)
    {
        if (name.Length == 0)
        {
            return fallback;
        }

        if (char.IsDigit(name[0]))
        {
            name.Insert(0, '_');
        }

        return Bounded(name.ToString());
    }

    /// <summary>A name that is no longer than the compiler and its readers bear: the end of one that is, is its hash.</summary>
    public static string Bounded(string name)
        => name.Length <= Limits.Name ? name : name.Substring(0, Limits.Name - 9) + "_" + StableHash.Of(name);

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    private static bool IsWordPart(char c) => c != '_' && IsNamePart(c);

    private static bool IsNamePart(char c)
    {
        if (c < 0x80)
        {
            return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;
    }
}
