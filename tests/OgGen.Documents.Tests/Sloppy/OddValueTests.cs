using System.Globalization;
using System.Text.Json;
using OgGen.Documents.Sloppy;
using OgGen.Json;

namespace OgGen.Documents.Tests.Sloppy;

/// <summary>Values that a type has in another form than the document says, and empty strings in place of values.</summary>
[TestClass]
public sealed class OddValueTests
{
    [TestMethod]
    [DataRow("born", "\"\"")]
    [DataRow("born", "\"0000-00-00\"")]
    [DataRow("seen", "\"\"")]
    [DataRow("seen", "\"0000-00-00 00:00:00\"")]
    [DataRow("at", "\"\"")]
    [DataRow("key", "\"\"")]
    [DataRow("count", "\"\"")]
    [DataRow("total", "\"\"")]
    [DataRow("large", "\"\"")]
    [DataRow("ratio", "\"\"")]
    [DataRow("price", "\"\"")]
    [DataRow("done", "\"\"")]
    [DataRow("bornOrNull", "\"\"")]
    [DataRow("seenOrNull", "\"\"")]
    [DataRow("keyOrNull", "\"\"")]
    [DataRow("countOrNull", "\"\"")]
    [DataRow("ratioOrNull", "\"\"")]
    [DataRow("doneOrNull", "\"\"")]
    public async Task An_empty_string_is_null_and_goes_back_as_it_came(string member, string json)
    {
        string text = $$"""{"name":"a","{{member}}":{{json}},"must":1}""";
        Odd[] odds = await ListAsync(text);

        Assert.AreEqual("a", odds[0].Name);
        Assert.AreEqual("a b", string.Join(' ', odds.Select(static odd => odd.Name)));
        object? value = typeof(Odd).GetProperty(char.ToUpperInvariant(member[0]) + member[1..])!.GetValue(odds[0]);
        Assert.IsNull(value);
        Assert.AreEqual(Sorted(text), Sorted(odds[0]));

        odds[0].Name = "other";
        Assert.Contains($"\"{member}\":{json}", Sorted(odds[0]));
    }

    [TestMethod]
    public void An_empty_string_for_what_is_required_and_may_be_null_goes_back_too()
    {
        Odd odd = JsonModel.Parse<Odd>("""{"must":""}""");

        Assert.IsNull(odd.Must);
        Assert.AreEqual("""{"must":""}""", JsonModel.ToJson(odd));
        odd.Must = 4;
        Assert.AreEqual("""{"must":4}""", JsonModel.ToJson(odd));
    }

    [TestMethod]
    public void A_value_that_is_set_replaces_an_empty_string()
    {
        Odd odd = JsonModel.Parse<Odd>("""{"born":"","seen":"","count":"","done":"","keyOrNull":"","ratio":"","must":1}""");
        odd.Born = new DateOnly(2024, 1, 2);
        odd.Seen = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);
        odd.Count = 3;
        odd.Done = true;
        odd.KeyOrNull = Guid.Empty;
        odd.Ratio = 0.5;

