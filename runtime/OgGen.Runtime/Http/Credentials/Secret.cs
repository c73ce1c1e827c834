using System.Diagnostics;
using System.Net.Http.Headers;

namespace OgGen;

/// <summary>One value of a credential at one time. Immutable, so that a rotation swaps it in one step.</summary>
[DebuggerDisplay("***")]
internal sealed class Secret
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private SecretPattern[]? _patterns;

    public Secret(string text, string wire)
    {
        Text = text;
        Wire = wire;
    }

    /// <summary>The secret as the caller or a token provider gave it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text { get; }

    /// <summary>What is sent: the key, the token, or the base64 of user name and password.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Wire { get; }

    /// <summary>The whole <c>Authorization</c> header, where the credential uses it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>What a text is searched for.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyList<SecretPattern> Patterns => _patterns ??= [.. SecretPattern.Of(Text, Wire, Authorization?.ToString() ?? Wire)];

    /// <summary>Whether a space of it is a <c>+</c> in a form.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public bool HasSpace => Text.Contains(' ', StringComparison.Ordinal);

    public override string ToString() => "***";
}
