using System.Globalization;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Emits untagged unions: classes that hold a value of one of several types.</summary>
internal static class UntaggedUnionEmitter
{
    public static void Print(CodeWriter writer, UntaggedUnionModel model, string access)
    {
        TypeHeader.Print(writer, model);
        writer.Open($"{access} sealed partial class {model.Name} : json::ApiChoice, gen::IJsonChoice<{model.Name}>");
        writer.Write($$"""
            private {{model.Name}}(int @case, object value)
                : base(@case, value)
            {
            }
            """);

        for (int i = 0; i < model.Cases.Count; i++)
        {
            PrintCase(writer.Blank(), model, model.Cases[i], i.ToString(CultureInfo.InvariantCulture));
        }

        PrintRead(writer, model);
        PrintWrite(writer, model);
        PrintMatch(writer, model);
        writer.Close();
    }

    /// <summary>The shapes of the alternatives, and how each is read. The runtime selects one of them.</summary>
    private static void PrintRead(CodeWriter writer, UntaggedUnionModel model)
    {
        writer.Blank().Write($"public static {model.Name} Read(ref Utf8JsonReader reader) => gen::ChoiceReader.Read<{model.Name}>(ref reader);");
        writer.Blank().Write($"static gen::ChoiceShape[] gen::IJsonChoice<{model.Name}>.Cases() =>");
        writer.Write("[");
        foreach (UntaggedUnionCase choice in model.Cases)
        {
            string kinds = EnumText.Of(choice.Kinds);
            string constants = string.Join(", ", choice.Constants.Select(static constant =>
                $"new({CSharpText.Literal(constant.JsonName)}, {List(constant.Values)})"));
            bool hasMembers = choice.RequiredMembers.Count + choice.OptionalMembers.Count + choice.Constants.Count > 0;
            string members = hasMembers
                ? $" {{ Required = {List(choice.RequiredMembers)}, Optional = {List(choice.OptionalMembers)}, Constants = [{constants}] }}"
                : choice.Values.Count > 0 ? $" {{ Values = {List(choice.Values)} }}"
                : "";
            writer.Indented($"new({kinds}){members},");
        }

        writer.Write("];");
        writer.Blank().Write($"static {model.Name} gen::IJsonChoice<{model.Name}>.ReadCase(ref Utf8JsonReader reader, int index) => index switch");
        writer.Write("{");
        for (int i = 0; i < model.Cases.Count; i++)
        {
            string index = i.ToString(CultureInfo.InvariantCulture);
            writer.Indented($"{index} => new({index}, {TypeText.Codec(model.Cases[i].Type)}.Read(ref reader)),");
        }

        writer.Indented("_ => new(Raw, gen::JsonElementCodec.Read(ref reader)),");
        writer.Write("};");
    }

    private static void PrintCase(CodeWriter writer, UntaggedUnionModel model, UntaggedUnionCase choice, string index)
    {
        writer.Doc(choice.Doc);
        writer.Write($"public {TypeText.NullableName(choice.Type)} {choice.Name} => Case == {index} ? ({TypeText.NullableName(choice.Type)})Value : null;");
        writer.Blank().Write($"public static implicit operator {model.Name}({TypeText.Name(choice.Type)} value) => new({index}, value);");
    }

    private static void PrintWrite(CodeWriter writer, UntaggedUnionModel model)
    {
        writer.Blank().Open("public override void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full)");
        if (model.Cases.Any(static choice => choice.Type.IsInexact))
        {
            writer.Write("if (WroteOriginal(writer, mode)) return;");
        }

        writer.Open("switch (Case)");
        for (int i = 0; i < model.Cases.Count; i++)
        {
            TypeRef type = model.Cases[i].Type;
            writer.Write($"case {i.ToString(CultureInfo.InvariantCulture)}: {TypeText.Codec(type)}.Write(writer, ({TypeText.Name(type)})Value, mode); break;");
        }

        writer.Write("default: gen::JsonElementCodec.Write(writer, (system::Text.Json.JsonElement)Value, mode); break;");
        writer.Close().Close();
    }

    private static void PrintMatch(CodeWriter writer, UntaggedUnionModel model)
    {
        (string Type, string Name)[] cases = model.Cases
            .Select(static choice => (TypeText.Name(choice.Type), choice.ParameterName.Escaped))
            .Append(("system::Text.Json.JsonElement", "json"))
            .ToArray();
        writer.Blank().Write("/// <summary>Chooses by type: the compiler sees to it that none is forgotten.</summary>");
        writer.Write("public TResult Match<TResult>(");
        writer.Indented(string.Join(",\n", cases.Select(static c => $"system::Func<{c.Type}, TResult> {c.Name}")) + ")");
        writer.Indented("=> Case switch");
        writer.Indented("{");
        for (int i = 0; i < cases.Length; i++)
        {
            string pattern = i < model.Cases.Count ? i.ToString(CultureInfo.InvariantCulture) : "_";
            writer.Indented($"    {pattern} => {cases[i].Name}(({cases[i].Type})Value),");
        }

        writer.Indented("};");
        writer.Blank().Write("/// <summary>Acts by type: the compiler sees to it that none is forgotten.</summary>");
        writer.Write("public void Switch(");
        writer.Indented(string.Join(",\n", cases.Select(static c => $"system::Action<{c.Type}> {c.Name}")) + ")");
        writer.OpenBlock().Open("switch (Case)");
        for (int i = 0; i < cases.Length; i++)
        {
            string label = i < model.Cases.Count ? "case " + i.ToString(CultureInfo.InvariantCulture) : "default";
            writer.Write($"{label}: {cases[i].Name}(({cases[i].Type})Value); break;");
        }

        writer.Close().Close();
    }

    private static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(CSharpText.Literal)) + "]";
}
