using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>
/// Members that need no escape sequences are written together: whatever they are, the JSON is the one that a writer makes of each of them.
/// </summary>
[TestClass]
public sealed class MemberBufferTests
{
    // ASCII, and what a byte would make ASCII of.
    private static readonly char[] s_characters =
    [
        .. Enumerable.Range(0, 0x80).Select(static code => (char)code), '\u0080', '\u00FF', 'é', '\u0141', '\u2122', '\u5C5C', '\uFF41',
    ];

    private static readonly JavaScriptEncoder?[] s_encoders =
    [
        null, JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping, JavaScriptEncoder.Create([]),
    ];

    [TestMethod]
    public void A_character_is_escaped_at_each_place_of_a_value_and_of_a_name()
    {
        // On both sides of the lengths that are copied in another way.
        foreach (int length in (int[])[1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33])
        {
            foreach (int place in Enumerable.Range(0, length))
            {
                foreach (char character in s_characters)
                {
                    string text = new string('a', place) + character + new string('z', length - place - 1);
                    AssertSame(new Members(writer =>
                    {
                        writer.WriteString("name"u8, text);
                        writer.WriteString(Encoding.UTF8.GetBytes(text), "value");
                        writer.WriteConstant("constant"u8, Encoding.UTF8.GetBytes(text));
                        writer.WriteStrings("list"u8, [text, "item"]);
                    }));
                }
            }
        }
    }

    [TestMethod]
    public void A_text_of_any_length_is_written()
    {
        foreach (int length in Enumerable.Range(0, 300).Concat([4000, 4070, 4080, 4090, 4096, 5000, 100_000]))
        {
            string text = new('x', length);
            AssertSame(new Members(writer =>
            {
                writer.WriteString("before"u8, "");
                writer.WriteString(Encoding.UTF8.GetBytes(text), text);
                writer.WriteOptionalObject("object"u8, new Members(inner => inner.WriteString(Encoding.UTF8.GetBytes(text), text)));
                writer.WriteStrings("list"u8, [text, "", text]);
                writer.WriteInt32("after"u8, 1);
            }));
        }
    }

    [TestMethod]
    public void Numbers_booleans_and_dates_are_written()
        => AssertSame(new Members(writer =>
        {
            foreach (long number in (long[])[0, 1, -1, int.MinValue, int.MaxValue, long.MinValue, long.MaxValue])
            {
                writer.WriteInt64("long"u8, number);
                writer.WriteInt32("int"u8, (int)number);
                writer.WriteLenient<long, Int64Codec>("lenient"u8, number);
                writer.WriteDouble("double"u8, number / 3.0);
                writer.WriteBoolean("boolean"u8, number > 0);
            }

            foreach (string date in (string[])["0001-01-01T00:00:00Z", "2027-04-05T06:07:08.1234567Z", "2027-04-05T06:07:08.1+05:30"])
            {
                writer.WriteDateTime("date"u8, DateTimeOffset.Parse(date, CultureInfo.InvariantCulture));
            }
        }));

    /// <summary>What the writer has to write itself stands at each place of an object, and at each depth.</summary>
    [TestMethod]
    public void What_only_the_writer_writes_stands_anywhere_in_objects_and_lists()
    {
        const int places = 12;
        for (int which = 0; which < 1 << places; which++)
        {
            int place = 0;
            AssertSame(new Members(writer =>
            {
                Text(writer);
                Text(writer);
                writer.WriteOptionalObject("first"u8, new Members(inner => inner.WriteOptionalObject("inner"u8, new Members(Text))));
                Text(writer);
                writer.WriteOptionalList("list"u8, [new Members(Text), new Members(_ => { }), new Members(Text)]);
                writer.WriteOptionalList("empty"u8, new List<Members>());
                writer.WriteOptionalStrings("strings"u8, [Value(), Value()]);
                writer.WriteMember<JsonElement, JsonElementCodec>("json"u8, default);
                writer.WriteOptionalObject("last"u8, new Members(inner =>
                {
                    inner.WriteOptionalList("list"u8, [new Members(Text)]);
                    Text(inner);
                }));
                Text(writer);
                Text(writer);
            }), () => place = 0);

            string Value() => (which & (1 << (place++ % places))) == 0 ? "plain" : "\"";

            void Text(MemberWriter writer) => writer.WriteString("text"u8, Value());
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(15)]
    [DataRow(16)]
    [DataRow(17)]
    [DataRow(40)]
    [DataRow(63)]
    public void Objects_are_nested(int depth) => AssertSame(Nested(depth));

    /// <summary>An object that is a part of itself ends with an exception, not with the stack.</summary>
    [TestMethod]
    [DataRow(64)]
    [DataRow(65)]
    [DataRow(1000)]
    public void Objects_that_are_nested_too_deeply_are_refused(int depth)
    {
        var options = new JsonWriterOptions { SkipValidation = true, MaxDepth = 64 };
        Assert.ThrowsExactly<InvalidOperationException>(() => Write(Nested(depth), options));
    }

    /// <summary>The next object has nothing of the one that an exception ended.</summary>
    [TestMethod]
    public void An_exception_leaves_nothing_behind()
    {
        var broken = new Members(writer =>
        {
            writer.WriteString("left"u8, "behind");
            writer.WriteString("null"u8, null!);
        });
        Assert.ThrowsExactly<ArgumentNullException>(() => Write(broken, new JsonWriterOptions { SkipValidation = true }));

        AssertSame(new Members(writer => writer.WriteString("name"u8, "value")));
    }

    /// <summary>A property may have code of its own, which writes another object.</summary>
    [TestMethod]
    public void An_object_is_written_while_another_one_is()
        => AssertSame(new Members(writer =>
        {
            writer.WriteString("before"u8, "1");
            writer.WriteString("other"u8, new Members(static other => other.WriteString("name"u8, "value")).ToString());
            writer.WriteString("after"u8, "2");
        }));

    private static Members Nested(int depth)
        => new(writer =>
        {
            writer.WriteInt32("depth"u8, depth);
            writer.WriteOptionalObject("inner"u8, depth > 1 ? Nested(depth - 1) : null);
        });

    private static void AssertSame(Members value, Action? before = null)
    {
        foreach (JavaScriptEncoder? encoder in s_encoders)
        {
            before?.Invoke();
            string expected = Write(value, new JsonWriterOptions { Encoder = encoder });
            before?.Invoke();
            Assert.AreEqual(expected, Write(value, new JsonWriterOptions { Encoder = encoder, SkipValidation = true }));
        }
    }

    /// <summary>The JSON of an array that has the value. Without validation, members are written together.</summary>
    private static string Write(Members value, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartArray();
            value.Write(writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed class Members(Action<MemberWriter> write) : ApiModel, IJsonModel<Members>
    {
        public static Members Read(ref Utf8JsonReader reader) => throw new NotSupportedException();

        protected override void WriteMembers(MemberWriter writer) => write(writer);
    }
}
