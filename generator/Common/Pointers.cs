using System.Globalization;
using System.Text.Json.Nodes;

namespace OgGen.Generator.Common;

/// <summary>JSON pointers (RFC 6901), by which elements of a document are named.</summary>
internal static class Pointers
{
    /// <summary>The JSON pointer of a member.</summary>
    public static string Child(string pointer, string key) => pointer + "/" + Escape(key);

    /// <summary>The JSON pointer of a member of a member. What is made on the way is the short end of it.</summary>
    public static string Child(string pointer, string keyword, string key)
        => string.Concat(pointer, "/", string.Concat(keyword, "/", Escape(key)));

    /// <summary>The JSON pointer of an item.</summary>
    public static string Child(string pointer, int index) => pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>A token of a JSON pointer as an index into an array; -1 where it is not one.</summary>
    public static int Index(JsonArray list, string token)
        => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Count ? index : -1;

    /// <summary>A key as a token of a JSON pointer.</summary>
    public static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The keys and indexes of a JSON pointer.</summary>
    public static string[] Tokens(string pointer)
    {
        string[] parts = pointer.Split('/');
        string[] tokens = new string[parts.Length - 1];
        for (int i = 0; i < tokens.Length; i++)
        {
            tokens[i] = parts[i + 1].Replace("~1", "/").Replace("~0", "~");
        }

        return tokens;
    }
}
