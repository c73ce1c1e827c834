using System.Globalization;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>JSON is the same in every culture, whatever its digits, signs, calendar and letters.</summary>
[TestClass]
public sealed class CultureTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("tr-TR")]
    [DataRow("sv-SE")]
    [DataRow("fa-IR")]
    [DataRow("ar-SA")]
    [DataRow("th-TH")]
    [DataRow("de-DE")]
    public void Every_codec_writes_and_reads_the_same(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;

        Assert.AreEqual("-1", Codec.Echo<int, Int32Codec>("\"-1\""));
        Assert.AreEqual("-9223372036854775808", Codec.Echo<long, Int64Codec>("-9223372036854775808.0"));
        Assert.AreEqual("-1234.5", Codec.Echo<double, DoubleCodec>("\"-1234.5\""));
        Assert.AreEqual("-1234.5", Codec.Echo<float, SingleCodec>("-1234.5"));
        Assert.AreEqual("-1234.50", Codec.Echo<decimal, DecimalCodec>("\"-1234.50\""));
        Assert.AreEqual("\"2027-04-05\"", Codec.Echo<DateOnly, DateCodec>("\"2027-04-05\""));
        Assert.AreEqual("\"13:45:00.25\"", Codec.Echo<TimeOnly, TimeCodec>("\"13:45:00.25\""));
        Assert.AreEqual("\"2027-04-05T13:45:00Z\"", Codec.Echo<DateTimeOffset, DateTimeCodec>("\"2027-04-05T13:45:00Z\""));
        Assert.AreEqual("\"2027-04-05T13:45:00-05:00\"", Codec.Echo<DateTimeOffset, DateTimeCodec>("\"2027-04-05T13:45:00-05:00\""));
        Assert.AreEqual("$[12]", Codec.Refuse<List<int>, ListCodec<int, Int32Codec>>("[0,1,2,3,4,5,6,7,8,9,10,11,null]").Path);
    }

    /// <summary>The twin of the test above: these cultures do differ here, so that it could fail.</summary>
    [TestMethod]
    public void The_cultures_have_what_could_go_wrong()
    {
        Assert.AreEqual("\u22121", (-1).ToString(CultureInfo.GetCultureInfo("sv-SE")));
        Assert.AreEqual("1,5", 1.5.ToString(CultureInfo.GetCultureInfo("de-DE")));
        Assert.AreNotEqual("2027-04-05", new DateOnly(2027, 4, 5).ToString("yyyy-MM-dd", CultureInfo.GetCultureInfo("fa-IR")));
        Assert.AreNotEqual("2027-04-05", new DateOnly(2027, 4, 5).ToString("yyyy-MM-dd", CultureInfo.GetCultureInfo("ar-SA")));
        Assert.AreEqual("ı", "I".ToLower(CultureInfo.GetCultureInfo("tr-TR")));
    }
}
