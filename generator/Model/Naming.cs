using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OgGen.Generator.Model;

/// <summary>
/// Turns any text into a C# identifier: the only way by which names of a document become names in code.
/// </summary>
/// <remarks>
/// What comes out consists of letters and digits of the basic multilingual plane and underscores, so neither syntax nor
/// invisible characters pass. The same text gives the same name in every culture.
/// </remarks>
internal static class Naming
{
    private static readonly Regex s_negative = new(@"\A-[0-9]{1,30}(\.[0-9]{1,30})?\z", RegexOptions.CultureInvariant);

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
        bool isShouted = IsShouted(text);
        bool upper = true;
        foreach (char c in text)
        {
            if (c is '\'' or '\u2019')
            {
                // "GitHub's" is one word.
                continue;
            }

            bool isPart = IsNamePart(c) && c != '_';
            if (isPart)
            {
                name.Append(upper ? char.ToUpperInvariant(c) : isShouted ? char.ToLowerInvariant(c) : c);
            }

            upper = !isPart;
        }

        return Finish(name, fallback);
    }

    /// <summary>A name for a value of an enumeration, whose sign counts.</summary>
    public static string Value(string text)
        => text.Length == 0 ? "Empty"
            : s_negative.IsMatch(text) ? "Minus" + text.Substring(1).Replace('.', '_')
            : text.Length > 1 && text[0] == '-' && char.IsDigit(text[1]) ? Pascal("Minus " + text.Substring(1), "Value")
            : text.Length > 1 && text[0] == '+' ? "Plus" + Pascal(text.Substring(1), "Value")
            : Pascal(text, "Value");

    /// <summary>A name for a parameter or a local: camelCase.</summary>
    public static string Camel(string text, string fallback)
    {
        string pascal = Pascal(text, fallback);
        int upper = 0;
        while (upper < pascal.Length && char.IsUpper(pascal[upper]))
        {
            upper++;
        }

        // ID → id, IDs → ids would be wrong for URLPath → urlPath: the last capital of a run begins the next word.
        int lower = upper <= 1 || upper == pascal.Length ? Math.Max(upper, 1) : upper - 1;
        return Lower(pascal, lower);
    }

    /// <summary>The identifier as it is written: keywords need an @.</summary>
    public static string Escape(string identifier) => s_keywords.Contains(identifier) ? "@" + identifier : identifier;

    /// <summary>Whether a text can be written as a namespace.</summary>
    public static bool IsNamespace(string text)
        => text.Length is > 0 and <= 512 && text.Split('.').All(static part => part.Length > 0 && Pascal(part, "").Length > 0 && IsIdentifier(part));

    /// <summary>Whether a text is an identifier that this component would produce or keep.</summary>
    public static bool IsIdentifier(string text)
        => text.Length is > 0 and <= Limits.Name && !char.IsDigit(text[0]) && text.All(IsNamePart);

    /// <summary>Whether a text is written in capitals throughout, which then say nothing: NOT_FOUND, but not ID, and not URLPath.</summary>
    private static bool IsShouted(string text)
    {
        int capitals = 0;
        foreach (char c in text)
        {
            if (c is >= 'A' and <= 'Z')
            {
                capitals++;
            }
            else if (char.IsLetter(c))
            {
                return false;
            }
        }

        return capitals > 2;
    }

    private static string Lower(string pascal, int count)
        => pascal.Substring(0, count).ToLowerInvariant() + pascal.Substring(count);

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

        if (name.Length > Limits.Name)
        {
            string whole = name.ToString();
            return whole.Substring(0, Limits.Name - 9) + "_" + StableHash.Of(whole);
        }

        return name.ToString();
    }

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

/// <summary>A hash that is the same on every machine and in every run.</summary>
internal static class StableHash
{
    /// <summary>Eight hexadecimal digits (FNV-1a over UTF-16).</summary>
    public static string Of(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
