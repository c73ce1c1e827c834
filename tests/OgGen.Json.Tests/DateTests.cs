using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>Dates and times are those of RFC 3339, whatever this machine's time zone.</summary>
[TestClass]
public sealed class DateTests
{
    [TestMethod]
    [DataRow("2027-04-05")]
    [DataRow("0001-01-01")]
    [DataRow("9999-12-31")]
    [DataRow("2024-02-29")]
    public void A_date_comes_back(string text) => Assert.AreEqual($"\"{text}\"", Codec.Echo<DateOnly, DateCodec>($"\"{text}\""));

    [TestMethod]
    [DataRow("2024-13-45")]
    [DataRow("2023-02-29")]
    [DataRow("24-01-01")]
    [DataRow("2024-1-1")]
    [DataRow("2024-01-01T24:00:00Z")]
    [DataRow("2024-01-01 noon")]
    [DataRow("05.04.2027")]
    [DataRow("")]
    public void What_is_no_date_is_refused(string text)
    {
        JsonException e = Codec.Refuse<DateOnly, DateCodec>($"\"{text}\"");
        StringAssert.Contains(e.Message, "yyyy-MM-dd");
    }

    [TestMethod]
    [DataRow("13:45:00", "13:45:00")]
    [DataRow("00:00:00", "00:00:00")]
    [DataRow("23:59:59.9999999", "23:59:59.9999999")]
    [DataRow("13:45:00.5", "13:45:00.5")]
    [DataRow("13:45:00.500", "13:45:00.5")]
    [DataRow("13:45", "13:45:00")]
    [DataRow("13:45:00+02:00", "13:45:00")]
    [DataRow("13:45:00.25z", "13:45:00.25")]
    public void A_time_comes_back(string text, string written)
        => Assert.AreEqual($"\"{written}\"", Codec.Echo<TimeOnly, TimeCodec>($"\"{text}\""));

    [TestMethod]
    [DataRow("24:00:00")]
    [DataRow("1:00:00")]
    [DataRow("13:45:00 PM")]
    [DataRow("13:45:00+2")]
    [DataRow("13:45:00-")]
    [DataRow("")]
    public void What_is_no_time_is_refused(string text) => Codec.Refuse<TimeOnly, TimeCodec>($"\"{text}\"");

    [TestMethod]
    [DataRow("2027-04-05T00:00:00Z", "2027-04-05T00:00:00Z")]
    [DataRow("2027-04-05T00:00:00", "2027-04-05T00:00:00Z")]
    [DataRow("2027-04-05T00:00:00+00:00", "2027-04-05T00:00:00Z")]
    [DataRow("2027-04-05T12:30:00+05:30", "2027-04-05T12:30:00+05:30")]
    [DataRow("2027-04-05T12:30:00-08:00", "2027-04-05T12:30:00-08:00")]
    [DataRow("2027-04-05T12:30:00.1234567Z", "2027-04-05T12:30:00.1234567Z")]
    [DataRow("2027-04-05T12:30:00.120", "2027-04-05T12:30:00.12Z")]
    [DataRow("2027-04-05T12:30:00.5-03:00", "2027-04-05T12:30:00.5-03:00")]
    [DataRow("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [DataRow("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [DataRow("2027-04-05t12:30:00.123456789z", "2027-04-05T12:30:00.1234567Z")]
    [DataRow("2027-04-05 12:30:00-0800", "2027-04-05T12:30:00-08:00")]
    [DataRow("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    public void A_moment_comes_back_and_keeps_its_offset(string text, string written)
        => Assert.AreEqual(written, JsonDocument.Parse(Codec.Echo<DateTimeOffset, DateTimeCodec>($"\"{text}\"")).RootElement.GetString());

    [TestMethod]
    [DataRow("2024-13-45T00:00:00Z")]
    [DataRow("9999-12-31T23:59:59-01:00")]
    [DataRow("0001-01-01T00:00:00+01:00")]
    [DataRow("2027-04-05T24:00:01Z")]
    [DataRow("2027-04-05T00:00:00+25:00")]
    [DataRow("Mon, 05 Apr 2027 00:00:00 GMT")]
    [DataRow("1712275200")]
    [DataRow("")]
    public void What_is_no_moment_is_refused(string text) => Codec.Refuse<DateTimeOffset, DateTimeCodec>($"\"{text}\"");

    [TestMethod]
    [DoNotParallelize]
    [DataRow("America/St_Johns")]
    [DataRow("Asia/Kathmandu")]
    public void The_time_zone_of_this_machine_does_not_matter(string zone)
    {
        string? before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            A_moment_comes_back_and_keeps_its_offset("2027-04-05T00:00:00", "2027-04-05T00:00:00Z");
            A_moment_comes_back_and_keeps_its_offset("2027-04-05T12:30:00.5-03:00", "2027-04-05T12:30:00.5-03:00");
            A_moment_comes_back_and_keeps_its_offset("0001-01-01T00:00:00", "0001-01-01T00:00:00Z");
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
