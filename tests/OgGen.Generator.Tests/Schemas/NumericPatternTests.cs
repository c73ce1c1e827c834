using OgGen.Generator.Schemas;

namespace OgGen.Generator.Tests.Schemas;

/// <summary>Which regular expressions allow numbers alone.</summary>
[TestClass]
public sealed class NumericPatternTests
{
    [TestMethod]
    [DataRow(@"^-?(?:0|[1-9]\d*)$", DisplayName = "integers of ASP.NET Core")]
    [DataRow(@"^[+-]?\d+$")]
    [DataRow("^[0-9]{1,19}$")]
    [DataRow(@"^\d{1,3}?$", DisplayName = "lazy")]
    [DataRow("^(0|[1-9][0-9]*)$")]
    [DataRow("^(?<whole>[0-9]+)$", DisplayName = "a named group")]
    [DataRow("^(?P<whole>[0-9]+)$", DisplayName = "a named group of Python")]
    [DataRow(@"^(?!0)\d+$", DisplayName = "not zero")]
    [DataRow("^5$")]
    [DataRow(@"^\d+$|^-\d+$")]
    [DataRow(@"^((\d+){2,}){2,}$", DisplayName = "nested repetitions")]
    public void Integers_are_numbers(string pattern)
    {
        Assert.IsTrue(NumericPattern.IsNumber(pattern), pattern);
        Assert.IsTrue(NumericPattern.IsInteger(pattern), pattern);
    }

    [TestMethod]
    [DataRow(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?$", DisplayName = "decimals of ASP.NET Core")]
    [DataRow(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$", DisplayName = "doubles of ASP.NET Core")]
    [DataRow(@"^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$", DisplayName = "Decimal of Pydantic")]
    [DataRow(
        @"^(?!^[-+.]*$)[+-]?0*(?:\d{0,8}|(?=[\d.]{1,11}0*$)\d{0,8}\.\d{0,2}0*$)",
        DisplayName = "limited Decimal of Pydantic, which forgets an end")]
    [DataRow(@"^\d*[.]\d{2}$")]
    [DataRow(@"^[\d]+(\.[0-9]+)*?$", false, DisplayName = "two points")]
    [DataRow(@"^\.\d+$")]
    public void Fractions_are_numbers_that_are_no_integers(string pattern, bool isNumber = true)
    {
        Assert.AreEqual(isNumber, NumericPattern.IsNumber(pattern), pattern);
        Assert.IsFalse(NumericPattern.IsInteger(pattern), pattern);
    }

    [TestMethod]
    [DataRow(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?$", true, DisplayName = "decimals of ASP.NET Core")]
    [DataRow(@"^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$", true, DisplayName = "Decimal of Pydantic")]
    [DataRow(@"^\d*[.]\d{2}$", true)]
    [DataRow(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$", false, DisplayName = "doubles of ASP.NET Core")]
    [DataRow(@"^-?(?:0|[1-9]\d*)$", false, DisplayName = "integers of ASP.NET Core")]
    [DataRow(@"^\d+e\d+$", false)]
    [DataRow(@"^\d+\.[a-z]+$", false, DisplayName = "no number")]
    [DataRow(null, false)]
    public void Numbers_with_a_point_and_without_an_exponent_are_decimals(string? pattern, bool isDecimal)
        => Assert.AreEqual(isDecimal, NumericPattern.IsDecimal(pattern), pattern);

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow(@"\d+", DisplayName = "anything around it")]
    [DataRow(@"^\d+", DisplayName = "anything after it")]
    [DataRow(@"\d+$", DisplayName = "anything before it")]
    [DataRow(@"^\d+|x$", DisplayName = "anything in half of the cases")]
    [DataRow(@"^\d+$|^x$")]
    [DataRow(@"^\d{4}-\d{2}-\d{2}$", DisplayName = "a date")]
    [DataRow(@"^\d{2}:\d{2}$", DisplayName = "a time")]
    [DataRow(@"^\d+\.\d+\.\d+$", DisplayName = "a version")]
    [DataRow(@"^(\d{1,3}\.){3}\d{1,3}$", DisplayName = "an address")]
    [DataRow(@"^\+?\d+-\d+$", DisplayName = "a telephone number")]
    [DataRow("^[0-9.+-]+$", DisplayName = "the right characters, anywhere")]
    [DataRow("^[0-9a-f]+$", DisplayName = "hexadecimal digits")]
    [DataRow("^[0-z]$", DisplayName = "a range with more than digits")]
    [DataRow("^[+--]$", DisplayName = "a range of signs")]
    [DataRow("^[^a-z]+$", DisplayName = "all but letters")]
    [DataRow("^.*$")]
    [DataRow(@"^\d+%$")]
    [DataRow(@"^\d+\s*$")]
    [DataRow(@"^\D+$")]
    [DataRow(@"^(\d)\1$", DisplayName = "a reference to a group")]
    [DataRow(@"^\p{Nd}+$", DisplayName = "digits of all scripts")]
    [DataRow(@"(?i)^\d+$", DisplayName = "flags")]
    [DataRow("^[+-]?$", DisplayName = "no digit")]
    [DataRow("^$")]
    [DataRow(@"^(\d+$", DisplayName = "an open group")]
    [DataRow(@"^\d+)$", DisplayName = "a closed group")]
    [DataRow(@"^[\d+$", DisplayName = "an open class")]
    [DataRow(@"^\d{1,$", DisplayName = "open braces")]
    [DataRow("^+$")]
    [DataRow(@"^\d\", DisplayName = "half an escape")]
    [DataRow(@"^(?>\d+)$", DisplayName = "a construct that is not known")]
    public void Everything_else_is_a_string(string? pattern) => Assert.IsFalse(NumericPattern.IsNumber(pattern), pattern);

    [TestMethod]
    public void A_deep_or_long_expression_is_a_string()
    {
        Assert.IsFalse(NumericPattern.IsNumber("^" + new string('(', 100) + @"\d" + new string(')', 100) + "$"));
        Assert.IsFalse(NumericPattern.IsNumber("^" + string.Concat(Enumerable.Repeat(@"\d", 1000)) + "$"));
        Assert.IsTrue(
            NumericPattern.IsNumber(
                "^" + string.Concat(Enumerable.Repeat("(", 12)) + @"\d" + string.Concat(Enumerable.Repeat("{2,9})", 12)) + "$"));
    }
}
