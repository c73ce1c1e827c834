using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OgGen.Generator.Naming;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>Every text becomes a legal C# identifier, the same one everywhere.</summary>
[TestClass]
public sealed class NamingTests
{
    [TestMethod]
    public void Any_text_becomes_an_identifier()
        => Check.QuickThrowOnFailure(
            Prop.ForAll(
                Texts.Any,
                static text => IsIdentifier(CSharpName.Escape(CSharpName.Pascal(text, "Value")).Escaped)
                    && IsIdentifier(CSharpName.Escape(CSharpName.Camel(text, "value")).Escaped)));

    [TestMethod]
    [DataRow("")]
    [DataRow("-")]
    [DataRow("-1")]
    [DataRow("+")]
    public void Any_value_becomes_an_identifier(string start)
        => Check.QuickThrowOnFailure(
            Prop.ForAll(Texts.Any, text => IsIdentifier(CSharpName.Value(start + text)) && CSharpName.Value(start + text).Length <= 204));

    [TestMethod]
    public void The_property_refutes_a_naming_that_only_upper_cases_words()
        => Assert.Throws<Exception>(() => Check.QuickThrowOnFailure(
            Prop.ForAll(Texts.Any, static text => IsIdentifier(string.Concat(text.Split('-', ' ', '.').Select(Capitalize))))));

    [TestMethod]
    public void A_name_is_normalized_and_holds_nothing_invisible_as_the_compiler_and_readers_compare_it()
        => Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, static text => CSharpName.Pascal(text, "Value") is var name
            && name.All(static c => char.IsLetterOrDigit(c) || c == '_') && name.Length <= 200));

    [TestMethod]
    public void A_name_is_the_same_in_every_culture()
        => Check.QuickThrowOnFailure(
            Prop.ForAll(
                Texts.Any, static text => InCultures(() => CSharpName.Pascal(text, "Value") + CSharpName.Camel(text, "value")) == 1));

    [TestMethod]
    public void The_property_refutes_a_naming_that_asks_the_culture()
        => Assert.Throws<Exception>(() => Check.QuickThrowOnFailure(
            Prop.ForAll(Texts.Any, static text => InCultures(() => text.ToUpper(CultureInfo.CurrentCulture)) == 1)));

    [TestMethod]
    public void Every_keyword_of_CSharp_is_escaped()
    {
        foreach (SyntaxKind kind in SyntaxFacts.GetKeywordKinds().Where(SyntaxFacts.IsReservedKeyword))
        {
            string keyword = SyntaxFacts.GetText(kind);
            Assert.AreEqual("@" + keyword, CSharpName.Escape(keyword).Escaped);
        }
    }

    [TestMethod]
    public void A_long_text_keeps_its_difference()
    {
        string text = new('a', 500);

        Assert.IsLessThanOrEqualTo(200, CSharpName.Pascal(text, "Value").Length);
        Assert.AreNotEqual(CSharpName.Pascal(text + "b", "Value"), CSharpName.Pascal(text + "c", "Value"));
    }

    [TestMethod]
    [DataRow("petId", "PetId", "petId")]
    [DataRow("X-Request-ID", "XRequestID", "xRequestID")]
    [DataRow("URLPath", "URLPath", "urlPath")]
    [DataRow("ID", "ID", "id")]
    [DataRow("IDs", "IDs", "ids")]
    [DataRow("AB2C", "Ab2c", "ab2c")]
    [DataRow("O2Level", "O2Level", "o2Level")]
    [DataRow("NOT_FOUND", "NotFound", "notFound")]
    [DataRow("ACTIVE", "Active", "active")]
    [DataRow("IN_US", "InUs", "inUs")]
    [DataRow("EU", "EU", "eu")]
    [DataRow("ÄÖÜ", "ÄÖÜ", "äöü")]
    [DataRow("snake_case_name", "SnakeCaseName", "snakeCaseName")]
    [DataRow("a.b", "AB", "ab")]
    [DataRow("2-toed sloth", "_2ToedSloth", "_2ToedSloth")]
    [DataRow("class", "Class", "class")]
    [DataRow("größe", "Größe", "größe")]
    [DataRow("", "Value", "value")]
    [DataRow("()", "Value", "value")]
    [DataRow("!=", "NotEqual", "notEqual")]
    [DataRow("_", "Underscore", "underscore")]
    [DataRow("Stripe API", "StripeApi", "stripeApi")]
    [DataRow("Etc/UTC", "EtcUtc", "etcUtc")]
    [DataRow("JQLQuery", "JQLQuery", "jqlQuery")]
    [DataRow("2020-08-27", "_2020_08_27", "_2020_08_27")]
    [DataRow("tls 1.2", "Tls1_2", "tls1_2")]
    [DataRow("GitHub's API", "GitHubsApi", "gitHubsApi")]
    public void Words_are_joined_as_CSharp_names_are(string text, string pascal, string camel)
    {
        Assert.AreEqual(pascal, CSharpName.Pascal(text, "Value"));
        Assert.AreEqual(camel, CSharpName.Camel(text, "value"));
    }

    [TestMethod]
    [DataRow("", "Empty")]
    [DataRow("+1", "Plus1")]
    [DataRow("-1", "Minus1")]
    [DataRow("-1.5", "Minus1_5")]
    [DataRow("-created", "MinusCreated")]
    [DataRow("A+", "APlus")]
    [DataRow("A-", "AMinus")]
    [DataRow("Etc/GMT+1", "EtcGmtPlus1")]
    [DataRow("Etc/GMT-1", "EtcGmt1")]
    [DataRow("reactions-+1", "ReactionsPlus1")]
    [DataRow("reactions--1", "ReactionsMinus1")]
    [DataRow("sha-256", "Sha256")]
    [DataRow("application/vnd.api+json", "ApplicationVndApiJson")]
    [DataRow("a - b", "AB")]
    [DataRow(">=", "GreaterEqual")]
    [DataRow("*", "Asterisk")]
    [DataRow("-", "Minus")]
    public void The_signs_of_a_value_or_member_count(string text, string expected) => Assert.AreEqual(expected, CSharpName.Value(text));

    private static int InCultures(Func<string> name)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        CultureInfo before = CultureInfo.CurrentCulture;
        foreach (string culture in new[] { "", "tr-TR", "az", "lt-LT", "fa-IR" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            names.Add(name());
        }

        CultureInfo.CurrentCulture = before;
        return names.Count;
    }

    private static string Capitalize(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];

    private static bool IsIdentifier(string name)
        => SyntaxFacts.IsValidIdentifier(name.TrimStart('@'))
            && name.IsNormalized(NormalizationForm.FormC)
            && SyntaxFactory.ParseExpression(name) is IdentifierNameSyntax { ContainsDiagnostics: false } parsed
            && parsed.FullSpan.Length == name.Length;
}
