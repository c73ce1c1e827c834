using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>A number is read where the value is exactly the same, and refused where it does not fit; never rounded to an integer.</summary>
[TestClass]
public sealed class NumberTests
{
    [TestMethod]
    [DataRow("0", "0")]
    [DataRow("-0", "0")]
    [DataRow("-1", "-1")]
    [DataRow("1.0", "1")]
    [DataRow("-10.00", "-10")]
    [DataRow("1e2", "100")]
    [DataRow("1E+2", "100")]
    [DataRow("120e-1", "12")]
    [DataRow("0.5e1", "5")]
    [DataRow("0e999", "0")]
    [DataRow("0.000e-999", "0")]
    [DataRow("\"5\"", "5")]
    [DataRow("\"-5.0\"", "-5")]
    [DataRow("\"1e2\"", "100")]
    [DataRow("\"+5\"", "5")]
    [DataRow("\"007\"", "7")]
    [DataRow("2147483647", "2147483647")]
    [DataRow("-2147483648.0", "-2147483648")]
    public void An_integer_is_read_however_it_is_written(string json, string written)
    {
        Assert.AreEqual(written, Codec.Echo<int, Int32Codec>(json));
        Assert.AreEqual(written, Codec.Echo<long, Int64Codec>(json));
    }

    [TestMethod]
    [DataRow("2147483648")]
    [DataRow("-2147483649")]
    [DataRow("\"2147483648\"")]
    [DataRow("1e10")]
    public void An_integer_of_32_bits_has_32_bits(string json)
    {
        Codec.Refuse<int, Int32Codec>(json);
        Assert.AreEqual(json.Contains('-', StringComparison.Ordinal) ? -1 : 1, Math.Sign(Codec.Read<long, Int64Codec>(json)));
    }

    [TestMethod]
    [DataRow("9223372036854775807")]
    [DataRow("-9223372036854775808")]
    [DataRow("9223372036854775807.0", "9223372036854775807")]
    [DataRow("-9223372036854775808.000", "-9223372036854775808")]
    [DataRow("\"9223372036854775807\"", "9223372036854775807")]
    [DataRow("92233720368547758070e-1", "9223372036854775807")]
    public void The_largest_integers_keep_every_digit(string json, string? written = null)
        => Assert.AreEqual(written ?? json, Codec.Echo<long, Int64Codec>(json));

    [TestMethod]
    [DataRow("9223372036854775808")]
    [DataRow("-9223372036854775809")]
    [DataRow("1e19")]
    [DataRow("1e999")]
    [DataRow("1e99999999999999999999")]
    [DataRow("100000000000000000000000000000000000000000000000000")]
    [DataRow("\"9223372036854775808\"")]
    public void An_integer_beyond_64_bits_is_refused(string json)
    {
        Codec.Refuse<int, Int32Codec>(json);
        Codec.Refuse<long, Int64Codec>(json);
    }

    [TestMethod]
    [DataRow("1.5")]
    [DataRow("1e-1")]
    [DataRow("1e-30")]
    [DataRow("1e-99999999999999999999")]
    [DataRow("1.00000000000000000000000000000000001")]
    [DataRow("0.99999999999999999999999999999999999")]
    [DataRow("\"1.5\"")]
    [DataRow("\"1e-30\"")]
    public void A_fraction_is_no_integer(string json)
    {
        Codec.Refuse<int, Int32Codec>(json);
        Codec.Refuse<long, Int64Codec>(json);
    }

    [TestMethod]
    [DataRow("\"\"")]
    [DataRow("\" 5\"")]
    [DataRow("\"5 \"")]
    [DataRow("\"5x\"")]
    [DataRow("\"0x5\"")]
    [DataRow("\"1,000\"")]
    [DataRow("\"--5\"")]
    [DataRow("\"+-5\"")]
    [DataRow("\"+\"")]
    [DataRow("\"-\"")]
    [DataRow("\"e5\"")]
    [DataRow("\".\"")]
    [DataRow("\"1e\"")]
    [DataRow("\"\\u0035\"")]
    [DataRow("\"NaN\"")]
    [DataRow("\"Infinity\"")]
    [DataRow("\"\u0665\"")]
    public void A_text_that_is_no_plain_number_is_refused(string json)
    {
        Codec.Refuse<int, Int32Codec>(json);
        Codec.Refuse<long, Int64Codec>(json);
        Codec.Refuse<double, DoubleCodec>(json);
        Codec.Refuse<float, SingleCodec>(json);
        Codec.Refuse<decimal, DecimalCodec>(json);
    }

