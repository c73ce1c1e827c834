using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Tests;

/// <summary>What several tests do with JSON texts.</summary>
internal static class JsonText
{
    /// <summary>Reads a model and writes it with everything that it holds.</summary>
    public static string Echo<T>(string json)
        where T : IJsonModel<T>
        => JsonModel.ToJson(JsonModel.Parse<T>(json));

    /// <summary>Asserts that two texts hold the same JSON: numbers compare by value, members in any order.</summary>
    public static void AssertSame(string expected, string actual)
        => Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nactual   {actual}");

    /// <summary>Asserts that a model is written back with the same JSON.</summary>
    public static void AssertKept<T>(string json)
        where T : IJsonModel<T>
        => AssertSame(json, Echo<T>(json));

    public static JsonException AssertRefused<T>(string json)
        where T : IJsonModel<T>
        => Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<T>(json), json);
}
