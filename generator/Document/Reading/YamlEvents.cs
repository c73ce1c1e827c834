using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OgGen.Generator.Document.Reading;

/// <summary>Extensions of YamlDotNet's parser.</summary>
internal static class YamlEvents
{
    /// <summary>Takes the next event if it is of this kind.</summary>
    public static T? Take<T>(this IParser parser)
        where T : ParsingEvent
    {
        if (parser.Current is null)
        {
            parser.MoveNext();
        }

        if (parser.Current is not T next)
        {
            return null;
        }

        parser.MoveNext();
        return next;
    }
}