    [TestMethod]
    [DataRow("0.119", "0.119")]
    [DataRow("1", "1")]
    [DataRow("-1.5e-7", "-1.5E-07")]
    [DataRow("\"2.25\"", "2.25")]
    [DataRow("\"+2.25\"", "2.25")]
    [DataRow("\".5\"", "0.5")]
    [DataRow("\"5.\"", "5")]
    [DataRow("\"0012.50\"", "12.5")]
    [DataRow("1.7976931348623157E+308", "1.7976931348623157E+308")]
    public void A_number_in_double_precision_comes_back(string json, string written)
        => Assert.AreEqual(written, Codec.Echo<double, DoubleCodec>(json));

    [TestMethod]
    [DataRow("1e999")]
    [DataRow("-1e309")]
    [DataRow("\"1e999\"")]
    [DataRow("\"-Infinity\"")]
    public void A_number_never_becomes_infinite(string json)
    {
        Codec.Refuse<double, DoubleCodec>(json);
        Codec.Refuse<float, SingleCodec>(json);
        Codec.Refuse<decimal, DecimalCodec>(json);
    }

    [TestMethod]
    [DataRow("1.5")]
    [DataRow("\"NaN\"")]
    [DataRow("\"Infinity\"")]
    [DataRow("\"-Infinity\"")]
    public void A_value_without_digits_has_its_name_where_the_schema_allows_it(string json)
    {
        Assert.AreEqual(json, Codec.Echo<double, NamedDoubleCodec>(json));
        Assert.AreEqual(json, Codec.Echo<float, NamedSingleCodec>(json));
    }

    [TestMethod]
    [DataRow("\"nan\"")]
    [DataRow("\"+Infinity\"")]
    [DataRow("1e999")]
    [DataRow("true")]
    public void A_value_without_digits_has_no_other_name(string json)
    {
        Codec.Refuse<double, NamedDoubleCodec>(json);
        Codec.Refuse<float, NamedSingleCodec>(json);
    }

    [TestMethod]
    public void A_number_in_single_precision_comes_back_or_is_refused()
    {
        Assert.AreEqual("0.1", Codec.Echo<float, SingleCodec>("0.1"));
        Assert.AreEqual("3.4028235E+38", Codec.Echo<float, SingleCodec>("\"3.4028235E+38\""));
        Codec.Refuse<float, SingleCodec>("3.5e38");
        Codec.Refuse<float, SingleCodec>("\"3.5e38\"");
    }

    [TestMethod]
    [DataRow("0.1", "0.1")]
    [DataRow("1.10", "1.10")]
    [DataRow("1e2", "100")]
    [DataRow("\"-2.50\"", "-2.50")]
    [DataRow("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_decimal_keeps_its_digits(string json, string written)
        => Assert.AreEqual(written, Codec.Echo<decimal, DecimalCodec>(json));

    [TestMethod]
    [DataRow("79228162514264337593543950336")]
    [DataRow("2.5e+101")]
    [DataRow("2.5e-101")]
    [DataRow("-1e-29")]
    [DataRow("1e999")]
    [DataRow("\"2.5e+101\"")]
    [DataRow("\"2.5e-101\"")]
    [DataRow("\"1e999\"")]
    public void A_number_beyond_decimal_is_refused_and_never_becomes_zero(string json)
        => StringAssert.StartsWith(Codec.Refuse<decimal, DecimalCodec>(json).Message, "The number is beyond decimal.");

    [TestMethod]
    [DataRow("0", "0")]
    [DataRow("-0.000", "0.000")]
    [DataRow("0e5", "0")]
    [DataRow("0e-999", "0.0000000000000000000000000000")]
    [DataRow("1e-28", "0.0000000000000000000000000001")]
    [DataRow("1.5e-28", "0.0000000000000000000000000002")]
    public void A_small_decimal_is_rounded_and_zero_is_zero(string json, string written)
        => Assert.AreEqual(written, Codec.Echo<decimal, DecimalCodec>(json));

    [TestMethod]
    [DataRow("\"x\"")]
    [DataRow("\"\"")]
    [DataRow("\"NaN\"")]
    [DataRow("true")]
    public void What_is_no_number_is_not_beyond_decimal(string json)
        => StringAssert.StartsWith(Codec.Refuse<decimal, DecimalCodec>(json).Message, "Expected a decimal number, found");
}
