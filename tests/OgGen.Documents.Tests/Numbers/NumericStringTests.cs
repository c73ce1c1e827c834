using System.Text.Json;
using OgGen.Documents.Numbers;
using OgGen.Json;

namespace OgGen.Documents.Tests.Numbers;

/// <summary>Numbers that may be strings in JSON: numbers in C#, read from either, written as the number.</summary>
[TestClass]
public sealed class NumericStringTests
{
    [TestMethod]
    public void Numbers_are_calculated_with()
    {
        var forecast = JsonModel.Parse<Forecast>("""
            {"temperature":21,"views":9007199254740993,"large":18446744073709551615,"price":1.5,"share":0.5,"exact":1.10,"amount":2.5,"untyped":3,"list":[1,2],"map":{"a":3}}
            """);

        int warm = forecast.Temperature + 1;
        long? seen = forecast.Views + 1;
        ulong? largest = forecast.Large;
        double? prices = forecast.Price * 2;
        decimal? amount = forecast.Amount * 2;
        float? share = forecast.Share;
        decimal? exact = forecast.Exact;
        int? untyped = forecast.Untyped;
        int sum = forecast.List!.Sum() + forecast.Map!["a"];
        Assert.AreEqual(
            (22, 9007199254740994, ulong.MaxValue, 3.0, 5.0m), (warm, seen!.Value, largest!.Value, prices!.Value, amount!.Value));
        Assert.AreEqual((0.5f, 1.10m, 3, 6), (share!.Value, exact!.Value, untyped!.Value, sum));
    }

    [TestMethod]
    [DataRow("""{"temperature":"21","views":"9007199254740993"}""", """{"temperature":21,"views":9007199254740993}""")]
    [DataRow(
        """{"temperature":"-1","price":"1.5e1","exact":"1.10","share":"0.5"}""",
        """{"temperature":-1,"price":15,"share":0.5,"exact":1.10}""")]
    [DataRow("""{"temperature":0,"list":["1",2],"map":{"a":"3"}}""", """{"temperature":0,"list":[1,2],"map":{"a":3}}""")]
    [DataRow(
        """{"temperature":0,"amount":"0010.50","amountOrNull":"+.5","untyped":"7"}""",
        """{"temperature":0,"amount":10.50,"amountOrNull":0.5,"untyped":7}""")]
    [DataRow(
        """{"temperature":0,"amount":"123456789.123456789123","amountOrNull":0.1}""",
        """{"temperature":0,"amount":123456789.123456789123,"amountOrNull":0.1}""")]
    [DataRow("""{"temperature":0,"views":null,"amountOrNull":null}""", """{"temperature":0,"views":null,"amountOrNull":null}""")]
    [DataRow(
        """{"temperature":0,"ratio":"NaN","small":"-Infinity","ratios":[1,"Infinity"]}""",
        """{"temperature":0,"ratio":"NaN","small":"-Infinity","ratios":[1,"Infinity"]}""")]
    [DataRow("""{"temperature":0,"small":"12","numberOrObject":"12"}""", """{"temperature":0,"small":12,"numberOrObject":12}""")]
    [DataRow("""{"temperature":0,"numberOrObject":"twelve"}""", """{"temperature":0,"numberOrObject":"twelve"}""")]
    public void A_string_is_read_and_the_number_is_written(string json, string written)
        => Assert.AreEqual(written, JsonModel.ToJson(JsonModel.Parse<Forecast>(json)));

    [TestMethod]
    [DataRow("""{"temperature":0,"price":"0.1234567890123456789"}""")]
    [DataRow("""{"temperature":0,"amount":"0.12345678901234567890123456789"}""")]
    [DataRow("""{"temperature":0,"exact":"1.2345678901234567890123456789012345"}""")]
    public void Digits_that_the_type_does_not_have_go_back_as_they_came(string json)
        => Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Forecast>(json)));

    [TestMethod]
    [DataRow("""{"temperature":"warm"}""", "temperature")]
    [DataRow("""{"temperature":0,"views":"1.5"}""", "views")]
    [DataRow("""{"temperature":0,"price":"NaN"}""", "price")]
    [DataRow("""{"temperature":0,"ratio":"none"}""", "ratio")]
    [DataRow("""{"temperature":0,"amount":true}""", "amount")]
    [DataRow("""{"temperature":0,"untyped":{}}""", "untyped")]
    public void What_is_no_number_is_an_error(string json, string member)
        => Assert.AreEqual("$." + member, Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Forecast>(json)).Path);

    [TestMethod]
    public async Task Parameters_are_numbers()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"temperature":"21"}"""));
        using var client = new NumbersClient(server.Address);

        Forecast forecast = await client.Default.ForecastAsync(
            5, new Forecast { Temperature = 20, Ratio = double.NaN }, least: 1.5m, hours: [1L, 2L]);

        Assert.AreEqual(21, forecast.Temperature);
        Assert.AreEqual("/forecast/5?least=1.5&hours=1&hours=2", server.Requests[0].Target);
        Assert.AreEqual("""{"temperature":20,"ratio":"NaN"}""", server.Requests[0].Text);
    }
}
