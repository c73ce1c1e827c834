using System.ComponentModel;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace OgGen.Opsgenie.Tests;

/// <summary>
/// Enums are open: known values are constants and properties, any other value is kept, and reading a known one allocates nothing.
/// </summary>
[TestClass]
public sealed class EnumTests
{
    public static IEnumerable<object[]> Enums =>
        SpecDocument.Schemas.Where(schema => schema.Value!["enum"] is not null).Select(schema => new object[] { schema.Key });

    [TestMethod]
    [DynamicData(nameof(Enums))]
    public void The_known_values_are_those_of_the_document(string name)
    {
        Type type = typeof(OpsgenieClient).Assembly.GetType($"Opsgenie.{name}", throwOnError: true)!;
        string[] documented = [.. SpecDocument.Schemas[name]!["enum"]!.AsArray().Select(value => value!.GetValue<string>())];
        FieldInfo[] constants = type.GetNestedType("Known")!.GetFields();
        CollectionAssert.AreEqual(documented, constants.Select(field => (string)field.GetRawConstantValue()!).ToArray());
        foreach (FieldInfo constant in constants)
        {
            object value = type.GetProperty(constant.Name, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            Assert.AreEqual(constant.GetRawConstantValue(), value.ToString());
        }
    }

    [TestMethod]
    public void There_are_enums() => Assert.IsGreaterThan(8, Enums.Count());

    [TestMethod]
    public void Equality_is_letter_by_letter()
    {
        Assert.AreEqual(TimeUnit.Minutes, new TimeUnit("minutes"));
        Assert.IsTrue(TimeUnit.Minutes == "minutes");
        Assert.IsTrue(TimeUnit.Minutes != "Minutes");
        Assert.IsFalse(TimeUnit.Minutes.Equals((object)"minutes"));
        Assert.IsTrue(TimeUnit.Minutes.Equals((object)new TimeUnit("minutes")));
        Assert.AreEqual(TimeUnit.Minutes.GetHashCode(), new TimeUnit("minutes").GetHashCode());
        Assert.IsFalse(new TimeUnit("e\u0301") == new TimeUnit("\u00e9"));
        Assert.HasCount(2, new HashSet<TimeUnit> { "minutes", TimeUnit.Minutes, "MINUTES" });
    }

    [TestMethod]
    public void The_default_is_the_empty_text()
    {
        TimeUnit none = default;
        Assert.AreEqual("", none.Value);
        Assert.AreEqual("", none.ToString());
        Assert.AreEqual(new TimeUnit(""), none);
        Assert.AreEqual(new TimeUnit("").GetHashCode(), none.GetHashCode());
        Assert.AreEqual("\"\"", JsonModel.ToJson(none));
        Assert.ThrowsExactly<ArgumentNullException>(() => new TimeUnit(null!));
    }

    [TestMethod]
    [DataRow("seconds", 1)]
    [DataRow("minutes", 60)]
    [DataRow("fortnights", -1)]
    public void The_constants_can_stand_in_a_switch(string unit, int expected)
    {
        int seconds = new TimeUnit(unit).Value switch
        {
            TimeUnit.Known.Seconds => 1,
            TimeUnit.Known.Minutes => 60,
            _ => -1,
        };
        Assert.AreEqual(expected, seconds);
    }

    [TestMethod]
    [DataRow("\"fortnights\"")]
    [DataRow("\"\"")]
    [DataRow("\"MINUTES\"")]
    [DataRow("\"\u65E5\"")]
    public void Any_other_text_is_kept(string json) => JsonText.AssertSame(json, JsonText.Echo<TimeUnit>(json));

    [TestMethod]
    [DataRow("null")]
    [DataRow("5")]
    [DataRow("{}")]
    public void What_is_no_text_is_refused(string json) => JsonText.AssertRefused<TimeUnit>(json);

    [TestMethod]
    public void An_enumeration_is_the_key_of_a_dictionary()
    {
        const string json = """{"minutes":1,"fortnights":2,"a\"b":3}""";

        Dictionary<TimeUnit, int> lengths = JsonSerializer.Deserialize<Dictionary<TimeUnit, int>>(json)!;

        Assert.AreEqual((1, 2, 3), (lengths[TimeUnit.Minutes], lengths["fortnights"], lengths["a\"b"]));
        Assert.AreEqual(json.Replace("\\\"", "\\u0022", StringComparison.Ordinal), JsonSerializer.Serialize(lengths));
        Assert.AreEqual("""{"minutes":1}""", JsonSerializer.Serialize(new SortedDictionary<string, int> { [TimeUnit.Minutes.Value] = 1 }));
    }

    [TestMethod]
    public void An_object_is_no_key_of_a_dictionary()
        => Assert.ThrowsExactly<NotSupportedException>(() => JsonSerializer.Deserialize<Dictionary<Duration, int>>("""{"a":1}"""));

    [TestMethod]
    public void An_enumeration_is_parsed_as_other_values_are()
    {
        Assert.AreEqual(TimeUnit.Minutes, Parse<TimeUnit>("minutes"));
        Assert.AreEqual(new TimeUnit("fortnights"), TryParse<TimeUnit>("fortnights"));
        Assert.IsNull(TryParse<TimeUnit>(null));
        Assert.ThrowsExactly<ArgumentNullException>(() => Parse<TimeUnit>(null!));
    }

    [TestMethod]
    public void Configuration_and_binding_convert_an_enumeration()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(TimeUnit));

        Assert.IsTrue(
            converter.CanConvertFrom(typeof(string)) && converter.CanConvertTo(typeof(string)) && !converter.CanConvertFrom(typeof(int)));
        Assert.AreEqual(TimeUnit.Minutes, converter.ConvertFromInvariantString("minutes"));
        Assert.AreEqual("minutes", converter.ConvertToInvariantString(TimeUnit.Minutes));
    }

    private static T Parse<T>(string text)
        where T : IParsable<T>
        => T.Parse(text, null);

    private static T? TryParse<T>(string? text)
        where T : struct, IParsable<T>
        => T.TryParse(text, null, out T value) ? value : null;

    [TestMethod]
    public void Reading_a_known_value_allocates_nothing()
    {
        foreach (string value in new[] { TimeUnit.Known.Days, TimeUnit.Known.Minutes, TimeUnit.Known.Nanos })
        {
            Assert.AreEqual(0, Allocated<TimeUnit>($"\"{value}\""), value);
        }

        Assert.AreEqual(0, Allocated<ConditionOperation>("\"equals-ignore-whitespace\""));

        // The twin: a value that is not known has to be made, and the measurement sees it.
        Assert.IsGreaterThan(0, Allocated<TimeUnit>("\"fortnights\""));
    }

    private static long Allocated<T>(string json)
        where T : IJsonModel<T>
    {
        var start = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        start.Read();
        long before = 0;
        for (int i = 0; i < 1100; i++)
        {
            // The first reads make the code itself.
            if (i == 100)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            Utf8JsonReader reader = start;
            T.Read(ref reader);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
