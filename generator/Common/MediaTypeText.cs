using System.Text.RegularExpressions;

namespace OgGen.Generator.Common;

/// <summary>The syntax of the name of a media type.</summary>
internal static class MediaTypeText
{
    private static readonly Regex s_parameters = new(
        @"\A[^;]*(;\s*[^\s;=""]+=(""([^""\\]|\\.)*""|[^\s;""]+)\s*)*\z",
        RegexOptions.CultureInvariant);

    /// <summary>The media type without its parameters, in lower case.</summary>
    public static string Essence(string mediaType)
    {
        int end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim().ToLowerInvariant();
    }

    /// <summary>Whether a media type can be sent in a header: <c>type/subtype</c>, and visible ASCII after that.</summary>
    public static bool IsValid(string mediaType)
    {
        string essence = Essence(mediaType);
        int slash = essence.IndexOf('/');
        return slash > 0
            && slash < essence.Length - 1
            && essence.LastIndexOf('/') == slash
            && essence.All(static c => c is > ' ' and <= '~' && "()<>@,;:\\\"[]?={}".IndexOf(c) < 0)
            && mediaType.All(static c => c is >= ' ' and <= '~');
    }

    /// <summary>Whether the parameters of a media type are well formed: <c>; name=value</c>, where the value may be quoted.</summary>
    public static bool HasValidParameters(string mediaType) => s_parameters.IsMatch(mediaType);
}
