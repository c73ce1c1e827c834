using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>
/// The generated types of one client for <see cref="JsonSerializer"/>, without reflection. Each client has one:
/// <c>new JsonSerializerOptions { TypeInfoResolver = PetstoreJson.Default }</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonModelResolver : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = [];

    /// <summary>Adds a generated type, and a list of it.</summary>
    public JsonModelResolver Add<T>()
        where T : IJsonModel<T>
    {
        _types[typeof(T)] = static options => JsonMetadataServices.CreateValueInfo<T>(options, new JsonModelConverter<T>());
        _types[typeof(List<T>)] = static options => JsonMetadataServices.CreateListInfo<List<T>, T>(
            options,
            new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] });
        return this;
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _types.TryGetValue(type, out var create) ? create(options) : null;
    }
}
