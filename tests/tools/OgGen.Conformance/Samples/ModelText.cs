using System.Reflection;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Conformance.Samples;

/// <summary>Reads JSON into a generated type and writes it back.</summary>
internal static class ModelText
{
    private static readonly MethodInfo s_roundTrip = typeof(ModelText).GetMethod(
        nameof(RoundTripOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The JSON that comes back.</summary>
    /// <exception cref="JsonException">The type does not read this.</exception>
    public static Func<string, string> RoundTrip(Type type) => s_roundTrip.MakeGenericMethod(type).CreateDelegate<Func<string, string>>();

    private static string RoundTripOf<T>(string json)
        where T : IJsonModel<T>
        => JsonModel.ToJson(JsonModel.Parse<T>(json));
}
