using OgGen.Opsgenie.Keep.Json;

namespace OgGen.Opsgenie.Keep.Secrets;

/// <summary>
/// Takes the secrets out of a channel: every value below <c>headers</c> and below a member that is called like a secret, and in addresses
/// the user, parameters and parts of the path. In their places stand <c>${secret:…}</c>. Where a string is nothing else, it stands for
/// the JSON value in the file of secrets, and inside a string for its text.
/// </summary>
/// <param name="secrets">Where the secrets go.</param>
/// <param name="root">The beginning of their names: the file that the channel is in.</param>
internal sealed class SecretMask(SecretStore secrets, string root)
{
    private const string Placeholder = "${secret:";

    /// <summary>The channel without its secrets.</summary>
    public JsonPiece Apply(JsonPiece piece) => Apply(piece, "", isSecret: false);

    private JsonPiece Apply(JsonPiece piece, string pointer, bool isSecret) => piece switch
    {
        JsonMembers members => new JsonMembers([.. members.Items.Select(member => Apply(member, pointer, isSecret))]),
        JsonList list => new JsonList([.. list.Items.Select((item, index) => Apply(item, $"{pointer}/{index}", isSecret))]),
        JsonScalar scalar => Apply(scalar, pointer, isSecret),
        _ => piece,
    };

    private JsonMember Apply(JsonMember member, string pointer, bool isSecret)
    {
        isSecret = isSecret || member.Name.Equals("headers", StringComparison.OrdinalIgnoreCase) || TokenText.IsSecretName(member.Name);
        return member with { Value = Apply(member.Value, $"{pointer}/{Escape(member.Name)}", isSecret) };
    }

    private JsonScalar Apply(JsonScalar scalar, string pointer, bool isSecret)
    {
        if (isSecret)
        {
            // Nothing is no secret, and "" and null say that there is none.
            return scalar.Token.Span is [(byte)'"', (byte)'"'] or [(byte)'n', ..] ? scalar : Whole(scalar, pointer);
        }

        if (!scalar.IsString)
        {
            return scalar;
        }

        string text = JsonTokens.Text(scalar.Token.Span);
        if (text.Contains(Placeholder, StringComparison.Ordinal))
        {
            // A text that looks like a placeholder must not be taken for one.
            return Whole(scalar, pointer);
        }

        string masked = AddressMask.Apply(text, (part, secret) => Take($"{pointer}:{part}", JsonTokens.Of(secret)));
        return ReferenceEquals(masked, text) ? scalar : new JsonScalar(JsonTokens.Of(masked));
    }

    private JsonScalar Whole(JsonScalar scalar, string pointer) => new(JsonTokens.Of(Take(pointer, scalar.Token)));

    private string Take(string place, ReadOnlyMemory<byte> token) => secrets.Keep($"{root}#{place}", token);

    /// <summary>A name as a part of a JSON pointer that can stand in <c>${…}</c>.</summary>
    private static string Escape(string name)
        => string.Concat(name.Select(static c => c switch
        {
            '~' => "~0",
            '/' => "~1",
            '%' or '{' or '}' or '"' or '\\' or < ' ' => $"%{(int)c:X2}",
            _ => c.ToString(),
        }));
}
