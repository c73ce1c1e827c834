using OgGen.Generator.Common;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Schemas;

/// <summary>Classifies media types.</summary>
internal static class MediaTypes
{
    /// <summary>Whether a media type is one JSON value. A wildcard that includes JSON counts.</summary>
    public static bool IsJson(string mediaType)
        => MediaTypeText.Essence(mediaType) is "application/json" or "text/json" or "*/*" or "application/*"
            || MediaTypeText.Essence(mediaType).EndsWith("+json", StringComparison.Ordinal) && !IsJsonSequence(mediaType);

    /// <summary>Whether a media type is a URL-encoded form.</summary>
    public static bool IsUrlEncoded(string mediaType) => MediaTypeText.Essence(mediaType) == "application/x-www-form-urlencoded";

    public static bool IsMultipart(string mediaType) => MediaTypeText.Essence(mediaType).StartsWith("multipart/", StringComparison.Ordinal);

    public static bool IsXml(string mediaType)
        => MediaTypeText.Essence(mediaType) is "application/xml" or "text/xml"
            || MediaTypeText.Essence(mediaType).EndsWith("+xml", StringComparison.Ordinal);

    /// <summary>JSON values one after another.</summary>
    public static bool IsJsonSequence(string mediaType)
        => MediaTypeText.Essence(mediaType) is "application/jsonl"
            or "application/x-jsonl"
            or "application/jsonlines"
            or "application/x-jsonlines"
            or "application/json-lines"
            or "application/ndjson"
            or "application/x-ndjson"
            or "application/stream+json"
            or "application/x-json-stream"
            or "application/json-seq"
            || MediaTypeText.Essence(mediaType).EndsWith("+json-seq", StringComparison.Ordinal);

    /// <summary>Server-sent events.</summary>
    public static bool IsEvents(string mediaType) => MediaTypeText.Essence(mediaType) == "text/event-stream";

    /// <summary>Whether a media type is text.</summary>
    public static bool IsText(string mediaType)
        => MediaTypeText.Essence(mediaType) is var essence
            && (essence.StartsWith("text/", StringComparison.Ordinal)
                || essence is "application/yaml"
                    or "application/x-yaml"
                    or "application/graphql"
                    or "application/jwt"
                    or "application/javascript"
                    or "application/sql"
                    or "application/toml"
                || essence.EndsWith("+yaml", StringComparison.Ordinal)
                || IsXml(mediaType));

    /// <summary>Whether a media type is a range.</summary>
    public static bool IsWildcard(string mediaType) => MediaTypeText.Essence(mediaType).IndexOf('*') >= 0;

    /// <summary>The word for a media type in the name of a method.</summary>
    public static string Word(string mediaType)
    {
        string subtype = MediaTypeText.Essence(mediaType).Split('/').Last();
        int suffix = subtype.IndexOf('+');
        return subtype switch
        {
            "plain" => "Text",
            "event-stream" => "Events",
            "octet-stream" or "*" => "Stream",
            _ when IsJsonSequence(mediaType) => "JsonLines",
            _ => CSharpName.Pascal((suffix > 0 ? subtype.Substring(0, suffix) : subtype).Replace("vnd.", "").Replace("x-", ""), "Other"),
        };
    }
}