        Assert.AreEqual(
            """{"born":"2024-01-02","seen":"2024-01-02T03:04:05Z","count":3,"ratio":0.5,"done":true,"keyOrNull":"00000000-0000-0000-0000-"""
                + """000000000000","must":1}""",
            JsonModel.ToJson(odd));
    }

    [TestMethod]
    public void The_last_of_several_members_counts()
        => Assert.AreEqual(
            """{"must":1}""",
            JsonModel.ToJson(JsonModel.Parse<Odd>("""{"count":"","count":null,"must":1}""")).Replace("\"count\":\"\",", ""));

    [TestMethod]
    [DataRow("\"2024-01-02\"", "2024-01-02")]
    [DataRow("\"2024-01-02T00:00:00\"", "2024-01-02")]
    [DataRow("\"2024-01-02T00:00:00Z\"", "2024-01-02")]
    [DataRow("\"2024-01-02T23:59:59.123456789-11:00\"", "2024-01-02")]
    [DataRow("\"2024-01-02 15:30:00\"", "2024-01-02")]
    [DataRow("\"2024-01-02T15:30\"", "2024-01-02")]
    [DataRow("\"2024-01-02T00:00:00.000+0000\"", "2024-01-02")]
    public void A_time_behind_a_date_is_kept(string json, string date)
    {
        string text = $$"""{"born":{{json}},"must":1,"days":[{{json}},"2024-02-03"]}""";
        Odd odd = JsonModel.Parse<Odd>(text);

        Assert.AreEqual(date, odd.Born?.ToString("O", CultureInfo.InvariantCulture));
        Assert.AreEqual(date, odd.Days![0].ToString("O", CultureInfo.InvariantCulture));
        Assert.AreEqual(text, JsonModel.ToJson(odd));
        odd.Born = odd.Born!.Value.AddDays(1);
        odd.Days = [odd.Born.Value];
        Assert.AreEqual("""{"born":"2024-01-03","must":1,"days":["2024-01-03"]}""", JsonModel.ToJson(odd));
    }

    [TestMethod]
    [DataRow("\"2024-01-02T\"")]
    [DataRow("\"2024-01-02X00:00:00\"")]
    [DataRow("\"2024-13-02T00:00:00\"")]
    [DataRow("\"2024-01-02T25:00:00\"")]
    [DataRow("\"02.01.2024\"")]
    [DataRow("\"2024-1-2\"")]
    [DataRow("\" \"")]
    [DataRow("20240102")]
    public void What_is_no_date_is_an_error(string json)
        => Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Odd>($$"""{"born":{{json}},"must":1}"""));

    [TestMethod]
    [DataRow("0f8fad5bd9cb469fa16570867728950e")]
    [DataRow("0F8FAD5BD9CB469FA16570867728950E")]
    [DataRow("{0f8fad5b-d9cb-469f-a165-70867728950e}")]
    [DataRow("urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e")]
    [DataRow("0F8FAD5B-D9CB-469F-A165-70867728950E")]
    public void Other_forms_of_a_UUID_go_back_as_they_came(string key)
    {
        string text = $$"""{"key":"{{key}}","keyOrNull":"{{key}}","must":1}""";
        Odd odd = JsonModel.Parse<Odd>(text);

        Assert.AreEqual(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), odd.Key);
        Assert.AreEqual(odd.Key, odd.KeyOrNull);
        Assert.AreEqual(text, JsonModel.ToJson(odd));
        odd.Key = Guid.Empty;
        Assert.AreEqual($$"""{"key":"00000000-0000-0000-0000-000000000000","keyOrNull":"{{key}}","must":1}""", JsonModel.ToJson(odd));
    }

    [TestMethod]
    [DataRow("""{"born":"","key":"0f8fad5bd9cb469fa16570867728950e","count":1}""", "$.born")]
    [DataRow("""{"born":"2024-01-02","key":"","count":1}""", "$.key")]
    [DataRow("""{"born":"2024-01-02","key":"0f8fad5bd9cb469fa16570867728950e","count":""}""", "$.count")]
    [DataRow("""{"born":"2024-01-02","key":"0f8fad5bd9cb469fa1657086772895","count":1}""", "$.key")]
    public void A_required_value_that_is_empty_is_an_error_that_names_it(string json, string path)
        => Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Strict>(json)).Path);

    [TestMethod]
    public void An_alternative_of_a_union_is_what_is_plainly_of_its_type()
    {
        Assert.AreEqual(
            "2024-01-02T00:00:00Z",
            JsonModel.Parse<DayOrMoment>("\"2024-01-02T00:00:00Z\"")
                .Match(
                    static day => day.ToString("O", CultureInfo.InvariantCulture),
                    static moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    static _ => ""));
        Assert.AreEqual(
            "2024-01-02",
            JsonModel.Parse<DayOrMoment>("\"2024-01-02\"")
                .Match(static day => day.ToString("O", CultureInfo.InvariantCulture), static _ => "", static _ => ""));
        Assert.AreEqual(
            "0f8fad5bd9cb469fa16570867728950e",
            JsonModel.Parse<KeyOrName>("\"0f8fad5bd9cb469fa16570867728950e\"").Match(static _ => "", static name => name, static _ => ""));
    }

    private static async Task<Odd[]> ListAsync(string odd)
    {
        await using var server = new RawServer(
            RawServer.Answer(200, $$"""[{{odd}},{"name":"b","must":null}]""", "Content-Type: application/json\r\n"));
        using var client = new SloppyClient(server.Address);
        return [.. await client.Values.OddsAsync()];
    }

    private static string Sorted(Odd odd) => Sorted(JsonModel.ToJson(odd));

    private static string Sorted(string json)
        => string.Join(
            ',',
            JsonDocument.Parse(json)
                .RootElement.EnumerateObject()
                .Select(static member => $"\"{member.Name}\":{member.Value.GetRawText()}")
                .Order(StringComparer.Ordinal));
}
