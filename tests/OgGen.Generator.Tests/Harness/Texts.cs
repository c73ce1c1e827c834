using FsCheck;
using FsCheck.Fluent;

namespace OgGen.Generator.Tests.Harness;

/// <summary>Texts as they may stand in a document: mostly what is hard to write.</summary>
internal static class Texts
{
    private static readonly Gen<string> s_printable = Gen.OneOf(
        Gen.Elements(
            "a",
            "B",
            "z9",
            "_",
            " ",
            "-",
            ".",
            "foo",
            "Bar",
            "class",
            "1st",
            "ID",
            "İ",
            "ı",
            "ß",
            "é",
            "名",
            "Ω",
            "ǅ",
            "a\u0301",
            "😀",
            "𝒜"),
        Gen.Elements(
            "\"", "'", "\\", "<", ">", "&", "`", "{", "}", "{{", "$", "@", "/*", "*/", "//", "</summary>", "]]>", "#if", "u8", "%"));

    private static readonly Gen<string> s_controls = Gen.OneOf(
        Gen.Elements("\0", "\a", "\b", "\t", "\n", "\v", "\f", "\r", "\r\n", "\u001b", "\u007f", "\u0085", "\u00a0", "\u00ad"),
        Gen.Elements("\u200b", "\u200e", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ufffe", "\uffff"));

    private static readonly Gen<string> s_lone = Gen.Elements("\ud800", "\udbff", "\udc00", "\udfff", "\ud83d");

    /// <summary>Letters, digits, signs and pairs of surrogates.</summary>
    public static Arbitrary<string> Printable { get; } = Join(s_printable);

    /// <summary>Every text that UTF-8 can carry.</summary>
    public static Arbitrary<string> WellFormed { get; } = Join(Gen.OneOf(s_printable, s_controls));

    /// <summary>Every text that C# can carry, halves of surrogate pairs included.</summary>
    public static Arbitrary<string> Any { get; } = Join(Gen.OneOf(s_printable, s_controls, s_lone));

    private static Arbitrary<string> Join(Gen<string> pieces)
        => Arb.From(pieces.ArrayOf().Select(string.Concat), static text => Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1)));
}
