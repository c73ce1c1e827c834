using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>A struct over a string or an integer with known values.</summary>
internal static class EnumEmitter
{
    public static void Print(CodeWriter writer, EnumModel model, string access)
    {
        string type = model.IsString ? "string" : "long";
        TypeHeader.Print(writer, model);
        writer.Open($"{access} readonly partial struct {model.Name} : system::IEquatable<{model.Name}>, json::IJsonModel<{model.Name}>");
        if (model.IsString)
        {
            PrintStringValue(writer, model);
        }
        else
        {
            PrintIntegerValue(writer, model);
        }

        foreach (KnownValue value in model.Values)
        {
            writer.Blank().Write($"/// <summary><c>{CSharpText.Xml(value.Value)}</c></summary>");
            writer.Write($"public static {model.Name} {value.Name} => new(Known.{value.Name});");
        }

        writer.Blank().Write("/// <summary>The documented values as constants, for <c>switch</c>.</summary>");
        writer.Open("public static class Known");
        foreach (KnownValue value in model.Values)
        {
            writer.Write($"/// <summary><c>{CSharpText.Xml(value.Value)}</c></summary>");
            writer.Write($"public const {type} {value.Name} = {(model.IsString ? CSharpText.Literal(value.Value) : value.Value)};");
        }

        writer.Close();
        writer.Blank().Write($$"""
            /// <summary>Makes a value, known or not.</summary>
            public static implicit operator {{model.Name}}({{type}} value) => new(value);

            /// <summary>Whether two values are the same, letter by letter.</summary>
            public static bool operator ==({{model.Name}} left, {{model.Name}} right) => left.Equals(right);

            /// <summary>Whether two values differ.</summary>
            public static bool operator !=({{model.Name}} left, {{model.Name}} right) => !left.Equals(right);

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {{model.Name}} other && Equals(other);
            """);
        writer.Close();
    }

    private static void PrintStringValue(CodeWriter writer, EnumModel model)
    {
        writer.Write($$"""
            private readonly string? _value;

            /// <summary>Makes a value, known or not.</summary>
            public {{model.Name}}(string value)
            {
                system::ArgumentNullException.ThrowIfNull(value);
                _value = value;
            }

            /// <summary>The value as it stands in JSON.</summary>
            public string Value => _value ?? "";

            /// <inheritdoc/>
            public bool Equals({{model.Name}} other) => string.Equals(Value, other.Value, system::StringComparison.Ordinal);

            /// <inheritdoc/>
            public override int GetHashCode() => system::StringComparer.Ordinal.GetHashCode(Value);

            /// <inheritdoc/>
            public override string ToString() => Value;
            """);
        writer.Blank().Write("/// <inheritdoc/>");
        writer.Open($"public static {model.Name} Read(ref system::Text.Json.Utf8JsonReader reader)");
        writer.Open("if (reader.TokenType == system::Text.Json.JsonTokenType.String)");
        writer.Write("var text = json::JsonText.Of(ref reader);");
        writer.Open("switch (text.Length)");
        foreach (KnownValue value in model.Values)
        {
            writer.Write(CSharpText.Case("text", value.Value) + $" return {value.Name};");
        }

        writer.Close().Close();
        writer.Blank().Write("return new(json::StringCodec.Read(ref reader));");
        writer.Close();
        writer.Blank().Write("""
            /// <inheritdoc/>
            public void Write(system::Text.Json.Utf8JsonWriter writer, json::JsonWriteMode mode = json::JsonWriteMode.Full)
                => writer.WriteStringValue(Value);
            """);
    }

    private static void PrintIntegerValue(CodeWriter writer, EnumModel model)
        => writer.Write($$"""
            /// <summary>Makes a value, known or not.</summary>
            public {{model.Name}}(long value) => Value = value;

            /// <summary>The value as it stands in JSON.</summary>
            public long Value { get; }

            /// <inheritdoc/>
            public bool Equals({{model.Name}} other) => Value == other.Value;

            /// <inheritdoc/>
            public override int GetHashCode() => Value.GetHashCode();

            /// <inheritdoc/>
            public override string ToString() => Value.ToString(system::Globalization.CultureInfo.InvariantCulture);

            /// <inheritdoc/>
            public static {{model.Name}} Read(ref system::Text.Json.Utf8JsonReader reader) => new(json::Int64Codec.Read(ref reader));

            /// <inheritdoc/>
            public void Write(system::Text.Json.Utf8JsonWriter writer, json::JsonWriteMode mode = json::JsonWriteMode.Full)
                => writer.WriteNumberValue(Value);
            """);
}
