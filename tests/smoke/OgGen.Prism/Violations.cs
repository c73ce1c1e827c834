using System.Text.Json;
using OgGen;

namespace OgGen.Prism;

/// <summary>
/// Prism's header <c>sl-violations</c>: what it found in the request and in its own answer, also where that did not stop it.
/// </summary>
internal static class Violations
{
    private const string Header = "sl-violations";

    /// <summary>
    /// Prism 5 knows the HTTP schemes basic, digest and bearer. Of another it says this, as a warning, and lets the request pass.
    /// </summary>
    private const string UnknownScheme = "We currently do not support this type of security scheme: http/geniekey";

    /// <summary>
    /// All violations but the one about the scheme, which has to be there: without it Prism did not look. Empty if there is none.
    /// </summary>
    public static string Describe(ApiResponse response)
    {
        if (response.Headers[Header] is not { } header)
        {
            return $"the answer has no header {Header}; this is not Prism";
        }

        using var violations = JsonDocument.Parse(header);
        var messages = violations.RootElement.EnumerateArray()
            .Select(static violation => (Message: violation.GetProperty("message").GetString(), Text: violation.GetRawText()))
            .ToList();
        return messages.RemoveAll(static violation => violation.Message == UnknownScheme) == 1
            ? string.Join(", ", messages.Select(static violation => violation.Text))
            : $"expected one violation about the security scheme: {header}";
    }
}
