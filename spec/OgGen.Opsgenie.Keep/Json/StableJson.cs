using System.Text;

namespace OgGen.Opsgenie.Keep.Json;

/// <summary>
/// Writes JSON so that the same content is always the same bytes: members in the order of their names, two spaces a level, <c>\n</c> at
/// the end of each line. Items of arrays keep their order, and tokens their bytes.
/// </summary>
internal static class StableJson
{
    public static byte[] Write(JsonPiece piece)
    {
        using var target = new MemoryStream();
        Write(target, piece, 0);
        target.WriteByte((byte)'\n');
        return target.ToArray();
    }

    private static void Write(MemoryStream target, JsonPiece piece, int depth)
    {
        switch (piece)
        {
            case JsonScalar scalar:
                target.Write(scalar.Token.Span);
                break;
            case JsonList list:
                WriteAll(target, list.Items, '[', ']', depth, static (target, item, depth) => Write(target, item, depth));
                break;
            case JsonMembers members:
                // The sort is stable: members of one name keep the order that decides which of them counts.
                IReadOnlyList<JsonMember> sorted = [.. members.Items.OrderBy(static member => member.Name, StringComparer.Ordinal)];
                WriteAll(target, sorted, '{', '}', depth, static (target, member, depth) =>
                {
                    target.Write(member.Token.Span);
                    target.Write(": "u8);
                    Write(target, member.Value, depth);
                });
                break;
        }
    }

    private static void WriteAll<T>(
        MemoryStream target, IReadOnlyList<T> items, char open, char close, int depth, Action<MemoryStream, T, int> write)
    {
        target.WriteByte((byte)open);
        for (int i = 0; i < items.Count; i++)
        {
            target.Write(i == 0 ? "\n"u8 : ",\n"u8);
            Indent(target, depth + 1);
            write(target, items[i], depth + 1);
        }

        if (items.Count > 0)
        {
            target.WriteByte((byte)'\n');
            Indent(target, depth);
        }

        target.WriteByte((byte)close);
    }

    private static void Indent(MemoryStream target, int depth) => target.Write(Encoding.ASCII.GetBytes(new string(' ', depth * 2)));
}
