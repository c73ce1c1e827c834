using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen;

/// <summary>JSON values one after another: a line each (JSON Lines), or after a record separator each (RFC 7464).</summary>
internal static class JsonSequence
{
    public static async IAsyncEnumerable<T> ReadAsync<T, TCodec>(
        ResponseStream stream, byte separator, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T>
    {
        byte[] buffer = new byte[4096];
        int length = 0;
        bool isEnd = false;
        stream.BeginValue();
        while (!isEnd)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            isEnd = read == 0;
            int searched = length;
            length += read;

            int start = 0;
            while (start < length)
            {
                int from = Math.Max(start, searched);
                int end = Array.IndexOf(buffer, separator, from, length - from);
                if (end < 0 && !isEnd)
                {
                    break;
                }

                end = end < 0 ? length : end;
                if (!IsBlank(buffer.AsSpan(start, end - start)))
                {
                    yield return Parse<T, TCodec>(stream, buffer.AsSpan(start, end - start));
                }

                stream.BeginValue();
                start = Math.Min(end + 1, length);
            }

            buffer.AsSpan(start, length - start).CopyTo(buffer);
            length -= start;
        }
    }

    public static T Parse<T, TCodec>(ResponseStream stream, ReadOnlySpan<byte> json)
        where TCodec : IJsonCodec<T>
    {
        if (!Utf8.IsValid(json))
        {
            throw stream.CreateException(" with JSON that is not text in utf-8", null);
        }

        try
        {
            return JsonModel.Parse<T, TCodec>(json);
        }
        catch (JsonException e)
        {
            throw stream.CreateException(" with JSON that does not fit the document: " + e.Message, e);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n\u001e"u8) < 0;
}
