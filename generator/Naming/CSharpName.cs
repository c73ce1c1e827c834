using System.Globalization;
using System.Text;
using OgGen.Generator.Common;

namespace OgGen.Generator.Naming;

/// <summary>
/// Turns any string into a C# identifier. Every name of a document becomes a name in code here.
/// </summary>
/// <remarks>
/// The result consists of letters and digits of the basic multilingual plane and underscores, so neither syntax nor
/// invisible characters pass. The same string gives the same name in every culture.
/// </remarks>
internal static class CSharpName
{
    /// <summary>In characters: the names of nearly all documents.</summary>
    private const int MostOnStack = 256;

    /// <summary>The names of symbols, for strings without letters and digits.</summary>
    private static readonly Dictionary<char, string> s_symbols = new()
    {
        ['='] = "Equal",
        ['!'] = "Not",
        ['<'] = "Less",
        ['>'] = "Greater",
        ['~'] = "Tilde",
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['*'] = "Asterisk",
        ['/'] = "Slash",
        ['\\'] = "Backslash",
        ['.'] = "Dot",
        [','] = "Comma",
        [':'] = "Colon",
        [';'] = "Semicolon",
        ['%'] = "Percent",
        ['&'] = "And",
        ['|'] = "Or",
        ['$'] = "Dollar",
        ['#'] = "Hash",
        ['@'] = "At",
        ['^'] = "Caret",
        ['?'] = "Question",
        ['_'] = "Underscore",
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

        // Contextual keywords that the compiler refuses as names of types or in some contexts.
        "await", "async", "field", "file", "record", "required", "scoped", "var", "dynamic", "nint", "nuint", "notnull",
        "unmanaged", "managed", "partial", "where", "yield", "value", "global", "nameof", "when", "and", "or", "not",
        "with", "init", "get", "set", "add", "remove", "extension", "allows", "__arglist", "__makeref", "__reftype", "__refvalue",
    };

    /// <summary>A name for a type, a member or a namespace part: PascalCase.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="fallback">The name for a string without a usable character.</param>
    public static string Pascal(string text, string fallback)
    {
        // An underscore may precede the name, and each digit.
        int room = (2 * text.Length) + 1;
        Span<char> name = room <= MostOnStack ? stackalloc char[MostOnStack] : new char[room];
        name[0] = '_';
        int length = 1;
        bool isShouted = IsShouted(text, 0, text.Length);
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && (IsWordPart(text[end]) || IsApostrophe(text[end])))
            {
                end++;
            }

            AddWord(name, ref length, text, i, end, isShouted);
            i = end + 1;
        }

        if (length == 1)
        {
            string symbols = string.Concat(text.Select(static c => s_symbols.TryGetValue(c, out string? word) ? word : ""));
            return symbols.Length > 0 ? Bounded(symbols) : fallback;
        }

        int start = char.IsDigit(name[1]) ? 0 : 1;
        return Bounded(name.Slice(start, length - start).ToString());
    }

    /// <summary>A name for a value of an enumeration, or a member: signs count.</summary>
    public static string Value(string text) => text.Length == 0 ? "Empty" : Pascal(SpellSigns(text), "Value");

    /// <summary>
    /// A name for a parameter or a local: camelCase. The first word has no capitals: <c>URLPath</c> → <c>urlPath</c>, <c>IDs</c> →
    /// <c>ids</c>.
    /// </summary>
    public static string Camel(string text, string fallback)
    {
        string pascal = Pascal(text, fallback);
        string first = Words.First(pascal);
        return first.ToLowerInvariant() + pascal.Substring(first.Length);
    }

    /// <summary>The identifier as code writes it: keywords need an @.</summary>
    public static Identifier Escape(string name) => new(name, IsKeyword: s_keywords.Contains(name));

    /// <summary>Whether a string is a valid namespace.</summary>
    public static bool IsNamespace(string text)
        => text.Length is > 0 and <= 512 && text.Split('.').All(static part => part.Trim('_').Length > 0 && IsIdentifier(part));

    /// <summary>
    /// The namespace of a project, derived from its name as <c>dotnet new</c> does: <c>my-app</c> → <c>my_app</c>, <c>3d</c> → <c>_3d</c>.
    /// </summary>
    public static string NamespaceOf(string project)
        => string.Join(".", project.Split('.').Where(static part => part.Length > 0).Select(static part =>
            (char.IsDigit(part[0]) ? "_" : "") + string.Concat(part.Select(static c => IsNamePart(c) ? c : '_'))));

    /// <summary>Whether a string is an identifier that this class would produce or keep.</summary>
    public static bool IsIdentifier(string text)
        => text.Length is > 0 and <= Limits.Name && !char.IsDigit(text[0]) && text.All(IsNamePart);

    /// <summary>Adds a word; digits that would run into those before it stay apart: 1.2 is not 12.</summary>
    private static void AddWord(Span<char> name, ref int length, string text, int start, int end, bool isShouted)
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

            if (isFirst && char.IsDigit(c) && char.IsDigit(name[length - 1]))
            {
                name[length++] = '_';
            }

            name[length++] = isFirst ? char.ToUpperInvariant(c) : isShouted ? char.ToLowerInvariant(c) : c;
            isFirst = false;
        }
    }

    /// <summary>
    /// Spells out the signs of a string. A hyphen is one before a number, at the start, and at the end; else it separates words.
    /// </summary>
    private static string SpellSigns(string text)
    {
        if (text.IndexOf('+') < 0 && text.IndexOf('-') < 0 || !text.Any(IsWordPart))
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

    /// <summary>
    /// Whether a string, or a word of it, is in capitals throughout, which are then no word boundaries: NOT_FOUND, but not ID, and not
    /// URLPath.
    /// </summary>
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

    /// <summary>The name, shortened to the limit: the end of a longer name is replaced by its hash.</summary>
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
