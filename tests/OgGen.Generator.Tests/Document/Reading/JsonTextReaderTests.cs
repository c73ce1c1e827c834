using System.Globalization;
using System.Text;
using System.Text.Json;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Tests.Document.Reading;

/// <summary>JSON text is encoded in pieces: wherever one ends, tokens and their positions are those of the whole text.</summary>
[TestClass]
public sealed class JsonTextReaderTests
{
    /// <summary>The characters that are encoded at once.</summary>
    private const int Piece = 16 * 1024;

    public static IEnumerable<(string Name, string Json)> Texts
    {
        get
        {
            // Each of these stands across the end of a piece, one character further each time.
            string[] tokens = ["\"é\"", "\"😀\"", "\"a\\ud83d\\ude00b\"", "-12.5e3", "true", "\"a\": \"b\"", "\r\n\"c\"", "\ud83d"];
            foreach (string token in tokens)
            {
                for (int before = 0; before <= token.Length; before++)
                {
                    string start = token.Contains(':') ? "{ \"n\": \"" : "[ \"";
                    string json = start + new string('x', Piece - start.Length - 3 - before) + "\", "
                        + (token == "\ud83d" ? "\"\ud83d\"" : token);
                    yield return ($"{token} {before}", json + (start[0] == '{' ? "}" : ", 1 ]"));
                }
            }

            yield return ("a text of several pieces", $"[ \"{new string('é', 5 * Piece)}\", 1 ]");
            yield return ("a byte order mark", "\uFEFF[ 1 ]");
            yield return ("nothing", "");
            yield return ("white space of several pieces", new string(' ', 3 * Piece) + "[ ]");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Tokens_are_those_of_the_whole_text(string name, string json)
    {
        var expected = new List<string>();
        var whole = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')), JsonTree.Options);
        while (TryRead(ref whole))
        {
            expected.Add($"{whole.TokenType} at {whole.TokenStartIndex}: {Text(ref whole)}");
        }

        var found = new List<string>();
        var reader = new JsonTextReader(json);
        while (TryRead(ref reader))
        {
            string text = reader.TokenType switch
            {
                JsonTokenType.PropertyName => reader.GetName(),
                JsonTokenType.String => reader.GetText(),
                JsonTokenType.Number => reader.GetNumber(),
                _ => "",
            };
            found.Add($"{reader.TokenType} at {reader.TokenStart}: {text}");
        }

        Assert.AreEqual(string.Join('\n', expected), string.Join('\n', found), name);
    }

    [TestMethod]
    public void A_value_of_several_pieces_is_skipped()
    {
        var reader = new JsonTextReader($"[ [ \"{new string('x', 3 * Piece)}\", [ 1 ] ], 2 ]");
        reader.Read();
        reader.Read();

        reader.Skip();

        Assert.AreEqual(JsonTokenType.EndArray, reader.TokenType);
        reader.Read();
        Assert.AreEqual("2", reader.GetNumber());
    }

    /// <summary>An error is located in the text, after whatever was encoded before.</summary>
    [TestMethod]
    [DataRow("\n\n  \"é😀\" x", 2, 8)]
    [DataRow("\n  x", 1, 2)]
    public void An_error_has_the_line_and_the_column_of_its_character(string end, int line, int column)
    {
        string json = "[ \"" + new string('é', 2 * Piece) + "\"," + end;

        SpecTextException e = Assert.ThrowsExactly<SpecTextException>(() => JsonTree.Parse(json, [], CancellationToken.None));

        Assert.AreEqual((line, column), e.ToProblem().Position);
    }

    /// <summary>Of thousands of names, many have the same slot of the cache.</summary>
    [TestMethod]
    public void Each_name_is_its_own()
    {
        string[] names =
        [
            .. Enumerable.Range(0, 20_000).Select(static i => (i % 5_000).ToString(CultureInfo.InvariantCulture)),
            "é",
            "",
            "\\u0061",
            new string('x', 100),
        ];
        var reader = new JsonTextReader("{" + string.Join(",", names.Select(static name => $"\"{name}\":1")) + "}");
        var found = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                found.Add(reader.GetName());
            }
        }

        CollectionAssert.AreEqual(names.Select(static name => name.Replace("\\u0061", "a", StringComparison.Ordinal)).ToArray(), found);
    }

    [TestMethod]
    public void A_cursor_counts_the_bytes_the_lines_and_the_characters()
    {
        const string text = "\uFEFFa\né😀\ud83db\r\nc";
        var cursor = new TextCursor(text);
        cursor.MoveTo(2 + 2 + 4 + 3);
        Assert.AreEqual((1, 4), cursor.Position, "before b");

        cursor.MoveToLine(2);
        Assert.AreEqual(2 + 2 + 4 + 3 + 3, cursor.Offset);

        cursor.MoveTo(long.MaxValue);
        Assert.AreEqual((2, 1), cursor.Position, "at the end");
    }

    /// <summary>Half a pair and errors end the comparison where they end the other one.</summary>
    private static bool TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryRead(ref JsonTextReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName => JsonTree.Text(ref reader),
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
        _ => "",
    };
}
