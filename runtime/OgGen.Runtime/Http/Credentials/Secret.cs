using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;

namespace OgGen;

/// <summary>One value of a credential at one time. Immutable, so that a rotation swaps it in one step.</summary>
[DebuggerDisplay("***")]
internal sealed class Secret
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string[]? _forms;

    public Secret(string text, string wire)
    {
        _text = text;
        Wire = wire;
    }

    /// <summary>What is sent: the key, the token, or the base64 of user name and password.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Wire { get; }

    /// <summary>The whole <c>Authorization</c> header, where the credential uses it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>Every spelling in which a server could echo it, the longest first.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string[] Forms => _forms ??= MakeForms();

    public override string ToString() => "***";

    private string[] MakeForms()
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (string text in new[] { _text, Wire })
        {
            forms.Add(text);
            forms.Add(Uri.EscapeDataString(text));
            forms.Add(JavaScriptEncoder.Default.Encode(text));
            forms.Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text));
            forms.Add(HtmlEncoder.Default.Encode(text));
            forms.Add(WebUtility.HtmlEncode(text));
            forms.Add(text.Replace("/", "\\/", StringComparison.Ordinal));
        }

        string[] sorted = [.. forms];
        Array.Sort(sorted, static (a, b) => b.Length.CompareTo(a.Length));
        return sorted;
    }
}
