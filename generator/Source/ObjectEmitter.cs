using System.Globalization;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>A class with properties: a plain object or a variant of a union.</summary>
internal static class ObjectEmitter
{
    private const int SeenBits = 64;

    public static void Print(CodeWriter writer, ObjectModel model, string access)
    {
        TypeHeader.Print(writer, model);
        writer.Open($"{access} sealed partial class {model.Name} : {model.BaseName ?? "global::OgGen.Json.ApiModel"}, global::OgGen.Json.IJsonModel<{model.Name}>");
        if (model.IsUnknown)
        {
            UnknownEmitter.PrintMembers(writer, model);
        }
        else
        {
            PrintConstructors(writer, model);
            foreach (PropertyModel property in model.Properties.Where(static property => !property.IsInherited))
            {
                PropertyEmitter.PrintDeclaration(writer, property, isVirtual: false);
                writer.Blank();
            }

            PrintRead(writer, model);
        }

        PrintWrite(writer.Blank(), model);
        writer.Close();
    }

    private static void PrintConstructors(CodeWriter writer, ObjectModel model)
    {
        if (model.OpenDiscriminator is { } open)
        {
            string known = string.Join(" or ", open.Values.Select(static value => CSharpText.Literal(value.Value)));
            writer.Write("/// <summary>Makes an object without values.</summary>");
            writer.Element("param", "One of " + string.Join(", ", open.Values.Select(static value => value.Value)) + ".", $" name=\"{open.ParameterName.TrimStart('@')}\"");
            writer.Write($$"""
                /// <exception cref="global::System.ArgumentException">The value stands for another variant.</exception>
                public {{model.Name}}(string {{open.ParameterName}})
                    : base({{open.ParameterName}} is {{known}}
                        ? {{open.ParameterName}}
                        : throw new global::System.ArgumentException("The value stands for another variant.", nameof({{open.ParameterName}})))
                {
                }
                """).Blank();
        }
        else if (model.BaseName is not null)
        {
            writer.Write($$"""
                /// <summary>Makes an object without values.</summary>
                public {{model.Name}}()
                    : base({{CSharpText.Literal(model.BaseArguments[0])}})
                {
                }
                """).Blank();
        }
        else if (model.RequiredNames.Count > 0)
        {
            writer.Write($$"""
                /// <summary>Makes an object without values.</summary>
                public {{model.Name}}()
                {
                }
                """).Blank();
        }

        if (NeedsReaderConstructor(model))
        {
            string argument = model.OpenDiscriminator is not null ? "\"\"" : model.BaseName is not null ? CSharpText.Literal(model.BaseArguments[0]) : "";
            writer.Write($$"""
                [global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
                private {{model.Name}}(global::OgGen.Json.JsonReading _){{(argument.Length > 0 ? $"\n    : base({argument})" : "")}}
                {
                }
                """).Blank();
        }
    }

    /// <summary>Required members cannot be left out of an object initializer, except by a constructor that promises to set them.</summary>
    private static bool NeedsReaderConstructor(ObjectModel model) => model.RequiredNames.Count > 0;

