using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>Optional members that may be null: an explicit null is remembered, and differs from an absent member.</content>
public static partial class JsonRead
{
    /// <summary>Reads the value of an optional member that may be null, and remembers an explicit null.</summary>
    /// <param name="reader">Stands on the member's name.</param>
    /// <param name="model">The object that is read.</param>
    /// <param name="index">The member's index among those of its type.</param>
    public static T? OptionalOrNull<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, int index)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadNull(model, reader.TokenType, index) ? null : Current<T, TCodec>(ref reader);
    }

    /// <inheritdoc cref="OptionalOrNull{T, TCodec}(ref Utf8JsonReader, ApiModel, int)"/>
    public static T? OptionalValueOrNull<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadNull(model, reader.TokenType, index) ? null : Current<T, TCodec>(ref reader);
    }

    private static bool ReadNull(ApiModel model, JsonTokenType token, int index)
    {
        bool isNull = token == JsonTokenType.Null;
        if (isNull || model.Extras is not null)
        {
            // Cleared too: the last of several members with one name counts.
            (model.Extras ??= new ModelExtras()).SetNull(index, isNull);
        }

        return isNull;
    }
}
