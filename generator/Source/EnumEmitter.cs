using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>A struct over a string or an integer with known values.</summary>
internal static class EnumEmitter
{
    public static void Print(CodeWriter writer, EnumModel model, string access, string converter, string enumConverter)
    {
        string type = model.IsString ? "string" : "long";
        TypeHeader.Print(writer, model, converter);
        writer.Write($"[system::ComponentModel.TypeConverter(typeof({enumConverter}<{model.Name}>))]");
        writer.Open(
            $"{access} readonly partial record struct {model.Name} : "
                + $"gen::{(model.IsString ? "IStringEnumeration" : "IIntegerEnumeration")}<{model.Name}>");
        if (model.IsString)
        {
            PrintStringValue(writer, model);
        }
        else
        {
            PrintIntegerValue(writer, model);
        }

        writer.Blank();
        foreach (EnumValue value in model.Values)
        {
            if (!value.IsSaidByName)
            {
                writer.Write($"/// <summary><c>{CSharpText.Xml(value.Value)}</c></summary>");
            }

            writer.Write($"public static {model.Name} {value.Name} => new(Known.{value.Name});");
        }

        writer.Blank().Open("public static class Known");
        foreach (EnumValue value in model.Values)
        {
            writer.Add($"public const {type} {value.Name} = ");
            if (model.IsString)
            {
                writer.Write($"{CSharpText.Parts(value.Value)};");
            }
            else
            {
                writer.Write($"{value.Value};");
            }
        }

        writer.Close();
        writer.Blank().Write($"public static implicit operator {model.Name}({type} value) => new(value);");
        writer.Close();
    }

    private static void PrintStringValue(CodeWriter writer, EnumModel model)
    {
        writer.Write($$"""
            private readonly string? _value;

            public {{model.Name}}(string value) => _value = gen::EnumText.Keep(value);

            /// <summary>The JSON value.</summary>
            public string Value => _value ?? "";

            public override string ToString() => Value;
            """);
        writer.Blank().Open($"public static {model.Name} Read(ref Utf8JsonReader reader)");
        writer.Write("var text = gen::JsonText.OfString(ref reader);");
        writer.Open("switch (text.Length)");
        foreach (EnumValue value in model.Values)
        {
            CSharpText.AddCase(writer, "text", value.Value);
            writer.Write($" return {value.Name};");
        }

        writer.Close();
        writer.Blank().Write("return new(gen::StringCodec.Read(ref reader));");
        writer.Close();
        writer.Blank().Write("""
            public void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full)
                => writer.WriteStringValue(Value);
            """);
    }

    private static void PrintIntegerValue(CodeWriter writer, EnumModel model)
        => writer.Write($$"""
            public {{model.Name}}(long value) => Value = value;

            /// <summary>The JSON value.</summary>
            public long Value { get; }

            public override string ToString() => Value.ToString(system::Globalization.CultureInfo.InvariantCulture);

            public static {{model.Name}} Read(ref Utf8JsonReader reader) => new(gen::Int64Codec.Read(ref reader));

            public void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full)
                => writer.WriteNumberValue(Value);
            """);
}