    private static void PrintRead(CodeWriter writer, ObjectModel model)
    {
        int words = (model.RequiredNames.Count + SeenBits - 1) / SeenBits;
        writer.Write("/// <inheritdoc/>");
        writer.Open($"public static {(model.BaseName is null ? "" : "new ")}{model.Name} Read(ref global::System.Text.Json.Utf8JsonReader reader)");
        writer.Write($"var value = new {model.Name}({(NeedsReaderConstructor(model) ? "default(global::OgGen.Json.JsonReading)" : "")});");
        for (int word = 0; word < words; word++)
        {
            writer.Write($"ulong {Seen(word)} = 0;");
        }

        writer.Write("global::OgGen.Json.JsonRead.StartObject(ref reader);");
        writer.Open("while (global::OgGen.Json.JsonRead.NextMember(ref reader))");
        foreach (FixedDiscriminator discriminator in model.FixedDiscriminators)
        {
            PrintMember(
                writer,
                $"reader.ValueTextEquals({CSharpText.Utf8Literal(discriminator.JsonName)})",
                $"global::OgGen.Json.JsonRead.Discriminator(ref reader, {CSharpText.Literal(discriminator.JsonName)}, {CSharpText.Literal(discriminator.Value)});");
        }

        if (model.OpenDiscriminator is { } open)
        {
            string keys = string.Join(", ", open.Values.Select(static value => CSharpText.Literal(value.Value)));
            PrintMember(
                writer,
                $"reader.ValueTextEquals({CSharpText.Utf8Literal(open.JsonName)})",
                $"value.{open.Name} = global::OgGen.Json.JsonRead.Discriminator(ref reader, {CSharpText.Literal(open.JsonName)}, value.{open.Name}, [{keys}]);",
                MarkSeen(model.RequiredNames.Count - 1));
        }

        foreach (PropertyModel property in model.Properties)
        {
            PrintMember(
                writer,
                PropertyEmitter.NameTest(property),
                $"value.{property.Name} = {PropertyEmitter.ReadCall(property)};",
                property.SeenBit >= 0 ? MarkSeen(property.SeenBit) : "");
        }

        writer.Write("value.ReadAdditional(ref reader);");
        writer.Close();
        for (int word = 0; word < words; word++)
        {
            PrintRequiredCheck(writer, model, word);
        }

        writer.Blank().Write("return value;");
        writer.Close();
    }

    // Each member ends with continue, as a chain of else would nest as deeply as an object has members.
    public static void PrintMember(CodeWriter writer, string test, string read, string mark = "")
    {
        writer.Open($"if ({test})").Write(read);
        if (mark.Length > 0)
        {
            writer.Write(mark);
        }

        writer.Write("continue;").Close().Blank();
    }

    private static void PrintRequiredCheck(CodeWriter writer, ObjectModel model, int word)
    {
        string[] names = model.RequiredNames.Skip(word * SeenBits).Take(SeenBits).ToArray();
        ulong all = names.Length == SeenBits ? ulong.MaxValue : (1UL << names.Length) - 1;
        writer.Blank().Open($"if ({Seen(word)} != 0x{all.ToString("X", CultureInfo.InvariantCulture)})");
        writer.Write($"throw global::OgGen.Json.JsonFault.Missing({Seen(word)}, {string.Join(", ", names.Select(CSharpText.Literal))});");
        writer.Close();
    }

    private static string MarkSeen(int bit)
        => $"{Seen(bit / SeenBits)} |= 0x{(1UL << (bit % SeenBits)).ToString("X", CultureInfo.InvariantCulture)};";

    private static string Seen(int word) => word == 0 ? "seen" : "seen" + word.ToString(CultureInfo.InvariantCulture);

    private static void PrintWrite(CodeWriter writer, ObjectModel model)
    {
        writer.Write("/// <inheritdoc/>");
        writer.Open("public override void Write(global::System.Text.Json.Utf8JsonWriter writer, global::OgGen.Json.JsonWriteMode mode = global::OgGen.Json.JsonWriteMode.Full)");
        writer.Write("writer.WriteStartObject();");
        foreach (FixedDiscriminator discriminator in model.FixedDiscriminators)
        {
            writer.Write($"writer.WriteString({CSharpText.Utf8Literal(discriminator.JsonName)}, {CSharpText.Utf8Literal(discriminator.Value)});");
        }

        if (model.OpenDiscriminator is { } open)
        {
            string write = $"writer.WriteString({CSharpText.Utf8Literal(open.JsonName)}, {open.Name});";
            writer.Write(model.IsUnknown ? $"if ({open.Name}.Length > 0) {write}" : write);
        }

        foreach (PropertyModel property in model.Properties)
        {
            string call = model.IsUnknown ? UnknownEmitter.WriteCall(property) : PropertyEmitter.WriteCall(property);
            writer.Write(property.IsReadOnly ? $"if (mode != global::OgGen.Json.JsonWriteMode.Request) {call}" : call);
        }

        writer.Write(model.IsUnknown ? UnknownEmitter.WriteAdditionalCall(model) : "WriteAdditional(writer, mode);");
        writer.Write("writer.WriteEndObject();");
        writer.Close();
    }
}
