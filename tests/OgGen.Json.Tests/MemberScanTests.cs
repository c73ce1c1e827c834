using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Json.Tests;

/// <summary>A scan for a member finds what a reader finds, wherever its blocks of 64 bytes end.</summary>
[TestClass]
public sealed class MemberScanTests
{
    private static readonly string[] s_names =
    [
        "type",
        "typ",
        "types",
        "kind",
        "",
        "é",
        "a",
        "{",
        "]",
        ":",
        "value of a longer name than others",
    ];
    private static readonly string[] s_spaces = ["", "", "", " ", "\n  ", "\r\n\t"];

    [TestMethod]
    public void A_scan_finds_what_a_reader_finds()
    {
        var random = new Random(20261130);
        int found = 0;
        int absent = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] json = Encoding.UTF8.GetBytes(Object(random, depth: 0));
            var scan = new MemberScan();
            for (int n = 0; n < 3; n++)
            {
                string name = s_names[random.Next(s_names.Length)];
                MemberScanResult result = scan.Find(json, 1, Encoding.UTF8.GetBytes(name), out ReadOnlySpan<byte> value, out _);
                if (result == MemberScanResult.Unknown)
                {
                    continue;
                }

                (JsonTokenType token, string text) = Read(json, name);
                string message = $"'{name}' in {Encoding.UTF8.GetString(json)}";
                Assert.AreEqual(result == MemberScanResult.Found ? JsonTokenType.String : JsonTokenType.None, token, message);
                Assert.AreEqual(text, Encoding.UTF8.GetString(value), message);
                found += result == MemberScanResult.Found ? 1 : 0;
                absent += result == MemberScanResult.Absent ? 1 : 0;
            }
        }

        Assert.IsTrue(found > 5_000 && absent > 5_000, $"{found} found, {absent} absent");
    }

    [TestMethod]
    [DataRow("""{"a":1,"type":"x"}""", "Found")]
    [DataRow("""{"a":"}","type":"x"}""", "Found", DisplayName = "a brace in a string")]
    [DataRow("""{"a":{"type":"y"},"type":"x"}""", "Found", DisplayName = "the name within another object")]
    [DataRow("""{"a":["type",":"],"type" : "x"}""", "Found", DisplayName = "the name as a value")]
    [DataRow("""{"a":"type","type":"x","type":"y"}""", "Found", DisplayName = "the first of two counts")]
    [DataRow("""{"a":1}""", "Absent")]
    [DataRow("""{"a":{"type":"x"}}""", "Absent", DisplayName = "only within another object")]
    [DataRow("""{"a":1}{"type":"x"}""", "Absent", DisplayName = "after the end of the object")]
    [DataRow("""{"a":"\"","type":"x"}""", "Unknown", DisplayName = "an escape sequence before")]
    [DataRow("""{"a":1,"ty\u0070e":"x"}""", "Unknown", DisplayName = "an escaped name")]
    [DataRow("""{"a":1,"type":"\u0078"}""", "Unknown", DisplayName = "an escaped value")]
    [DataRow("""{"a":1,"type":1}""", "Unknown", DisplayName = "a number")]
    [DataRow("""{"a":1,"type":null}""", "Unknown", DisplayName = "null")]
    [DataRow("""{"a":1,"type":""", "Unknown", DisplayName = "the text ends after the name")]
    [DataRow("""{"a":1,"type":"x""", "Unknown", DisplayName = "the text ends in the value")]
    [DataRow("""{"a":1,"b""", "Unknown", DisplayName = "the text ends in a name")]
    [DataRow("""{"a":1""", "Unknown", DisplayName = "the object does not end")]
    [DataRow("{", "Unknown")]
    public void A_scan_tells_what_it_can(string json, string expected)
    {
        MemberScanResult result = new MemberScan().Find(Encoding.UTF8.GetBytes(json), 1, "type"u8, out ReadOnlySpan<byte> value, out _);

        Assert.AreEqual(expected, result.ToString());
        Assert.AreEqual(expected == "Found" ? "x" : "", Encoding.UTF8.GetString(value));
    }

    /// <summary>What is before a member is passed over once, however many members are looked for.</summary>
    [TestMethod]
    public void Nothing_is_passed_over_twice()
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', 1000)}}","b":"1","c":"2","d":"{{new string('x', 1000)}}"}""");
        var scan = new MemberScan();

        scan.Find(json, 1, "c"u8, out ReadOnlySpan<byte> c, out int first);
        scan.Find(json, 1, "b"u8, out ReadOnlySpan<byte> b, out int second);
        MemberScanResult result = scan.Find(json, 1, "e"u8, out _, out int third);

        Assert.AreEqual("2 1", Encoding.UTF8.GetString(c) + " " + Encoding.UTF8.GetString(b));
        Assert.IsTrue(first is > 1000 and < 1100, $"{first}");
        Assert.AreEqual(0, second);
        Assert.AreEqual(MemberScanResult.Absent, result);
        Assert.IsTrue(third is > 1000 and < 1100, $"{third}");
    }

    /// <summary>An object of another text at the same place has its own members.</summary>
    [TestMethod]
    public void What_was_found_belongs_to_one_text()
    {
        var scan = new MemberScan();
        scan.Find("""{"a":1,"type":"x"}"""u8, 1, "type"u8, out _, out _);

        scan.Reset();
        scan.Find("""{"b":12,"type":"y"}"""u8, 1, "type"u8, out ReadOnlySpan<byte> value, out _);

        Assert.AreEqual("y", Encoding.UTF8.GetString(value));
    }

    /// <summary>The value of the first member with a name.</summary>
    private static (JsonTokenType Token, string Text) Read(byte[] json, string name)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = reader.ValueTextEquals(name);
            reader.Read();
            if (isFound)
            {
                return (reader.TokenType, reader.TokenType == JsonTokenType.String ? reader.GetString()! : "");
            }

            reader.Skip();
        }

        return (JsonTokenType.None, "");
    }

    private static string Object(Random random, int depth)
    {
        string Space() => s_spaces[random.Next(s_spaces.Length)];
        IEnumerable<string> members = Enumerable.Range(0, random.Next(8))
            .Select(_ => $"{Space()}\"{s_names[random.Next(s_names.Length)]}\"{Space()}:{Space()}{Value(random, depth)}{Space()}");
        return "{" + string.Join(',', members) + Space() + "}";
    }

    private static string Value(Random random, int depth) => random.Next(depth > 3 ? 6 : 9) switch
    {
        0 => "12.5e3",
        1 => "null",
        2 => "\"" + new string('x', random.Next(150)) + "\"",
        3 => random.Next(10) == 0 ? "\"a\\\"b\\\\\"" : "\"{\"",
        4 => "\"]:,\"",
        5 => "\"type\"",
        6 => Object(random, depth + 1),
        7 => "[" + Value(random, depth + 1) + "," + Object(random, depth + 1) + "]",
        _ => "[ ]",
    };
}
